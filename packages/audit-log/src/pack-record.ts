import { concatBytes } from "./bytes.ts";
import { readUnverifiedCheckpoint } from "./checkpoint.ts";
import { commitment } from "./commitment.ts";
import { parseEntry } from "./entry.ts";
import { AuditLogError, attempt } from "./errors.ts";
import { buildMultiproof, proveConsistency } from "./prove.ts";
import { type ChainPlace, firstPlace, placeAfter, regularParts, Words } from "./record-entries.ts";
import { encodeRecord, type RecordEntry } from "./record-format.ts";
import { rangeHashes, type TileOptions, type TileReader } from "./tile-hashes.ts";
import type { EntryOpening } from "./tlog-proof.ts";

export interface PackedEntry extends EntryOpening {
  readonly index: number;
  /** When it is stored anyway; spares hashing every entry. */
  readonly commitment?: Uint8Array;
}

export interface RecordSource {
  readonly read: TileReader;
  readonly options?: TileOptions;
  /** Every entry's index must be below its size. */
  readonly checkpoint: string;
  readonly summary?: string;
  /** The chain's log id. */
  readonly uid: string;
  /** In order of `seq`. */
  readonly entries: readonly PackedEntry[];
  /** Sizes of summaries that the browser holds. */
  readonly since?: readonly number[];
  /** Add the log's own leaf hashes (32 bytes an entry), so that a fault can be named: for a second try after a bad one. */
  readonly locate?: boolean;
}

/**
 * The bundle behind *Check this record*. 10,000 entries scattered in a log of a million come to some 3.5 MB; send it with
 * gzip or brotli. The browser gives it to `checkRecord`.
 */
export async function packRecord(source: RecordSource): Promise<Uint8Array> {
  const { size } = readUnverifiedCheckpoint(source.checkpoint);
  const { read, options } = source;
  const sorted = [...new Set(source.entries.map((entry) => entry.index))].sort((a, b) => a - b);
  const consistency = [];
  for (const oldSize of new Set(source.since)) {
    if (!Number.isSafeInteger(oldSize) || oldSize < 0 || oldSize > size) continue;
    const hashes = await proveConsistency(read, oldSize, size, options);
    consistency.push({ oldSize, hashes: concatBytes(...hashes) });
  }
  const leaves = source.entries.map(({ index }) => ({ from: index, to: index + 1 }));
  const words = new Words();
  const entries = packEntries(source, words);
  return encodeRecord({
    checkpoint: source.checkpoint,
    ...(source.summary === undefined ? {} : { summary: source.summary }),
    uid: source.uid,
    words: words.list,
    entries,
    ...(source.locate === true ? { leafHashes: await rangeHashes(read, size, leaves, options) } : {}),
    hashes: await buildMultiproof(read, size, sorted, options),
    consistency,
  });
}

function packEntries(source: RecordSource, words: Words): RecordEntry[] {
  let place: ChainPlace = firstPlace(source.uid);
  return source.entries.map((packed): RecordEntry => {
    const { entry: bytes, key, label, index } = packed;
    const regular = regularParts(bytes, label, place, words);
    const entry = regular?.entry ?? attempt(() => parseEntry(bytes));
    const seq = entry instanceof AuditLogError ? place.seq : entry.seq;
    place = placeAfter(source.uid, seq, packed.commitment ?? commitment(key, bytes));
    return { entry: regular?.parts ?? bytes, index, key, ...(label === undefined ? {} : { label }) };
  });
}
