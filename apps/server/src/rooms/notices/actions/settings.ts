import type { ChangeReminders, Reminders } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append } from "../../audit/index.ts";
import { findCalendar } from "../calendars.store.ts";
import { dayOfInstant } from "../london-time.model.ts";
import type { Wishes } from "../notices.model.ts";
import { wishesChanged } from "../notices.words.ts";
import { lockSettings, readSettings, saveSettings } from "../settings.store.ts";

export const readReminders = (ctx: Context): Promise<Reminders> => ctx.transaction((tx) => presented(tx, own(ctx)));

/** Changes what is named and leaves the rest. What is turned on again is on from today: nothing older is caught up with. */
export async function changeReminders(ctx: Context, change: z.output<typeof ChangeReminders>): Promise<Reminders> {
  const id = own(ctx);
  return ctx.transaction(async (tx) => {
    const before = await lockSettings(tx, id);
    const today = dayOfInstant(ctx.now());
    const wish = (now: string | null, on: boolean | undefined) => (on === undefined ? now : on ? (now ?? today) : null);
    const wishes: Wishes = {
      expiry: wish(before.wishes.expiry, change.mails?.expiry),
      "after-expiry": wish(before.wishes["after-expiry"], change.mails?.afterExpiry),
      "agency-profile-changed": wish(before.wishes["agency-profile-changed"], change.mails?.agencyProfileChanged),
    };
    const calendarNamed = change.calendarNamed ?? before.calendarNamed;
    const title = [
      wishesChanged(before.wishes, wishes),
      calendarNamed === before.calendarNamed
        ? undefined
        : calendarNamed
          ? "the calendar names ordinary papers"
          : "the calendar names no papers",
    ].filter((words) => words !== undefined);
    if (title.length > 0) {
      await saveSettings(tx, id, { wishes, calendarNamed });
      await append(ctx, tx, [{ accountId: id, act: "reminders-changed", label: { title: title.join("; ") } }]);
    }
    return presented(tx, id);
  });
}

async function presented(tx: Tx, id: string): Promise<Reminders> {
  const [{ wishes, calendarNamed }, calendar] = await Promise.all([readSettings(tx, id), findCalendar(tx, id)]);
  return {
    mails: {
      expiry: wishes.expiry !== null,
      afterExpiry: wishes["after-expiry"] !== null,
      agencyProfileChanged: wishes["agency-profile-changed"] !== null,
    },
    calendar: {
      on: calendar !== undefined,
      named: calendarNamed,
      turnedOnAt: calendar?.turned_on_at.toISOString() ?? null,
      lastReadAt: calendar?.last_read_at?.toISOString() ?? null,
    },
  };
}
