import { fromBase64Fixed } from "./base64.ts";
import { fromUtf8 } from "./bytes.ts";
import { AuditLogError, attempt } from "./errors.ts";
import { hashAt, nodeHash, rootOf, splitHashes } from "./merkle.ts";
import { consistencyRanges, inclusionRanges, type Range } from "./ranges.ts";
import { HASH_BYTES } from "./sha256.ts";
import { TILE_WIDTH, tilePath, tileWidth } from "./tile-path.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/** One proven leaf, as far as it is of use for other proofs. */
export interface ProvenLeaf {
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly hashes: readonly Uint8Array[];
}

/**
 * A consistency proof from `oldSize`, by whichever way the export allows; all three end in the same verification, so none
 * needs to be believed: a ready proof (`consistency/<size>`), the leaf hashes of a small log (`tile/0/…`), or the nodes that
 * the entries' own inclusion proofs hold (enough whenever the older log ended with one of these entries).
 */
export function findConsistency(
  files: Files,
  oldSize: number,
  size: number,
  proven: readonly ProvenLeaf[],
): readonly Uint8Array[] | undefined {
  return fromFile(files, oldSize) ?? fromTiles(files, oldSize, size) ?? fromInclusion(oldSize, size, proven);
}

export function consistencyPath(oldSize: number): string {
  return `consistency/${oldSize}`;
}

function fromFile(files: Files, oldSize: number): readonly Uint8Array[] | undefined {
  const bytes = files.get(consistencyPath(oldSize));
  if (bytes === undefined) return undefined;
  const hashes = attempt(() => parseConsistency(bytes));
  return hashes instanceof AuditLogError ? undefined : hashes;
}

/** Base64 hashes, one a line, each line ended by a newline. */
function parseConsistency(bytes: Uint8Array): Uint8Array[] {
  const lines = fromUtf8(bytes, "proof-malformed").split("\n");
  if (lines.pop() !== "" || lines.length > 128) {
    throw new AuditLogError("proof-malformed", "The lines of the comparison are not complete.");
  }
  return lines.map((line) => fromBase64Fixed(line, HASH_BYTES, "proof-malformed"));
}

function fromTiles(files: Files, oldSize: number, size: number): readonly Uint8Array[] | undefined {
  const leaves: Uint8Array[] = [];
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const width = tileWidth(0, index, size);
    const bytes = files.get(tilePath({ level: 0, index, width }));
    if (bytes?.length !== width * HASH_BYTES) return undefined;
    leaves.push(...splitHashes(bytes));
  }
  return consistencyRanges(oldSize, size).map(({ from, to }) => rootOf(leaves.slice(from, to)));
}

function fromInclusion(
  oldSize: number,
  size: number,
  proven: readonly ProvenLeaf[],
): readonly Uint8Array[] | undefined {
  const wanted = consistencyRanges(oldSize, size);
  const open = new Set(wanted.map(keyOf));
  const found = new Map<string, Uint8Array>();
  const offer = (range: Range, hash: Uint8Array): void => {
    if (open.delete(keyOf(range))) found.set(keyOf(range), hash);
  };
  for (const leaf of proven) {
    if (open.size === 0) break;
    let range = { from: leaf.index, to: leaf.index + 1 };
    let hash = leaf.leafHash;
    offer(range, hash);
    inclusionRanges(leaf.index, size).forEach((sibling, at) => {
      const other = hashAt(leaf.hashes, at);
      offer(sibling, other);
      const siblingIsLeft = sibling.to === range.from;
      hash = siblingIsLeft ? nodeHash(other, hash) : nodeHash(hash, other);
      range = siblingIsLeft ? { from: sibling.from, to: range.to } : { from: range.from, to: sibling.to };
      offer(range, hash);
    });
  }
  const hashes = wanted.flatMap((range) => found.get(keyOf(range)) ?? []);
  return hashes.length === wanted.length ? hashes : undefined;
}

function keyOf(range: Range): string {
  return `${range.from}:${range.to}`;
}
