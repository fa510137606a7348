import { londonDay } from "@locum-passport/compliance";
import { morningOf } from "../../apps/server/src/rooms/notices/london-time.model.ts";
import { noticeJobs } from "../../apps/server/src/rooms/notices/notices.jobs.ts";
import type { RunningServer } from "../crash/running-server.ts";
import { beside } from "./beside.ts";

/** A last good day of which a reminder's step falls on today. */
export const inThirtyDays = () => londonDay(Date.now() + 30 * 86_400_000);

/**
 * The day's reminder for one person, as the round would make it: told and mailed beside the running server, without the ten
 * minutes in which somebody may still be typing, and before eight in the morning by a clock that shows eight.
 */
export function remindNow(server: RunningServer, accountId: string): Promise<void> {
  const eight = morningOf(londonDay(Date.now()));
  const work = async (ctx: Parameters<Parameters<typeof beside>[1]>[0]) => {
    for (const name of ["look-for-reminders", "mail-digest"]) await noticeJobs[name]?.(ctx, { accountId });
  };
  return beside(server, work, () => new Date(Math.max(Date.now(), eight.getTime())));
}
