import { londonDay } from "@locum-passport/compliance";
import { openPorts } from "../../apps/server/src/compose.ts";
import { createContext, serviceActor } from "../../apps/server/src/context.ts";
import { openOrJoinDatabase } from "../../apps/server/src/platform/postgres/database.ts";
import { morningOf } from "../../apps/server/src/rooms/notices/london-time.model.ts";
import { noticeJobs } from "../../apps/server/src/rooms/notices/notices.jobs.ts";
import { readSettings } from "../../apps/server/src/settings.ts";
import type { RunningServer } from "../crash/running-server.ts";

/** What a reminder's first step for this last good day falls on today. */
export const inThirtyDays = () => londonDay(Date.now() + 30 * 86_400_000);

/**
 * The day's reminder for one person, as the round would make it: told and mailed beside the running server, without the ten
 * minutes in which somebody may still be typing, and before eight in the morning by a clock that shows eight.
 */
export async function remindNow({ base, dataDir }: RunningServer, accountId: string): Promise<void> {
  const eight = morningOf(londonDay(Date.now()));
  const now = () => new Date(Math.max(Date.now(), eight.getTime()));
  const { ports } = await openPorts(
    readSettings({ DATA_DIR: dataDir, PUBLIC_URL: base, LOG_LEVEL: "silent" }),
    { now },
    openOrJoinDatabase,
  );
  const ctx = createContext({ ports, actor: serviceActor });
  try {
    for (const name of ["look-for-reminders", "mail-digest"]) await noticeJobs[name]?.(ctx, { accountId });
  } finally {
    await ports.sandbox.close();
    await ports.database.close();
  }
}
