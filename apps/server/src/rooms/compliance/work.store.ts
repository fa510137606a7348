import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

export interface WorkRow {
  sealed: Buffer;
  set_up_at: Date | null;
  changed_at: Date;
}

export async function findWork(tx: Tx, accountId: string): Promise<WorkRow | undefined> {
  const found = await sql<WorkRow>`select sealed, set_up_at, changed_at from app.work_answers
    where account_id = ${accountId}`.execute(tx);
  return found.rows[0];
}

/** The row, made where there was none, and locked: two changes come one after the other. */
export async function lockWork(tx: Tx, accountId: string, empty: Buffer, at: Date): Promise<WorkRow> {
  await sql`insert into app.work_answers (account_id, sealed, changed_at) values (${accountId}, ${empty}, ${at})
    on conflict (account_id) do nothing`.execute(tx);
  const found = await sql<WorkRow>`select sealed, set_up_at, changed_at from app.work_answers
    where account_id = ${accountId} for update`.execute(tx);
  const row = found.rows[0];
  if (!row) throw new Error("The row just made is not there");
  return row;
}

export async function saveWork(
  tx: Tx,
  accountId: string,
  row: { sealed: Buffer; setUpAt: Date | null; at: Date },
): Promise<void> {
  await sql`update app.work_answers set sealed = ${row.sealed}, set_up_at = ${row.setUpAt}, changed_at = ${row.at}
    where account_id = ${accountId}`.execute(tx);
}

/** Which agencies recorded that they saw the original of a paper's current version. The transfers room is to the right; only facts are read here. */
export async function originalsSeen(tx: Tx, accountId: string): Promise<{ agency_id: string; document_id: string }[]> {
  const found = await sql<{ agency_id: string; document_id: string }>`
    select distinct c.agency_id, c.document_id from app.copies c
    join app.documents d on d.account_id = c.account_id and d.id = c.document_id and d.current_version = c.version
    where c.account_id = ${accountId} and c.original_seen_on is not null`.execute(tx);
  return found.rows;
}
