import type { MyAgency } from "@locum-passport/contract";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { countCost, mailAddress } from "../../accounts/index.ts";
import { append } from "../../audit/index.ts";
import { openAgencyWords } from "../compliance.seals.ts";
import * as store from "../my-agencies.store.ts";
import { entryOf, presentOne } from "./my-agencies.ts";

const daysBetween = 30;

/**
 * Asks an agency that is not here to join: a neutral mail to its compliance address that names nobody, once in thirty days
 * whoever asks. The answer is the same whether it was sent now or before, so that nobody learns who else knows the agency.
 */
export async function inviteAgency(ctx: Context, id: string): Promise<MyAgency> {
  const accountId = own(ctx);
  await countCost(ctx, "invitations", "agency invited here", accountId);
  return ctx.transaction(async (tx) => {
    const row = (await store.lockMine(tx, accountId, id)) ?? refuse("not-found");
    if (row.agency_id !== null) {
      refuse("conflict", { detail: "This agency is here already. It needs no invitation." });
    }
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    const { complianceEmail: email, name } = openAgencyWords(key, id, row.sealed);
    if (email === null) {
      const message = "Enter the agency's compliance address first";
      refuse("bad-input", { errors: [{ field: "complianceEmail", message }] });
    }
    const at = ctx.now();
    const digest = ctx.ports.signIn.digest("agency invited here", email.toLowerCase());
    const notSince = new Date(at.getTime() - daysBetween * 86_400_000);
    if (await store.takeInvitation(tx, digest, at, notSince)) await mailAddress(ctx, tx, email, "agency-invited-here");
    await store.setInvited(tx, accountId, id, at);
    const after = await presentOne(ctx, tx, accountId, id);
    await append(ctx, tx, [entryOf(accountId, "agency-invited-here", id, name)]);
    return after;
  });
}
