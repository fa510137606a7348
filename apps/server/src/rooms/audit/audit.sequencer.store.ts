import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

/** Held by the one server that is moving entries into the tree. */
const sequencerLock = 7_201_002;

export async function tryBecomeSequencer(tx: Tx): Promise<boolean> {
  const got = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${sequencerLock}) as got`.execute(tx);
  return got.rows[0]?.got === true;
}

export async function anythingPending(tx: Tx): Promise<boolean> {
  const found = await sql<{ found: boolean }>`select exists (select 1 from app.log_pending) as found`.execute(tx);
  return found.rows[0]?.found === true;
}

export interface Pending {
  n: number;
  account_id: string;
  seq: number;
  at: Date;
  commitment: Buffer;
}

/** In the order of the log: by instant, then as they came. Within a chain that is the order of seq. */
export async function readPending(tx: Tx, limit: number): Promise<Pending[]> {
  const found = await sql<Pending>`select n, account_id, seq, at, commitment from app.log_pending
    order by at, n limit ${limit}`.execute(tx);
  return found.rows;
}

export interface LeafRow {
  leaf_index: number;
  leaf_hash: string;
  account_id: string | null;
  seq: number | null;
}

/** In one trip: whoever appends waits while this runs. */
export async function placeLeaves(
  tx: Tx,
  leaves: readonly LeafRow[],
  at: Date,
  upTo: readonly number[],
): Promise<void> {
  await Promise.all([
    sql`insert into app.log_leaves (leaf_index, leaf_hash, account_id, seq)
      select leaf_index, decode(leaf_hash, 'hex'), account_id, seq from json_to_recordset(${JSON.stringify(leaves)}::json)
        as g (leaf_index bigint, leaf_hash text, account_id text, seq bigint)`.execute(tx),
    sql`delete from app.log_pending where n = any(${[...upTo]}::bigint[])`.execute(tx),
    sql`update app.log_head set size = size + ${leaves.length}, at = greatest(at, ${at}::timestamptz)`.execute(tx),
  ]);
}

export async function logHead(tx: Tx): Promise<{ size: number; at: Date | null }> {
  const found = await sql<{ size: number; at: Date | null }>`
    select size, nullif(at, '-infinity') as at from app.log_head`.execute(tx);
  return found.rows[0] ?? { size: 0, at: null };
}

export interface CheckpointRow {
  size: number;
  root: Buffer;
  note: string;
}

export async function newestCheckpoint(tx: Tx): Promise<CheckpointRow | undefined> {
  const found =
    await sql<CheckpointRow>`select size, root, note from app.log_checkpoints order by size desc limit 1`.execute(tx);
  return found.rows[0];
}

export async function readLeafHashes(tx: Tx, from: number, limit: number): Promise<Buffer[]> {
  const found = await sql<{ leaf_hash: Buffer }>`select leaf_hash from app.log_leaves
    where leaf_index >= ${from} order by leaf_index limit ${limit}`.execute(tx);
  return found.rows.map((row) => row.leaf_hash);
}

export interface TileRow {
  level: number;
  tile_index: number;
  width: number;
  bytes: string;
}

/** A tile only ever grows: its first hashes stay. */
export async function writeTiles(tx: Tx, tiles: readonly TileRow[]): Promise<void> {
  await sql`insert into app.log_tiles as t (level, tile_index, width, bytes)
    select level, tile_index, width, decode(bytes, 'hex') from json_to_recordset(${JSON.stringify(tiles)}::json)
      as g (level smallint, tile_index bigint, width smallint, bytes text)
    on conflict (level, tile_index) do update set width = excluded.width, bytes = excluded.bytes
      where excluded.width > t.width`.execute(tx);
}

export async function readTile(
  tx: Tx,
  level: number,
  index: number,
): Promise<{ width: number; bytes: Buffer } | undefined> {
  const found = await sql<{ width: number; bytes: Buffer }>`
    select width, bytes from app.log_tiles where level = ${level} and tile_index = ${index}`.execute(tx);
  return found.rows[0];
}

export async function readTiles(
  tx: Tx,
  tiles: readonly { level: number; index: number }[],
): Promise<{ level: number; tile_index: number; width: number; bytes: Buffer }[]> {
  const found = await sql<{ level: number; tile_index: number; width: number; bytes: Buffer }>`
    select t.level, t.tile_index, t.width, t.bytes
    from unnest(${tiles.map((tile) => tile.level)}::smallint[], ${tiles.map((tile) => tile.index)}::bigint[])
      as w (level, tile_index) join app.log_tiles t using (level, tile_index)`.execute(tx);
  return found.rows;
}

export async function insertCheckpoint(
  tx: Tx,
  row: { size: number; origin: string; root: Uint8Array; note: string; at: Date },
): Promise<void> {
  await sql`insert into app.log_checkpoints (size, origin, root, note, at)
    values (${row.size}, ${row.origin}, ${Buffer.from(row.root)}, ${row.note}, ${row.at})
    on conflict (size) do nothing`.execute(tx);
}
