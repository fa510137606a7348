import { AuditLogError } from "./errors.ts";
import { EMPTY_ROOT, nodeHash, subtreeRoot } from "./merkle.ts";
import { HASH_BYTES } from "./sha256.ts";
import type { TileReader } from "./tile-hashes.ts";
import { TILE_WIDTH, type TileAddress, tileWidth } from "./tile-path.ts";

/**
 * All that is needed to grow a log: its size and, for each level, the hashes of the tile that is not full yet (possibly
 * none). At most 255 hashes a level, so a few KB for any size.
 */
export interface TreeEdge {
  readonly size: number;
  readonly levels: readonly Uint8Array[];
}

export interface WrittenTile extends TileAddress {
  readonly bytes: Uint8Array;
}

export interface Appended {
  /** Every tile that is new or grew, full ones first within a level. Write these durably before signing `root`. */
  readonly tiles: readonly WrittenTile[];
  readonly edge: TreeEdge;
  readonly size: number;
  readonly root: Uint8Array;
}

export const EMPTY_EDGE: TreeEdge = { size: 0, levels: [] };

/** Adds leaf hashes at the right. Pure: the given edge stays as it was, so a failed write changes nothing. */
export function appendLeaves(edge: TreeEdge, leafHashes: readonly Uint8Array[]): Appended {
  if (leafHashes.some((hash) => hash.length !== HASH_BYTES)) {
    throw new AuditLogError("tree-arguments", "Every leaf hash must have 32 bytes.");
  }
  const size = edge.size + leafHashes.length;
  const tiles: WrittenTile[] = [];
  const levels: Uint8Array[] = [];
  let added: readonly Uint8Array[] = leafHashes;
  for (let level = 0; level < edge.levels.length || added.length > 0; level++) {
    const grown = growLevel(level, edge, added);
    tiles.push(...grown.tiles);
    levels.push(grown.partial);
    added = grown.parents;
  }
  const next = { size, levels };
  return { tiles, edge: next, size, root: rootOfEdge(next) };
}

function growLevel(level: number, edge: TreeEdge, added: readonly Uint8Array[]) {
  const before = edge.levels[level] ?? new Uint8Array(0);
  if (added.length === 0) return { tiles: [], partial: before, parents: [] };
  const row = new Uint8Array(before.length + added.length * HASH_BYTES);
  row.set(before);
  added.forEach((hash, at) => {
    row.set(hash, before.length + at * HASH_BYTES);
  });

  const tiles: WrittenTile[] = [];
  const parents: Uint8Array[] = [];
  const tileBytes = TILE_WIDTH * HASH_BYTES;
  let index = Math.floor(edge.size / TILE_WIDTH ** (level + 1));
  let at = 0;
  for (; at + tileBytes <= row.length; at += tileBytes) {
    const bytes = row.slice(at, at + tileBytes);
    tiles.push({ level, index, width: TILE_WIDTH, bytes });
    parents.push(subtreeRoot(bytes));
    index += 1;
  }
  const partial = row.slice(at);
  if (partial.length > 0) tiles.push({ level, index, width: partial.length / HASH_BYTES, bytes: partial });
  return { tiles, partial, parents };
}

/** Root of the tree that this edge belongs to. */
export function rootOfEdge(edge: TreeEdge): Uint8Array {
  const peaks: Uint8Array[] = [];
  for (const level of [...edge.levels].reverse()) peaks.push(...peaksOf(level));
  const last = peaks.pop();
  return last === undefined ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right), last);
}

/** Full subtrees within one level, widest first. */
function peaksOf(level: Uint8Array): Uint8Array[] {
  const peaks: Uint8Array[] = [];
  let at = 0;
  for (let width = TILE_WIDTH / 2; width >= 1; width /= 2) {
    if (level.length / HASH_BYTES - at / HASH_BYTES < width) continue;
    peaks.push(subtreeRoot(level.subarray(at, at + width * HASH_BYTES)));
    at += width * HASH_BYTES;
  }
  return peaks;
}

/** Reads the edge of a stored log back. Compare `rootOfEdge` with the last signed checkpoint before appending to it. */
export async function readEdge(read: TileReader, size: number): Promise<TreeEdge> {
  const levels: Uint8Array[] = [];
  for (let level = 0; Math.floor(size / TILE_WIDTH ** level) > 0; level++) {
    const index = Math.floor(size / TILE_WIDTH ** (level + 1));
    const width = tileWidth(level, index, size);
    const bytes = width === 0 ? new Uint8Array(0) : await read(level, index, width);
    if (bytes.length < width * HASH_BYTES) {
      throw new AuditLogError("tile-missing", `Tile ${level}/${index} is missing or too short.`);
    }
    levels.push(bytes.slice(0, width * HASH_BYTES));
  }
  return { size, levels };
}
