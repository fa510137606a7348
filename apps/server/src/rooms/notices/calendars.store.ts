import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { NoticeTables } from "./notices.tables.ts";

const db = (tx: Tx) => tx.withTables<NoticeTables>();
type CalendarRow = NoticeTables["app.calendars"];

export async function findCalendar(tx: Tx, accountId: string): Promise<CalendarRow | undefined> {
  return db(tx).selectFrom("app.calendars").selectAll().where("account_id", "=", accountId).executeTakeFirst();
}

export async function ownerOfCalendar(tx: Tx, tokenDigest: Buffer): Promise<string | undefined> {
  const row = await db(tx)
    .selectFrom("app.calendars")
    .select("account_id")
    .where("token_digest", "=", tokenDigest)
    .executeTakeFirst();
  return row?.account_id;
}

/** A new address in place of an older one. */
export async function saveCalendar(tx: Tx, accountId: string, tokenDigest: Buffer, at: Date): Promise<void> {
  const made = { token_digest: tokenDigest, turned_on_at: at, last_read_at: null, told_on: null };
  await db(tx)
    .insertInto("app.calendars")
    .values({ account_id: accountId, ...made })
    .onConflict((conflict) => conflict.column("account_id").doUpdateSet(made))
    .execute();
}

/** False when there was none. */
export async function deleteCalendar(tx: Tx, accountId: string): Promise<boolean> {
  const gone = await db(tx).deleteFrom("app.calendars").where("account_id", "=", accountId).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Writes down a reading. True for the first one of a day. */
export async function noteReading(tx: Tx, tokenDigest: Buffer, at: Date, today: string): Promise<boolean> {
  const { rows } = await sql<{
    first: boolean;
  }>`update app.calendars c set last_read_at = ${at}, told_on = ${today}::date
    from (select account_id, told_on from app.calendars where token_digest = ${tokenDigest} for update) before
    where c.account_id = before.account_id
    returning before.told_on is distinct from ${today}::date as first`.execute(tx);
  return rows[0]?.first ?? false;
}
