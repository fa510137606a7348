import type { JobTable, Schedule } from "../../platform/jobs/jobs.ts";
import { lookForReminders } from "./actions/look.ts";
import { mailDigest } from "./actions/mail-digest.ts";
import { reminderRound } from "./actions/round.ts";

export const noticeJobs: JobTable = { "look-for-reminders": lookForReminders, "mail-digest": mailDigest };

export const noticeSchedules: readonly Schedule[] = [{ name: "reminders", everyMs: 5 * 60_000, run: reminderRound }];
