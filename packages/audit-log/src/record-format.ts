import { ByteReader, ByteWriter } from "./byte-columns.ts";
import { utf8 } from "./bytes.ts";
import { KEY_BYTES } from "./commitment.ts";
import { AuditLogError } from "./errors.ts";
import { HASH_BYTES } from "./sha256.ts";

/**
 * A whole record for the browser's check, as small as it gets: what can be worked out again (uid, number, link to the entry
 * before, hash of the label) is left out, words that come back are written once, and each field is a column of its own, so
 * that compression over HTTP finds them alike. Version 1, all numbers LEB128:
 *
 *   "LPR1" | checkpoint | summary or "" | uid | words | flags | places | times | nine columns of words | whole entries |
 *   keys | labels | leaf hashes or nothing | multiproof hashes | consistency proofs
 */
export const RECORD_MAGIC = "LPR1";

/** An entry that follows the one before it in every way; the words are numbers in `words`, `type` and on 0 when absent. */
export interface RegularEntry {
  readonly at: number;
  readonly words: readonly number[];
}

export const WORD_COLUMNS = [
  "actorKind",
  "actorRef",
  "act",
  "objectKind",
  "objectId",
  "objectType",
  "permission",
  "purpose",
  "result",
] as const;

export interface RecordEntry {
  /** The parts to rebuild it from, or its bytes as they are when it does not follow. */
  readonly entry: RegularEntry | Uint8Array;
  readonly index: number;
  readonly key: Uint8Array;
  readonly label?: Uint8Array;
}

export interface RecordParts {
  readonly checkpoint: string;
  readonly summary?: string;
  readonly uid: string;
  readonly words: readonly string[];
  readonly entries: readonly RecordEntry[];
  /** The leaves as the log has them, in the order of the entries: sent only when a fault is to be found. */
  readonly leafHashes?: Uint8Array;
  readonly hashes: Uint8Array;
  readonly consistency: readonly { readonly oldSize: number; readonly hashes: Uint8Array }[];
}

const WHOLE = 1;
const LABELLED = 2;

export function encodeRecord(parts: RecordParts): Uint8Array {
  const { entries } = parts;
  const out = new ByteWriter();
  out.raw(utf8(RECORD_MAGIC));
  out.text(parts.checkpoint);
  out.text(parts.summary ?? "");
  out.text(parts.uid);
  out.count(parts.words.length);
  for (const word of parts.words) out.text(word);
  out.count(entries.length);
  for (const { entry, label } of entries) {
    out.byte((entry instanceof Uint8Array ? WHOLE : 0) + (label === undefined ? 0 : LABELLED));
  }
  let before = 0;
  for (const { index } of entries) {
    out.difference(index - before);
    before = index;
  }
  const regular = entries.flatMap(({ entry }) => (entry instanceof Uint8Array ? [] : [entry]));
  before = 0;
  for (const { at } of regular) {
    out.difference(at - before);
    before = at;
  }
  WORD_COLUMNS.forEach((_, column) => {
    for (const { words } of regular) out.count(words[column] ?? 0);
  });
  for (const { entry } of entries) if (entry instanceof Uint8Array) out.block(entry);
  for (const { key } of entries) out.raw(key);
  for (const { label } of entries) if (label !== undefined) out.block(label);
  out.block(parts.leafHashes ?? new Uint8Array());
  out.block(parts.hashes);
  out.count(parts.consistency.length);
  for (const proof of parts.consistency) {
    out.count(proof.oldSize);
    out.block(proof.hashes);
  }
  return out.finish();
}

/** Strict inverse: nothing left over, no second spelling. Throws `record-malformed`. */
export function decodeRecord(bytes: Uint8Array): RecordParts {
  const read = new ByteReader(bytes);
  if (!utf8(RECORD_MAGIC).every((byte) => byte === read.byte())) {
    throw new AuditLogError("record-malformed", "This is not a record of this format.");
  }
  const checkpoint = read.text();
  const summary = read.text();
  const uid = read.text();
  const words = times(read.items(1), () => read.text());
  const flags = times(read.items(1), () => read.byte());
  if (flags.some((flag) => flag > WHOLE + LABELLED)) throw new AuditLogError("record-malformed", "A mark is unknown.");
  const indices = running(flags.length, read);
  const regular = flags.filter((flag) => (flag & WHOLE) === 0).length;
  const instants = running(regular, read);
  const columns = WORD_COLUMNS.map(() => times(regular, () => read.count()));
  const whole = times(flags.length - regular, () => read.block());
  const keys = flags.map(() => read.raw(KEY_BYTES));
  const labels = flags.map((flag) => ((flag & LABELLED) === 0 ? undefined : read.block()));
  const leafHashes = hashRow(read);
  const hashes = hashRow(read);
  const consistency = times(read.items(2), () => ({ oldSize: read.count(), hashes: hashRow(read) }));
  read.end();

  let nextRegular = 0;
  let nextWhole = 0;
  const entries = flags.map((flag, i): RecordEntry => {
    const label = labels[i];
    return {
      entry:
        (flag & WHOLE) === 0 ? regularAt(nextRegular++, instants, columns) : (whole[nextWhole++] ?? new Uint8Array()),
      index: indices[i] ?? 0,
      key: keys[i] ?? new Uint8Array(),
      ...(label === undefined ? {} : { label }),
    };
  });
  return {
    checkpoint,
    ...(summary === "" ? {} : { summary }),
    uid,
    words,
    entries,
    ...(leafHashes.length === 0 ? {} : { leafHashes }),
    hashes,
    consistency,
  };
}

function regularAt(i: number, instants: readonly number[], columns: readonly (readonly number[])[]): RegularEntry {
  return { at: instants[i] ?? 0, words: columns.map((column) => column[i] ?? 0) };
}

function running(count: number, read: ByteReader): number[] {
  let value = 0;
  return times(count, () => {
    value += read.difference();
    return value;
  });
}

function hashRow(read: ByteReader): Uint8Array {
  const row = read.block();
  if (row.length % HASH_BYTES !== 0) throw new AuditLogError("record-malformed", "A row of hashes is cut off.");
  return row;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
