import { AuditLogError } from "./errors.ts";
import { HASH_BYTES, sha256, sha256Into } from "./sha256.ts";

/** Root of the tree without leaves (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Uint8Array = sha256();

const pair = new Uint8Array(1 + 2 * HASH_BYTES);
pair[0] = 1;

/** RFC 6962 section 2.1: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const out = new Uint8Array(HASH_BYTES);
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  sha256Into(pair, out);
  return out;
}

/** The largest power of two smaller than `n` (n > 1): where RFC 6962 splits a tree. By arithmetic, since sizes pass 2^32. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Merkle Tree Hash over leaf hashes that are all at hand. */
export function rootOf(leafHashes: readonly Uint8Array[]): Uint8Array {
  const over = (from: number, to: number): Uint8Array => {
    if (to - from === 1) return hashAt(leafHashes, from);
    const middle = from + splitPoint(to - from);
    return nodeHash(over(from, middle), over(middle, to));
  };
  return leafHashes.length === 0 ? EMPTY_ROOT : over(0, leafHashes.length);
}

/** Root of a full subtree over `hashes`, a whole number of 32-byte hashes that is a power of two. */
export function subtreeRoot(hashes: Uint8Array): Uint8Array {
  let row = hashes;
  while (row.length > HASH_BYTES) row = parentRow(row);
  return row.slice();
}

/** The row above: each two neighbouring hashes become one. */
export function parentRow(row: Uint8Array): Uint8Array {
  const parents = new Uint8Array(row.length / 2);
  for (let at = 0; at < parents.length; at += HASH_BYTES) {
    pair.set(row.subarray(2 * at, 2 * at + 2 * HASH_BYTES), 1);
    sha256Into(pair, parents.subarray(at, at + HASH_BYTES));
  }
  return parents;
}

export function hashAt(hashes: readonly Uint8Array[], at: number): Uint8Array {
  const hash = hashes[at];
  if (hash === undefined || hash.length !== HASH_BYTES) {
    throw new AuditLogError("tree-arguments", "A hash is missing or does not have 32 bytes.");
  }
  return hash;
}

/** Cuts a flat row into hashes. */
export function splitHashes(flat: Uint8Array): Uint8Array[] {
  const hashes: Uint8Array[] = [];
  for (let at = 0; at + HASH_BYTES <= flat.length; at += HASH_BYTES) hashes.push(flat.slice(at, at + HASH_BYTES));
  return hashes;
}
