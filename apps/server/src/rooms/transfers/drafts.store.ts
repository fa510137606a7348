import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

export interface DraftRow {
  id: string;
  my_agency_id: string;
  sealed: Buffer;
  changed_at: Date;
}

const columns = sql.raw("id, my_agency_id, sealed, changed_at");

/** Changed last first. */
export async function listDrafts(tx: Tx, accountId: string): Promise<DraftRow[]> {
  const found = await sql<DraftRow>`select ${columns} from app.transfer_drafts where account_id = ${accountId}
    order by changed_at desc, id desc`.execute(tx);
  return found.rows;
}

/** FOR UPDATE: two changes of one draft, and a change and its sending, come one after the other. */
export async function lockDraft(tx: Tx, accountId: string, id: string): Promise<DraftRow | undefined> {
  const found = await sql<DraftRow>`select ${columns} from app.transfer_drafts
    where account_id = ${accountId} and id = ${id} for update`.execute(tx);
  return found.rows[0];
}

export async function insertDraft(tx: Tx, accountId: string, row: DraftRow): Promise<void> {
  await sql`insert into app.transfer_drafts (account_id, id, my_agency_id, sealed, changed_at)
    values (${accountId}, ${row.id}, ${row.my_agency_id}, ${row.sealed}, ${row.changed_at})`.execute(tx);
}

export async function updateDraft(tx: Tx, accountId: string, row: DraftRow): Promise<void> {
  await sql`update app.transfer_drafts set my_agency_id = ${row.my_agency_id}, sealed = ${row.sealed},
    changed_at = ${row.changed_at} where account_id = ${accountId} and id = ${row.id}`.execute(tx);
}

export async function deleteDraft(tx: Tx, accountId: string, id: string): Promise<void> {
  await sql`delete from app.transfer_drafts where account_id = ${accountId} and id = ${id}`.execute(tx);
}

/** Takes a draft that is being sent, and answers for which agency it was prepared; undefined when it is there no more. */
export async function takeDraft(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<{ agency_id: string | null } | undefined> {
  const found = await sql<{ agency_id: string | null }>`delete from app.transfer_drafts d using app.my_agencies m
    where d.account_id = ${accountId} and d.id = ${id} and m.account_id = d.account_id and m.id = d.my_agency_id
    returning m.agency_id`.execute(tx);
  return found.rows[0];
}

/** Which of these agencies can receive copies now. */
export async function receivers(tx: Tx, agencyIds: readonly string[], termsVersion: string): Promise<Set<string>> {
  if (agencyIds.length === 0) return new Set();
  const found = await sql<{ id: string }>`select id from app.agencies
    where id = any(${[...agencyIds]}) and state = 'approved' and terms_version = ${termsVersion}`.execute(tx);
  return new Set(found.rows.map(({ id }) => id));
}
