import type { Tx } from "../../platform/postgres/database.ts";
import { everything, type Wishes } from "./notices.model.ts";
import type { NoticeTables } from "./notices.tables.ts";

const db = (tx: Tx) => tx.withTables<NoticeTables>();

export interface ReminderSettings {
  wishes: Wishes;
  calendarNamed: boolean;
}

export async function readSettings(tx: Tx, accountId: string): Promise<ReminderSettings> {
  const row = await db(tx)
    .selectFrom("app.reminder_settings")
    .selectAll()
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row ? settingsOf(row) : { wishes: everything, calendarNamed: false };
}

/** Locked, so that two changes at once both stay. */
export async function lockSettings(tx: Tx, accountId: string): Promise<ReminderSettings> {
  await db(tx)
    .insertInto("app.reminder_settings")
    .values(rowOf(accountId, { wishes: everything, calendarNamed: false }))
    .onConflict((conflict) => conflict.column("account_id").doNothing())
    .execute();
  const row = await db(tx)
    .selectFrom("app.reminder_settings")
    .selectAll()
    .where("account_id", "=", accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return settingsOf(row);
}

export async function saveSettings(tx: Tx, accountId: string, settings: ReminderSettings): Promise<void> {
  const { account_id, ...change } = rowOf(accountId, settings);
  await db(tx).updateTable("app.reminder_settings").set(change).where("account_id", "=", account_id).execute();
}

type Row = NoticeTables["app.reminder_settings"];

const settingsOf = (row: Row): ReminderSettings => ({
  wishes: {
    expiry: row.expiry_since,
    "after-expiry": row.after_expiry_since,
    "agency-profile-changed": row.profile_changed_since,
  },
  calendarNamed: row.calendar_named,
});

const rowOf = (accountId: string, { wishes, calendarNamed }: ReminderSettings): Row => ({
  account_id: accountId,
  expiry_since: wishes.expiry,
  after_expiry_since: wishes["after-expiry"],
  profile_changed_since: wishes["agency-profile-changed"],
  calendar_named: calendarNamed,
});
