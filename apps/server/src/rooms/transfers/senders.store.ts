import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { ListAfter } from "./transfers.store.ts";

/** A transfer that runs, as its agency reads it. */
export interface LiveTransfer {
  account_id: string;
  id: string;
  sent_at: Date;
  ends_on: string;
  sealed: Buffer;
}

// A suspended agency opens nothing, so it is shown nobody.
const approved = (agencyId: string) =>
  sql`exists (select 1 from app.agencies a where a.id = ${agencyId} and a.state = 'approved')`;
const columns = sql.raw("t.account_id, t.id, t.sent_at, t.ends_on, t.sealed_agency as sealed");
const live = (alias: string, agencyId: string, today: string) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`${column("agency_id")} = ${agencyId} and ${column("state")} = 'active' and ${column("ends_on")} >= ${today}::date`;
};

/**
 * The newest live transfer of each sender, newest first. It walks the agency's live transfers in their order and skips those
 * of which a newer one is there, so a page costs as many look-ups as it walks transfers, however many the agency has.
 */
export async function listNewest(
  tx: Tx,
  agencyId: string,
  query: { today: string; after: ListAfter | undefined; limit: number },
): Promise<LiveTransfer[]> {
  const { today, after, limit } = query;
  const found = await sql<LiveTransfer>`select ${columns} from app.transfers t
    where ${live("t", agencyId, today)} and ${approved(agencyId)}
      ${after === undefined ? sql`` : sql`and (t.sent_at, t.id) < (${after.at}, ${after.id})`}
      and not exists (select 1 from app.transfers n where n.account_id = t.account_id and ${live("n", agencyId, today)}
        and (n.sent_at, n.id) > (t.sent_at, t.id))
    order by t.sent_at desc, t.id desc limit ${limit}`.execute(tx);
  return found.rows;
}

/** Every live transfer of these senders to this agency, newest first. */
export async function listOfSenders(
  tx: Tx,
  agencyId: string,
  query: { today: string; accountIds: readonly string[] },
): Promise<LiveTransfer[]> {
  if (query.accountIds.length === 0) return [];
  const found = await sql<LiveTransfer>`select ${columns} from app.transfers t
    where ${live("t", agencyId, query.today)} and t.account_id = any(${[...query.accountIds]})
    order by t.sent_at desc, t.id desc`.execute(tx);
  return found.rows;
}

/** Who has a live transfer to this agency. */
export async function sendersOf(tx: Tx, agencyId: string, today: string): Promise<string[]> {
  const found = await sql<{ account_id: string }>`select distinct t.account_id from app.transfers t
    where ${live("t", agencyId, today)} and ${approved(agencyId)}`.execute(tx);
  return found.rows.map((row) => row.account_id);
}
