import { splitHashes } from "./merkle.ts";
import { multiproofRanges } from "./multiproof.ts";
import { consistencyRanges, inclusionRanges } from "./ranges.ts";
import { HASH_BYTES } from "./sha256.ts";
import { rangeHashes, type TileOptions, type TileReader } from "./tile-hashes.ts";

/** Inclusion proof of one leaf in the tree of `size` (RFC 6962 section 2.1.1). */
export async function proveInclusion(
  read: TileReader,
  index: number,
  size: number,
  options?: TileOptions,
): Promise<Uint8Array[]> {
  return splitHashes(await rangeHashes(read, size, inclusionRanges(index, size), options));
}

/** Inclusion proofs of many leaves at once; every tile is read once for all of them. */
export async function proveInclusions(
  read: TileReader,
  indices: readonly number[],
  size: number,
  options?: TileOptions,
): Promise<Uint8Array[][]> {
  const ranges = indices.map((index) => inclusionRanges(index, size));
  const flat = await rangeHashes(read, size, ranges.flat(), options);
  let at = 0;
  return ranges.map((proof) => {
    const start = at;
    at += proof.length * HASH_BYTES;
    return splitHashes(flat.subarray(start, at));
  });
}

/** Consistency proof from an older size (RFC 6962 section 2.1.2). Empty when the sizes are equal or the old one is 0. */
export async function proveConsistency(
  read: TileReader,
  oldSize: number,
  size: number,
  options?: TileOptions,
): Promise<Uint8Array[]> {
  return splitHashes(await rangeHashes(read, size, consistencyRanges(oldSize, size), options));
}

/** The hashes that, with the leaves at `indices` (strictly increasing), give the root: one flat row of 32 bytes each. */
export async function buildMultiproof(
  read: TileReader,
  size: number,
  indices: readonly number[],
  options?: TileOptions,
): Promise<Uint8Array> {
  return rangeHashes(read, size, multiproofRanges(size, indices), options);
}
