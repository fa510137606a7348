import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

export interface MyAgencyRow {
  id: string;
  agency_id: string | null;
  sealed: Buffer;
  added_at: Date;
  invited_at: Date | null;
  seen_version: number;
  /** As the service knows the agency; null for one that is not here. */
  agency_name: string | null;
  agency_state: string | null;
  agency_website: string | null;
  agency_may_hold: boolean | null;
}

const columns = sql.raw(`m.id, m.agency_id, m.sealed, m.added_at, m.invited_at, m.seen_profile_version as seen_version,
  a.name as agency_name, a.state as agency_state, a.website as agency_website,
  a.may_hold_criminal_records as agency_may_hold`);

/** In the order in which they were added. */
export async function listMine(tx: Tx, accountId: string): Promise<MyAgencyRow[]> {
  const found = await sql<MyAgencyRow>`select ${columns} from app.my_agencies m
    left join app.agencies a on a.id = m.agency_id where m.account_id = ${accountId} order by m.added_at, m.id`.execute(
    tx,
  );
  return found.rows;
}

/** FOR UPDATE: two changes of one entry come one after the other. */
export async function lockMine(tx: Tx, accountId: string, id: string): Promise<MyAgencyRow | undefined> {
  const found = await sql<MyAgencyRow>`select ${columns} from app.my_agencies m
    left join app.agencies a on a.id = m.agency_id where m.account_id = ${accountId} and m.id = ${id}
    for update of m`.execute(tx);
  return found.rows[0];
}

export async function insertMine(
  tx: Tx,
  row: { accountId: string; id: string; agencyId: string | null; sealed: Buffer; at: Date; seenVersion: number },
): Promise<void> {
  await sql`insert into app.my_agencies (account_id, id, agency_id, sealed, added_at, seen_profile_version)
    values (${row.accountId}, ${row.id}, ${row.agencyId}, ${row.sealed}, ${row.at}, ${row.seenVersion})`.execute(tx);
}

export async function updateMine(
  tx: Tx,
  accountId: string,
  row: { id: string; agencyId: string | null; sealed: Buffer; seenVersion: number },
): Promise<void> {
  await sql`update app.my_agencies set agency_id = ${row.agencyId}, sealed = ${row.sealed},
    seen_profile_version = ${row.seenVersion} where account_id = ${accountId} and id = ${row.id}`.execute(tx);
}

export async function setInvited(tx: Tx, accountId: string, id: string, at: Date): Promise<void> {
  await sql`update app.my_agencies set invited_at = ${at} where account_id = ${accountId} and id = ${id}`.execute(tx);
}

export async function deleteMine(tx: Tx, accountId: string, id: string): Promise<void> {
  await sql`delete from app.my_agencies where account_id = ${accountId} and id = ${id}`.execute(tx);
}

/** True when this address may be written to now, and notes that it is: once in thirty days, whoever asks. The house's errand. */
export async function takeInvitation(tx: Tx, digest: Buffer, at: Date, notSince: Date): Promise<boolean> {
  const taken = await sql`insert into app.invited_addresses as i (digest, at) values (${digest}, ${at})
    on conflict (digest) do update set at = excluded.at where i.at < ${notSince} returning 1`.execute(tx);
  return taken.rows.length > 0;
}

/** An agency that can be chosen: approved. The agencies room is to the right; only its name and state are read here. */
export async function approvedAgency(tx: Tx, id: string): Promise<{ id: string; name: string } | undefined> {
  const found = await sql<{ id: string; name: string }>`select id, name from app.agencies
    where id = ${id} and state = 'approved'`.execute(tx);
  return found.rows[0];
}
