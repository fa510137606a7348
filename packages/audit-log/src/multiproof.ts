import { isCount } from "./decimal.ts";
import { AuditLogError } from "./errors.ts";
import { EMPTY_ROOT, splitPoint } from "./merkle.ts";
import type { Range } from "./ranges.ts";
import { HASH_BYTES, sha256Into } from "./sha256.ts";

/** Sizes are below 2^53, so no path is longer. */
const MAX_DEPTH = 54;

/**
 * The nodes that, with the leaves at `indices`, give the root: each node whose leaves hold none of the indices and whose
 * parent holds one, left to right. `indices` strictly increasing and below `size`, else `tree-arguments`.
 */
export function multiproofRanges(size: number, indices: readonly number[]): Range[] {
  requireIndices(size, indices);
  const ranges: Range[] = [];
  let next = 0;
  const walk = (from: number, to: number): void => {
    const index = indices[next];
    if (index === undefined || index >= to) {
      ranges.push({ from, to });
    } else if (to - from === 1) {
      next += 1;
    } else {
      const middle = from + splitPoint(to - from);
      walk(from, middle);
      walk(middle, to);
    }
  };
  if (size > 0) walk(0, size);
  return ranges;
}

/** Leaf hashes and proof hashes are flat rows of 32 bytes each: a long record would drown in small arrays otherwise. */
export interface Multiproof {
  readonly size: number;
  readonly indices: readonly number[];
  readonly leafHashes: Uint8Array;
  readonly hashes: Uint8Array;
}

/**
 * The root that the leaves and the proof lead to, or undefined when the proof is too short, too long, or its numbers make
 * no sense. The shape of the tree comes from `size` and `indices` alone; the proof only fills in hashes, so a hash cannot be
 * read for another place.
 */
export function rootFromMultiproof(proof: Multiproof): Uint8Array | undefined {
  const { size, indices, leafHashes, hashes } = proof;
  if (!validIndices(size, indices) || leafHashes.length !== indices.length * HASH_BYTES) return undefined;
  if (size === 0) return hashes.length === 0 ? EMPTY_ROOT : undefined;

  const rows = scratchRows();
  let nextLeaf = 0;
  let nextHash = 0;
  let short = false;
  const take = (source: Uint8Array, number: number, out: Uint8Array): void => {
    const start = number * HASH_BYTES;
    if (start + HASH_BYTES > source.length) short = true;
    else for (let i = 0; i < HASH_BYTES; i++) out[i] = source[start + i] ?? 0;
  };
  const walk = (from: number, to: number, depth: number, out: Uint8Array): void => {
    if (short) return;
    const index = indices[nextLeaf];
    if (index === undefined || index >= to) {
      take(hashes, nextHash++, out);
      return;
    }
    if (to - from === 1) {
      take(leafHashes, nextLeaf++, out);
      return;
    }
    const row = rows[depth];
    if (row === undefined) {
      short = true;
      return;
    }
    const middle = from + splitPoint(to - from);
    walk(from, middle, depth + 1, row.left);
    walk(middle, to, depth + 1, row.right);
    sha256Into(row.pair, out);
  };
  const root = new Uint8Array(HASH_BYTES);
  walk(0, size, 0, root);
  return short || nextHash * HASH_BYTES !== hashes.length ? undefined : root;
}

/** One node input for each depth, reused: hashing 100,000 nodes allocates nothing. */
function scratchRows(): { pair: Uint8Array; left: Uint8Array; right: Uint8Array }[] {
  return Array.from({ length: MAX_DEPTH }, () => {
    const pair = new Uint8Array(1 + 2 * HASH_BYTES);
    pair[0] = 1;
    return { pair, left: pair.subarray(1, 1 + HASH_BYTES), right: pair.subarray(1 + HASH_BYTES) };
  });
}

function validIndices(size: number, indices: readonly number[]): boolean {
  if (!isCount(size)) return false;
  let before = -1;
  for (const index of indices) {
    if (!isCount(index) || index <= before || index >= size) return false;
    before = index;
  }
  return true;
}

function requireIndices(size: number, indices: readonly number[]): void {
  if (!validIndices(size, indices)) {
    throw new AuditLogError("tree-arguments", "The indices must increase and be smaller than the size of the tree.");
  }
}
