import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

export interface ExpiryNoteRow {
  document_id: string;
  /** YYYY-MM-DD, as the other days. */
  ends_on: string;
  booked_on: string | null;
  snoozed_until: string | null;
}

const columns = sql.raw("document_id, ends_on, booked_on, snoozed_until");

export async function expiryNotes(tx: Tx, accountId: string): Promise<ExpiryNoteRow[]> {
  const found =
    await sql<ExpiryNoteRow>`select ${columns} from app.expiry_notes where account_id = ${accountId}`.execute(tx);
  return found.rows;
}

export async function saveExpiryNote(tx: Tx, accountId: string, row: ExpiryNoteRow): Promise<void> {
  await sql`insert into app.expiry_notes (account_id, document_id, ends_on, booked_on, snoozed_until)
    values (${accountId}, ${row.document_id}, ${row.ends_on}, ${row.booked_on}, ${row.snoozed_until})
    on conflict (account_id, document_id, ends_on)
    do update set booked_on = excluded.booked_on, snoozed_until = excluded.snoozed_until`.execute(tx);
}
