import type { Context } from "../../context.ts";
import type { JobPayload, JobTable, Schedule } from "../../platform/jobs/jobs.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { type MailName, mailPerson } from "../accounts/index.ts";
import { membersOf } from "../agencies/index.ts";
import { endTransfers } from "./actions/end-transfers.ts";
import { signReceiptJob } from "./actions/receipt.ts";

/** By then the log has moved on by itself. Whoever wants to read a receipt before has it signed at once. */
const receiptPauseMs = 2000;

/** What follows an agreement: its receipt is signed, and where copies came the agency is told. One job in the sending, not many. */
async function afterAgreement(ctx: Context, { kind, agencyId, ...receipt }: JobPayload): Promise<void> {
  await ctx.house(async (tx) => {
    await ctx.ports.jobs.add(tx, "sign-receipt", receipt, { runAt: new Date(ctx.now().getTime() + receiptPauseMs) });
    if (kind !== "extended") await mailMembers(ctx, tx, String(agencyId), "copies-arrived");
  });
}

const tellStopped = (ctx: Context, { agencyId }: JobPayload): Promise<void> =>
  ctx.house((tx) => mailMembers(ctx, tx, String(agencyId), "access-stopped"));

/** Who the members are is not the sender's to know, so it is looked up here. */
async function mailMembers(ctx: Context, tx: Tx, agencyId: string, mail: MailName): Promise<void> {
  for (const personId of await membersOf(tx, agencyId)) await mailPerson(ctx, tx, personId, mail);
}

export const transferJobs: JobTable = {
  "after-agreement": afterAgreement,
  "sign-receipt": signReceiptJob,
  "tell-agency-stopped": tellStopped,
};

export const transferSchedules: readonly Schedule[] = [
  { name: "end-transfers", everyMs: 10 * 60_000, run: endTransfers },
];
