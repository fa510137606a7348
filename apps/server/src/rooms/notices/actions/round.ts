import type { Context } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { dayOfInstant, isReminderTime } from "../london-time.model.ts";
import { rulesInForce } from "../rules-in-force.ts";
import * as watch from "../watch.store.ts";

const page = 500;
const minuteMs = 60_000;
/** What was typed less than this long ago waits for the next round, so that nobody is mailed in the middle of it. */
const settledAfterMs = 10 * minuteMs;

/**
 * Asks for a look at every account that may have something to be told today: one job each, so that a passport which cannot
 * be read holds up nobody else. Page by page, each in a transaction; a round cut short is finished by the next.
 */
export async function reminderRound(ctx: Context): Promise<void> {
  const now = ctx.now();
  if (!isReminderTime(now)) return;
  const today = dayOfInstant(now);
  const settledBefore = new Date(now.getTime() - settledAfterMs);
  for (let after = ""; ; ) {
    const asked = await ctx.house(async (tx) => {
      const ids = await watch.whomToLookAt(tx, { today, rules: rulesInForce, settledBefore, after, limit: page });
      await watch.markAsked(tx, ids, today);
      await Promise.all(ids.map((accountId) => askToLook(ctx, tx, accountId)));
      return ids;
    });
    const last = asked.at(-1);
    if (last === undefined || asked.length < page) return;
    after = last;
  }
}

/** After what somebody waits for. It gives up within two hours and is asked for again the next day. */
const askToLook = (ctx: Context, tx: Tx, accountId: string) =>
  ctx.ports.jobs.add(
    tx,
    "look-for-reminders",
    { accountId },
    { key: `look-for-reminders:${accountId}`, maxAttempts: 8, priority: 5 },
  );
