import { AuditLogError } from "./errors.ts";
import { EMPTY_ROOT, nodeHash, parentRow, subtreeRoot } from "./merkle.ts";
import { fullSubtrees, heightOf, type Range } from "./ranges.ts";
import { HASH_BYTES } from "./sha256.ts";
import { TILE_WIDTH, tileWidth } from "./tile-path.ts";

/** Reads one stored tile: `width` hashes (or the full tile, of which the first `width` are taken) of 32 bytes. */
export type TileReader = (level: number, index: number, width: number) => Promise<Uint8Array>;

/**
 * Optional memory of the middle row (16 hashes, 512 bytes) of full tiles, which never change. With it, a proof over a log of
 * a million leaves hashes about a seventh, and needs 2 MB. The caller bounds it.
 */
export interface MiddleRows {
  get(level: number, index: number): Uint8Array | undefined;
  set(level: number, index: number, row: Uint8Array): void;
}

export interface TileOptions {
  readonly middleRows?: MiddleRows;
}

const LEVEL_HEIGHT = 8;
const MIDDLE_HEIGHT = 4;
const READS_AT_ONCE = 32;

interface Wanted {
  readonly height: number;
  readonly offset: number;
  readonly slot: number;
}

interface WantedTile {
  readonly level: number;
  readonly index: number;
  readonly wanted: Wanted[];
}

/**
 * The hash of each range, in order, as one flat row of 32 bytes each. Every proof of this package is a list of ranges; this
 * is the only place that turns them into hashes. Each tile is read once and let go. Throws `tile-missing` when one is short.
 */
export async function rangeHashes(
  read: TileReader,
  size: number,
  ranges: readonly Range[],
  options: TileOptions = {},
): Promise<Uint8Array> {
  const plan = planTiles(ranges);
  const slots = new Uint8Array(plan.slots * HASH_BYTES);
  const queue = plan.tiles.values();
  const worker = async (): Promise<void> => {
    for (const tile of queue) await fillFromTile(read, size, tile, slots, options.middleRows);
  };
  await Promise.all(Array.from({ length: Math.min(READS_AT_ONCE, plan.tiles.size) }, worker));
  return foldParts(plan.parts, slots);
}

function planTiles(ranges: readonly Range[]) {
  const tiles = new Map<string, WantedTile>();
  const known = new Map<string, number>();
  const slotOf = (part: Range): number => {
    const key = `${part.from}:${part.to}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const slot = known.size;
    known.set(key, slot);
    const height = heightOf(part.to - part.from);
    const level = Math.floor(height / LEVEL_HEIGHT);
    const start = part.from / TILE_WIDTH ** level;
    const index = Math.floor(start / TILE_WIDTH);
    const name = `${level}/${index}`;
    const tile = tiles.get(name) ?? { level, index, wanted: [] };
    tile.wanted.push({ height: height - level * LEVEL_HEIGHT, offset: start - index * TILE_WIDTH, slot });
    tiles.set(name, tile);
    return slot;
  };
  const parts = ranges.map((range) => fullSubtrees(range).map(slotOf));
  return { tiles, parts, slots: known.size };
}

async function fillFromTile(
  read: TileReader,
  size: number,
  tile: WantedTile,
  slots: Uint8Array,
  middleRows: MiddleRows | undefined,
): Promise<void> {
  const width = tileWidth(tile.level, tile.index, size);
  const rows = width === TILE_WIDTH ? middleRows : undefined;
  let row = rows?.get(tile.level, tile.index);
  const needsTile = row === undefined || tile.wanted.some((want) => want.height < MIDDLE_HEIGHT);
  const hashes = needsTile ? await readTile(read, tile, width) : undefined;
  if (row === undefined && rows !== undefined && hashes !== undefined) {
    row = hashes;
    for (let height = 0; height < MIDDLE_HEIGHT; height++) row = parentRow(row);
    rows.set(tile.level, tile.index, row);
  }
  for (const { height, offset, slot } of tile.wanted) {
    const fromRow = row !== undefined && height >= MIDDLE_HEIGHT;
    const source = fromRow ? row : hashes;
    const scale = fromRow ? 2 ** MIDDLE_HEIGHT : 1;
    const start = (offset / scale) * HASH_BYTES;
    const span = source?.subarray(start, start + (2 ** height / scale) * HASH_BYTES);
    if (span === undefined || span.length !== (2 ** height / scale) * HASH_BYTES) throw missing(tile);
    slots.set(subtreeRoot(span), slot * HASH_BYTES);
  }
}

async function readTile(read: TileReader, tile: WantedTile, width: number): Promise<Uint8Array> {
  if (width === 0) throw missing(tile);
  const bytes = await read(tile.level, tile.index, width);
  if (bytes.length < width * HASH_BYTES) throw missing(tile);
  return bytes.subarray(0, width * HASH_BYTES);
}

/** A node on the right edge is the fold, from the right, of the full subtrees below it. */
function foldParts(parts: readonly (readonly number[])[], slots: Uint8Array): Uint8Array {
  const out = new Uint8Array(parts.length * HASH_BYTES);
  parts.forEach((slotsOfRange, at) => {
    const hash = slotsOfRange
      .map((slot) => slots.subarray(slot * HASH_BYTES, (slot + 1) * HASH_BYTES))
      .reduceRight((right, left) => nodeHash(left, right));
    out.set(hash, at * HASH_BYTES);
  });
  return out;
}

/** Root of the first `size` leaves, from stored tiles. */
export async function rootFromTiles(read: TileReader, size: number, options?: TileOptions): Promise<Uint8Array> {
  return size === 0 ? EMPTY_ROOT : rangeHashes(read, size, [{ from: 0, to: size }], options);
}

function missing(tile: { level: number; index: number }): AuditLogError {
  return new AuditLogError("tile-missing", `Tile ${tile.level}/${tile.index} is missing or too short.`);
}
