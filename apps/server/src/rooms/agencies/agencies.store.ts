import { sql } from "kysely";
import { preparedStatement, type Tx } from "../../platform/postgres/database.ts";
import type { AgencyRow, AgencyState } from "./agencies.model.ts";

const named = `id, name, company_number, email, website, state, may_hold_criminal_records, asked_by, asked_at,
  evidence, reason, decided_at, terms_version, terms_at`;
const columns = sql.raw(named);

export async function insertAgency(
  tx: Tx,
  row: Pick<AgencyRow, "id" | "name" | "company_number" | "email" | "website" | "state" | "asked_by" | "asked_at"> & {
    may_hold_criminal_records?: boolean;
    evidence?: string | null;
  },
): Promise<void> {
  await sql`insert into app.agencies (id, name, company_number, email, website, state, asked_by, asked_at,
      may_hold_criminal_records, evidence)
    values (${row.id}, ${row.name}, ${row.company_number}, ${row.email}, ${row.website}, ${row.state}, ${row.asked_by},
      ${row.asked_at}, ${row.may_hold_criminal_records ?? false}, ${row.evidence ?? null})`.execute(tx);
}

export async function readAgency(tx: Tx, id: string): Promise<AgencyRow | undefined> {
  return (await sql<AgencyRow>`select ${columns} from app.agencies where id = ${id}`.execute(tx)).rows[0];
}

/** FOR UPDATE: two decisions have one outcome. */
export async function lockAgency(tx: Tx, id: string): Promise<AgencyRow | undefined> {
  return (await sql<AgencyRow>`select ${columns} from app.agencies where id = ${id} for update`.execute(tx)).rows[0];
}

const sharedAgency = preparedStatement<AgencyRow>(
  "share-agency",
  `select ${named} from app.agencies where id = $1 for share`,
);

/** FOR SHARE: it stays approved until the sending that reads it has committed. */
export const shareAgency = async (tx: Tx, id: string): Promise<AgencyRow | undefined> =>
  (await sharedAgency(tx, id))[0];

interface ListQuery {
  search: string | undefined;
  after: { name: string; id: string } | undefined;
  limit: number;
}

/** Those that can receive: approved, and an owner has accepted the current agency terms. By name. */
export async function listReceivers(tx: Tx, termsVersion: string, query: ListQuery): Promise<AgencyRow[]> {
  const pattern = query.search === undefined ? null : `%${query.search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const found = await sql<AgencyRow>`select ${columns} from app.agencies
    where state = 'approved' and terms_version = ${termsVersion}
      and (${pattern}::text is null or lower(name) like ${pattern})
      and (${query.after?.id ?? null}::text is null
        or (lower(name) collate "C", id) > (${query.after?.name ?? ""} collate "C", ${query.after?.id ?? ""}))
    order by lower(name) collate "C", id limit ${query.limit}`.execute(tx);
  return found.rows;
}

export async function listByState(
  tx: Tx,
  query: { state: AgencyState | undefined; before: string | undefined; limit: number },
): Promise<AgencyRow[]> {
  const found = await sql<AgencyRow>`select ${columns} from app.agencies
    where (${query.state ?? null}::text is null or state = ${query.state ?? null})
      and (${query.before ?? null}::text is null or id < ${query.before ?? null})
    order by id desc limit ${query.limit}`.execute(tx);
  return found.rows;
}

export async function setState(
  tx: Tx,
  row: { id: string; state: AgencyState; by: string; at: Date; reason: string | null },
): Promise<void> {
  await sql`update app.agencies set state = ${row.state}, reason = ${row.reason}, decided_at = ${row.at},
    decided_by = ${row.by} where id = ${row.id}`.execute(tx);
}

export async function setApproval(tx: Tx, row: { id: string; evidence: string; mayHold: boolean }): Promise<void> {
  await sql`update app.agencies set evidence = ${row.evidence}, may_hold_criminal_records = ${row.mayHold}
    where id = ${row.id}`.execute(tx);
}

export async function setTerms(tx: Tx, row: { id: string; version: string; at: Date; by: string }): Promise<void> {
  await sql`update app.agencies set terms_version = ${row.version}, terms_at = ${row.at}, terms_by = ${row.by}
    where id = ${row.id}`.execute(tx);
}

/** Locums with a transfer to this agency that still runs. The transfers room is to the right; only its ids are read here. */
export async function locumsConcerned(tx: Tx, agencyId: string): Promise<string[]> {
  const found = await sql<{ account_id: string }>`select distinct account_id from app.transfers
    where agency_id = ${agencyId} and state = 'active' order by account_id`.execute(tx);
  return found.rows.map((row) => row.account_id);
}

/** Running streams listen on this and look again. */
export async function announceEnd(tx: Tx, agencyId: string): Promise<void> {
  await sql`select pg_notify('permission_ended', ${agencyId})`.execute(tx);
}
