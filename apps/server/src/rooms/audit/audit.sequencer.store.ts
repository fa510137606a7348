import { preparedStatement, type Tx } from "../../platform/postgres/database.ts";

/** Held by the one server that is moving entries into the tree. */
const sequencerLock = 7_201_002;

const trySequencerLock = preparedStatement<{ got: boolean }>(
  "try-sequencer-lock",
  `select pg_try_advisory_xact_lock(${sequencerLock}) as got`,
);

export async function tryBecomeSequencer(tx: Tx): Promise<boolean> {
  const [row] = await trySequencerLock(tx);
  return row?.got === true;
}

const somethingPending = preparedStatement<{ found: boolean }>(
  "something-pending",
  "select exists (select 1 from app.log_pending) as found",
);

export async function anythingPending(tx: Tx): Promise<boolean> {
  const [row] = await somethingPending(tx);
  return row?.found === true;
}

export interface Pending {
  n: number;
  account_id: string;
  seq: number;
  at: Date;
  commitment: Buffer;
}

const pending = preparedStatement<Pending>(
  "pending-entries",
  "select n, account_id, seq, at, commitment from app.log_pending order by at, n limit $1",
);

/** In the order of the log: by instant, then as they came. Within a chain that is the order of seq. */
export const readPending = (tx: Tx, limit: number): Promise<Pending[]> => pending(tx, limit);

export interface LeafRow {
  leaf_index: number;
  leaf_hash: string;
  account_id: string | null;
  seq: number | null;
}

const newLeaves = preparedStatement(
  "new-leaves",
  `insert into app.log_leaves (leaf_index, leaf_hash, account_id, seq)
  select leaf_index, decode(leaf_hash, 'hex'), account_id, seq from json_to_recordset($1::json)
    as g (leaf_index bigint, leaf_hash text, account_id text, seq bigint)`,
);
const placed = preparedStatement("placed-entries", "delete from app.log_pending where n = any($1::bigint[])");
const grownHead = preparedStatement(
  "grown-head",
  "update app.log_head set size = size + $1, at = greatest(at, $2::timestamptz)",
);

/** In one trip: whoever appends waits while this runs. */
export async function placeLeaves(
  tx: Tx,
  leaves: readonly LeafRow[],
  at: Date,
  upTo: readonly number[],
): Promise<void> {
  await Promise.all([newLeaves(tx, JSON.stringify(leaves)), placed(tx, upTo), grownHead(tx, leaves.length, at)]);
}

const head = preparedStatement<{ size: number; at: Date | null }>(
  "log-head",
  "select size, nullif(at, '-infinity') as at from app.log_head",
);

export async function logHead(tx: Tx): Promise<{ size: number; at: Date | null }> {
  const [row] = await head(tx);
  return row ?? { size: 0, at: null };
}

export interface CheckpointRow {
  size: number;
  root: Buffer;
  note: string;
}

const newest = preparedStatement<CheckpointRow>(
  "newest-checkpoint",
  "select size, root, note from app.log_checkpoints order by size desc limit 1",
);

export async function newestCheckpoint(tx: Tx): Promise<CheckpointRow | undefined> {
  const [row] = await newest(tx);
  return row;
}

const leafHashes = preparedStatement<{ leaf_hash: Buffer }>(
  "leaf-hashes",
  "select leaf_hash from app.log_leaves where leaf_index >= $1 order by leaf_index limit $2",
);

export async function readLeafHashes(tx: Tx, from: number, limit: number): Promise<Buffer[]> {
  return (await leafHashes(tx, from, limit)).map((row) => row.leaf_hash);
}

export interface TileRow {
  level: number;
  tile_index: number;
  width: number;
  bytes: string;
}

const grownTiles = preparedStatement(
  "grown-tiles",
  `insert into app.log_tiles as t (level, tile_index, width, bytes)
  select level, tile_index, width, decode(bytes, 'hex') from json_to_recordset($1::json)
    as g (level smallint, tile_index bigint, width smallint, bytes text)
  on conflict (level, tile_index) do update set width = excluded.width, bytes = excluded.bytes
    where excluded.width > t.width`,
);

/** A tile only ever grows: its first hashes stay. */
export async function writeTiles(tx: Tx, tiles: readonly TileRow[]): Promise<void> {
  await grownTiles(tx, JSON.stringify(tiles));
}

const oneTile = preparedStatement<{ width: number; bytes: Buffer }>(
  "one-tile",
  "select width, bytes from app.log_tiles where level = $1 and tile_index = $2",
);

export async function readTile(
  tx: Tx,
  level: number,
  index: number,
): Promise<{ width: number; bytes: Buffer } | undefined> {
  const [row] = await oneTile(tx, level, index);
  return row;
}

interface StoredTile {
  level: number;
  tile_index: number;
  width: number;
  bytes: Buffer;
}

const someTiles = preparedStatement<StoredTile>(
  "some-tiles",
  `select t.level, t.tile_index, t.width, t.bytes from unnest($1::smallint[], $2::bigint[]) as w (level, tile_index)
  join app.log_tiles t using (level, tile_index)`,
);

export async function readTiles(tx: Tx, tiles: readonly { level: number; index: number }[]): Promise<StoredTile[]> {
  const [levels, indexes] = [tiles.map((tile) => tile.level), tiles.map((tile) => tile.index)];
  return someTiles(tx, levels, indexes);
}

const newCheckpoint = preparedStatement(
  "new-checkpoint",
  `insert into app.log_checkpoints (size, origin, root, note, at) values ($1, $2, $3, $4, $5)
  on conflict (size) do nothing`,
);

export async function insertCheckpoint(
  tx: Tx,
  row: { size: number; origin: string; root: Uint8Array; note: string; at: Date },
): Promise<void> {
  await newCheckpoint(tx, row.size, row.origin, Buffer.from(row.root), row.note, row.at);
}
