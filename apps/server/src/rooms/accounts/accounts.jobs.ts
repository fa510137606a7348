import type { JobTable, Schedule } from "../../platform/jobs/jobs.ts";
import { sweepSignUps } from "./actions/confirm-address.ts";
import { sendConfirmation } from "./actions/confirmation-mail.ts";
import { sendMail } from "./actions/mail-people.ts";
import { sendPasswordLink } from "./actions/passwords.ts";
import { endRecovery, sendRecoveryMail } from "./actions/recovery.ts";
import { writeRefusal } from "./actions/sign-in.ts";
import { deleteOldTries } from "./attempts.store.ts";

export const accountJobs: JobTable = {
  "send-mail": sendMail,
  "send-confirmation": sendConfirmation,
  "send-password-link": sendPasswordLink,
  "note-refused-sign-in": writeRefusal,
  "recovery-mail": sendRecoveryMail,
  "recovery-end": endRecovery,
};

const hourMs = 3_600_000;

export const accountSchedules: readonly Schedule[] = [
  { name: "sweep-sign-ups", everyMs: hourMs, run: sweepSignUps },
  {
    name: "forget-what-is-over",
    everyMs: 6 * hourMs,
    async run(ctx) {
      await ctx.transaction((tx) => deleteOldTries(tx, new Date(ctx.now().getTime() - 48 * hourMs)));
      await ctx.ports.signIn.sessions.deleteOver(ctx.now());
    },
  },
];
