import { toBase64 } from "./base64.ts";
import { utf8 } from "./bytes.ts";
import { entryFileName } from "./check-export.ts";
import { readUnverifiedCheckpoint } from "./checkpoint.ts";
import { consistencyPath } from "./consistency-source.ts";
import { parseEntry } from "./entry.ts";
import { proveConsistency, proveInclusions } from "./prove.ts";
import type { TileOptions, TileReader } from "./tile-hashes.ts";
import { TILE_WIDTH, tilePath, tileWidth } from "./tile-path.ts";
import { type EntryOpening, formatProof, openingBytes } from "./tlog-proof.ts";

export interface ExportedEntry extends EntryOpening {
  readonly index: number;
}

export interface ExportSource {
  readonly read: TileReader;
  readonly options?: TileOptions;
  /** The one checkpoint that everything is proven against; every entry's index must be below its size. */
  readonly checkpoint: string;
  readonly vkey: string;
  /** From `signSummary`, over the same size and root. */
  readonly summary?: string;
  /** Older sizes to carry a comparison for: those asked for with `?since=`, and those this person is known to hold. */
  readonly since?: readonly number[];
  /** In order of `seq`. */
  readonly entries: Iterable<ExportedEntry> | AsyncIterable<ExportedEntry>;
}

export interface ExportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Up to this size the export carries all leaf hashes (512 KB), so that any older summary can be compared offline. */
export const WHOLE_TREE_UP_TO = 16_384;
const ENTRIES_AT_ONCE = 500;

/** The files of an exported timeline that a program reads, one after the other; a few hundred entries in memory at a time. */
export async function* exportFiles(source: ExportSource): AsyncGenerator<ExportFile> {
  const { size } = readUnverifiedCheckpoint(source.checkpoint);
  yield { name: "checkpoint", bytes: utf8(source.checkpoint) };
  yield { name: "vkey", bytes: utf8(`${source.vkey.trimEnd()}\n`) };
  if (source.summary !== undefined) yield { name: "summary", bytes: utf8(source.summary) };
  for (const oldSize of new Set(source.since)) {
    if (!Number.isSafeInteger(oldSize) || oldSize < 0 || oldSize > size) continue;
    const hashes = await proveConsistency(source.read, oldSize, size, source.options);
    const lines = hashes.map((hash) => `${toBase64(hash)}\n`).join("");
    yield { name: consistencyPath(oldSize), bytes: utf8(lines) };
  }
  if (size <= WHOLE_TREE_UP_TO) yield* leafTiles(source.read, size);

  let batch: ExportedEntry[] = [];
  for await (const entry of source.entries) {
    batch.push(entry);
    if (batch.length < ENTRIES_AT_ONCE) continue;
    yield* proofFiles(source, size, batch);
    batch = [];
  }
  yield* proofFiles(source, size, batch);
}

async function* leafTiles(read: TileReader, size: number): AsyncGenerator<ExportFile> {
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const width = tileWidth(0, index, size);
    const bytes = await read(0, index, width);
    yield { name: tilePath({ level: 0, index, width }), bytes: bytes.subarray(0, width * 32) };
  }
}

async function* proofFiles(source: ExportSource, size: number, batch: ExportedEntry[]): AsyncGenerator<ExportFile> {
  const indices = batch.map((entry) => entry.index);
  const proofs = await proveInclusions(source.read, indices, size, source.options);
  for (const [at, opening] of batch.entries()) {
    const { checkpoint } = source;
    const text = formatProof({
      extra: openingBytes(opening),
      index: opening.index,
      hashes: proofs[at] ?? [],
      checkpoint,
    });
    yield { name: entryFileName(parseEntry(opening.entry).seq), bytes: utf8(text) };
  }
}
