import type { Context } from "../../../context.ts";
import { append } from "../../audit/index.ts";
import * as store from "../accounts.store.ts";
import * as recoveries from "../recoveries.store.ts";
import { mailPerson } from "./mail-people.ts";

const frozenMs = 7 * 24 * 3_600_000;

/**
 * Takes the second factor off once the wait is over: true when it is off now. The entry and the freeze are committed
 * first; then the sign-in tables follow; then the row goes. A crash leaves the row, and the next call does the rest.
 */
export async function finishDueRecovery(ctx: Context, personId: string): Promise<boolean> {
  const now = ctx.now();
  const due = await ctx.house(async (tx) => {
    const row = await recoveries.lockRecovery(tx, personId);
    if (!row || row.ready_at > now) return false;
    if (row.recovered_at !== null) return true;
    await recoveries.updateRecovery(tx, personId, { recovered_at: now });
    await store.freezeSending(tx, personId, new Date(now.getTime() + frozenMs));
    await mailPerson(ctx, tx, personId, "recovery-done");
    await append(ctx, tx, [{ accountId: personId, act: "second-factor-recovered", purpose: "run-the-account" }]);
    return true;
  });
  if (!due) return false;
  await ctx.ports.signIn.secondFactors.remove(personId, now);
  await ctx.house((tx) => recoveries.deleteRecovery(tx, personId));
  return true;
}
