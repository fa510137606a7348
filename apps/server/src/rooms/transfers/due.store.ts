import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

export interface DueTransfer {
  account_id: string;
  id: string;
}

/** Active transfers past their last day, and those with a copy past its own. */
export async function findDue(tx: Tx, today: string, limit: number): Promise<DueTransfer[]> {
  const found = await sql<DueTransfer>`select account_id, id from app.transfers
      where state = 'active' and ends_on < ${today}::date
    union
    select c.account_id, c.transfer_id from app.copies c
      where c.wrapped_key is not null and c.ends_on < ${today}::date
    limit ${limit}`.execute(tx);
  return found.rows;
}

/**
 * Marks transfers that end within so many days as told, once, and answers whose they are. One that was sent for fewer days
 * than that needs no telling.
 */
export async function takeEnding(
  tx: Tx,
  { today, by, days, at }: { today: string; by: string; days: number; at: Date },
): Promise<string[]> {
  const told = await sql<{ account_id: string }>`update app.transfers set ending_told_at = ${at}
    where state = 'active' and ending_told_at is null and ends_on between ${today}::date and ${by}::date
      and ends_on - (sent_at at time zone 'Europe/London')::date > ${days}
    returning account_id`.execute(tx);
  return told.rows.map((row) => row.account_id);
}
