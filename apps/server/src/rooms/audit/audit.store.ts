import { sql } from "kysely";
import { preparedStatement, type Tx } from "../../platform/postgres/database.ts";

/** Advisory lock that appenders share and the sequencer takes alone, so that a batch holds every entry before it. */
const logLock = 7_201_001;

export interface ChainHead {
  account_id: string;
  uid: string;
  seq: number;
  head: Buffer;
  at: Date;
  log_at: Date | null;
  root_version: number;
  wrapped_key: Buffer | null;
}

export async function insertAccount(
  tx: Tx,
  row: { id: string; kind: string; rootVersion: number; wrapped: Buffer; uid: string; now: Date },
): Promise<void> {
  await sql`insert into app.accounts (id, kind, root_version, wrapped_key, created_at)
    values (${row.id}, ${row.kind}, ${row.rootVersion}, ${row.wrapped}, ${row.now})`.execute(tx);
  await sql`insert into app.chains (account_id, uid, at) values (${row.id}, ${row.uid}, ${row.now})`.execute(tx);
}

export async function accountExists(tx: Tx, id: string): Promise<boolean> {
  const found = await sql`select 1 from app.accounts where id = ${id}`.execute(tx);
  return found.rows.length > 0;
}

const shareLock = preparedStatement("share-log", `select pg_advisory_xact_lock_shared(${logLock})`);

export async function shareLogLock(tx: Tx): Promise<void> {
  await shareLock(tx);
}

/** Waits for every append under way and holds new ones back until commit; gives up rather than hold them long. */
export async function takeLogLock(tx: Tx): Promise<void> {
  await sql`select set_config('lock_timeout', '250ms', true)`.execute(tx);
  await sql`select pg_advisory_xact_lock(${logLock})`.execute(tx);
}

const chainHeads = preparedStatement<ChainHead>(
  "chain-heads",
  `select c.account_id, c.uid, c.seq, c.head, c.at, nullif(h.at, '-infinity') as log_at, a.root_version, a.wrapped_key
  from app.chains c join app.accounts a on a.id = c.account_id cross join app.log_head h
  where c.account_id = any($1) order by c.account_id collate "C" for update of c`,
);

/** The heads, and the keys that their next entries are sealed with, in the one order in which they are locked. */
export const lockHeads = (tx: Tx, accountIds: readonly string[]): Promise<ChainHead[]> => chainHeads(tx, accountIds);

export interface EntryRow {
  account_id: string;
  seq: number;
  id: string;
  at: string;
  act: string;
  object_id: string;
  commitment: string;
  sealed: string;
}

const newEntries = preparedStatement(
  "new-entries",
  `with given as (
    select * from json_to_recordset($1::json)
      as g (account_id text, seq bigint, id text, at timestamptz, act text, object_id text, commitment text, sealed text)
  ), kept as (
    insert into app.entries (account_id, seq, id, at, act, object_id, commitment, sealed)
    select account_id, seq, id, at, act, object_id, decode(commitment, 'hex'), decode(sealed, 'hex') from given
  ), queued as (
    insert into app.log_pending (account_id, seq, at, commitment)
    select account_id, seq, at, decode(commitment, 'hex') from given
  )
  update app.chains c set seq = g.seq, head = decode(g.commitment, 'hex'), at = g.at
  from given g where c.account_id = g.account_id
    and g.seq = (select max(x.seq) from given x where x.account_id = g.account_id)`,
);

/** Entries, the queue of the sequencer and the moved heads in one statement. Bytes travel as hex within JSON. */
export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  await newEntries(tx, JSON.stringify(rows));
}

export interface SealedEntry {
  seq: number;
  id: string;
  sealed: Buffer | null;
  leaf_index: number | null;
}

interface EntryQuery {
  accountId: string;
  before: number | undefined;
  limit: number;
  objectId: string | undefined;
  act: string | undefined;
}

/**
 * Of one thing; of a paper also what was done with its copies, whose rows stay when the paper and their keys are gone. A
 * pack of all copies names its transfer: it is told where this paper was among them. Transfers is a room to the right; its
 * table is asked for the holder's own rows only.
 */
function about(accountId: string, objectId: string) {
  const copies = sql`from app.copies c where c.account_id = ${accountId} and c.document_id = ${objectId}`;
  return sql`and e.object_id = any (array(
      select ${objectId}::text union all select c.id ${copies} union all select c.transfer_id ${copies}))
    and (e.object_id = ${objectId} or exists (select 1 ${copies} and (c.id = e.object_id
      or (c.transfer_id = e.object_id and e.act = 'pack-downloaded' and c.sent_at <= e.at
        and (e.at at time zone 'Europe/London')::date <= c.ends_on
        and not exists (select 1 from app.copies r
          where r.account_id = c.account_id and r.id = c.replaced_by and r.sent_at <= e.at)))))`;
}

export async function readEntries(tx: Tx, query: EntryQuery): Promise<SealedEntry[]> {
  const found = await sql<SealedEntry>`
    select e.seq, e.id, e.sealed, l.leaf_index
    from app.entries e left join app.log_leaves l on l.account_id = e.account_id and l.seq = e.seq
    where e.account_id = ${query.accountId}
      ${query.before === undefined ? sql`` : sql`and e.seq < ${query.before}`}
      ${query.objectId === undefined ? sql`` : about(query.accountId, query.objectId)}
      ${query.act === undefined ? sql`` : sql`and e.act = ${query.act}`}
    order by e.seq desc limit ${query.limit}`.execute(tx);
  return found.rows;
}

/** Oldest first, for exports and proofs; `after` is a seq. Planned each time: how far it reads decides how it is best read. */
export async function readEntriesForward(
  tx: Tx,
  accountId: string,
  after: number,
  limit: number,
): Promise<SealedEntry[]> {
  const found = await sql<SealedEntry>`
    select e.seq, e.id, e.sealed, l.leaf_index
    from app.entries e left join app.log_leaves l on l.account_id = e.account_id and l.seq = e.seq
    where e.account_id = ${accountId} and e.seq > ${after} order by e.seq limit ${limit}`.execute(tx);
  return found.rows;
}

export async function chainAt(tx: Tx, accountId: string, seq: number): Promise<{ uid: string; commitment: Buffer }> {
  const found = await sql<{ uid: string; commitment: Buffer }>`select c.uid, e.commitment from app.chains c
    join app.entries e on e.account_id = c.account_id and e.seq = ${seq} where c.account_id = ${accountId}`.execute(tx);
  const row = found.rows[0];
  if (!row) throw new Error("There is no such entry");
  return row;
}

const leafIndex = preparedStatement<{ leaf_index: number }>(
  "leaf-of",
  "select leaf_index from app.log_leaves where account_id = $1 and seq = $2",
);

export async function leafOf(tx: Tx, accountId: string, seq: number): Promise<number | undefined> {
  const [row] = await leafIndex(tx, accountId, seq);
  return row?.leaf_index;
}
