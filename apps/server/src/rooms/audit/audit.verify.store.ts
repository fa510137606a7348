import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

export interface PlacedLeaf {
  leaf_index: number;
  leaf_hash: Buffer;
  account_id: string | null;
  seq: number | null;
  commitment: Buffer | null;
}

export async function leavesFrom(tx: Tx, from: number, limit: number): Promise<PlacedLeaf[]> {
  const found = await sql<PlacedLeaf>`select l.leaf_index, l.leaf_hash, l.account_id, l.seq, e.commitment
    from app.log_leaves l left join app.entries e on e.account_id = l.account_id and e.seq = l.seq
    where l.leaf_index >= ${from} order by l.leaf_index limit ${limit}`.execute(tx);
  return found.rows;
}

export async function everyCheckpoint(tx: Tx): Promise<{ size: number; root: Buffer; note: string }[]> {
  const found = await sql<{ size: number; root: Buffer; note: string }>`
    select size, root, note from app.log_checkpoints order by size`.execute(tx);
  return found.rows;
}

export interface Chain {
  account_id: string;
  uid: string;
  seq: number;
  head: Buffer;
}

export async function everyChain(tx: Tx): Promise<Chain[]> {
  return (await sql<Chain>`select account_id, uid, seq, head from app.chains order by account_id`.execute(tx)).rows;
}

export interface ChainEntry {
  seq: number;
  commitment: Buffer;
  sealed: Buffer | null;
  leaf_index: number | null;
  pending: boolean;
}

/** Up to a head read before: what a running server adds meanwhile belongs to the next check. */
export async function chainEntries(
  tx: Tx,
  of: { accountId: string; after: number; upTo: number; limit: number },
): Promise<ChainEntry[]> {
  const found = await sql<ChainEntry>`select e.seq, e.commitment, e.sealed, l.leaf_index,
      exists (select 1 from app.log_pending p where p.account_id = e.account_id and p.seq = e.seq) as pending
    from app.entries e left join app.log_leaves l on l.account_id = e.account_id and l.seq = e.seq
    where e.account_id = ${of.accountId} and e.seq > ${of.after} and e.seq <= ${of.upTo} order by e.seq limit ${of.limit}`.execute(
    tx,
  );
  return found.rows;
}
