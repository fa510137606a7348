import type { Context } from "../../context.ts";
import type { JobPayload, JobTable, Schedule } from "../../platform/jobs/jobs.ts";
import { mailPerson } from "../accounts/index.ts";
import { membersOf } from "../agencies/index.ts";
import { endTransfers } from "./actions/end-transfers.ts";
import { signReceiptJob } from "./actions/receipt.ts";

/** Mails every member of an agency. Who they are is not the sender's to know, so it is looked up here. */
async function tellAgency(ctx: Context, { agencyId, mail }: JobPayload): Promise<void> {
  if (mail !== "copies-arrived" && mail !== "access-stopped") throw new Error(`There is no such mail: ${String(mail)}`);
  await ctx.house(async (tx) => {
    for (const personId of await membersOf(tx, String(agencyId))) await mailPerson(ctx, tx, personId, mail);
  });
}

export const transferJobs: JobTable = { "sign-receipt": signReceiptJob, "tell-agency": tellAgency };

export const transferSchedules: readonly Schedule[] = [
  { name: "end-transfers", everyMs: 10 * 60_000, run: endTransfers },
];
