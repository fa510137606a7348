import { equalBytes } from "./bytes.ts";
import { ChainWalk } from "./chain-walk.ts";
import { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
import { commitment, entryLeafHash } from "./commitment.ts";
import { type Entry, entryBytes, parseEntry } from "./entry.ts";
import { AuditLogError, attempt } from "./errors.ts";
import { Findings } from "./findings.ts";
import { splitHashes } from "./merkle.ts";
import { rootFromMultiproof } from "./multiproof.ts";
import { openSaved, type RecordCheck, recordCheck } from "./record-check.ts";
import { firstPlace, placeAfter, rebuildEntry } from "./record-entries.ts";
import { decodeRecord, type RecordParts } from "./record-format.ts";
import { HASH_BYTES } from "./sha256.ts";
import { checkHead, checkSince } from "./since.ts";
import { parseVkey } from "./vkey.ts";

export interface RecordToCheck {
  /** What `packRecord` made, uncompressed. */
  readonly record: Uint8Array;
  /** The log's key line, kept from the first check or fetched. */
  readonly vkey: string;
  /** The summary saved after an earlier check. */
  readonly saved?: string;
}

/** The browser's *Check this record*: the same guarantees as `checkExport`, in one proof for all entries. Never throws for
 * what the bundle holds. Takes some tenths of a second for 10,000 entries of a million; run it in a worker. */
export function checkRecord(input: RecordToCheck): RecordCheck {
  const findings = new Findings();
  const opened = attempt(() => {
    const key = parseVkey(input.vkey);
    const parts = decodeRecord(input.record);
    const checkpoint = openCheckpoint(parts.checkpoint, key);
    const summary = parts.summary === undefined ? undefined : openCheckpoint(parts.summary, key);
    return { key, parts, checkpoint, summary };
  });
  if (opened instanceof AuditLogError) {
    findings.refused(opened, "The record");
    return recordCheck({ findings, entries: [], compared: false });
  }
  const { key, parts, checkpoint, summary } = opened;
  const walk = walkRecord(parts, findings);
  checkInLog(parts, walk.leafHashes, checkpoint, findings);
  if (summary !== undefined) {
    const sameTree = summary.size === checkpoint.size && equalBytes(summary.root, checkpoint.root);
    if (!sameTree || summary.origin !== checkpoint.origin) {
      findings.invalid("other-summary", "The summary in this record is of another state of the log than its entries.");
    }
    checkHead(findings, summary, walk, "own");
  }
  const saved = input.saved === undefined ? undefined : openSaved(input.saved, key, findings);
  if (saved !== undefined) {
    checkSince(findings, saved, checkpoint, (oldSize) => {
      const proof = parts.consistency.find((each) => each.oldSize === oldSize);
      return proof && splitHashes(proof.hashes);
    });
    checkHead(findings, saved, walk, "saved");
  }
  return recordCheck({
    findings,
    entries: walk.entries,
    checkpoint,
    ...(summary === undefined ? {} : { summary }),
    compared: saved !== undefined,
  });
}

function walkRecord(parts: RecordParts, findings: Findings) {
  const walk = new ChainWalk(findings);
  const entries: Entry[] = [];
  const commitments = new Map<number, Uint8Array>();
  const leafHashes = new Uint8Array(parts.entries.length * HASH_BYTES);
  let place = firstPlace(parts.uid);
  parts.entries.forEach(({ entry: packed, key, label, index }, at) => {
    const read = attempt(() => {
      if (packed instanceof Uint8Array) return { entry: parseEntry(packed), bytes: packed, rebuilt: false };
      const entry = rebuildEntry(packed, parts.words, place, label);
      return { entry, bytes: entryBytes(entry), rebuilt: true };
    });
    if (read instanceof AuditLogError) {
      findings.refused(read, `Entry ${place.seq}`, place.seq);
      place = { ...place, seq: place.seq + 1 };
      return;
    }
    const { entry, bytes } = read;
    const committed = commitment(key, bytes);
    leafHashes.set(entryLeafHash(committed), at * HASH_BYTES);
    walk.next({ entry, commitment: committed, label: read.rebuilt ? "as-committed" : label, index });
    commitments.set(entry.seq, committed);
    entries.push(entry);
    place = placeAfter(parts.uid, entry.seq, committed);
  });
  if (entries.length === 0) findings.gap("entries-missing", "There are no entries in this record.");
  const { last } = walk;
  return {
    entries,
    leafHashes,
    uid: last?.entry.uid ?? "",
    count: last?.entry.seq ?? 0,
    commitmentOf: (seq: number) => commitments.get(seq),
  };
}

function checkInLog(parts: RecordParts, leafHashes: Uint8Array, checkpoint: Checkpoint, findings: Findings): void {
  const order = parts.entries.map((_, at) => at).sort((a, b) => placeOf(parts, a) - placeOf(parts, b));
  const indices = order.map((at) => placeOf(parts, at));
  const rootOver = (leaves: Uint8Array): Uint8Array | undefined => {
    const row = new Uint8Array(leaves.length);
    order.forEach((at, to) => {
      row.set(leaves.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES), to * HASH_BYTES);
    });
    return rootFromMultiproof({ size: checkpoint.size, indices, leafHashes: row, hashes: parts.hashes });
  };
  const root = rootOver(leafHashes);
  if (root !== undefined && equalBytes(root, checkpoint.root)) return;

  // The log's own leaves are believed only once they themselves lead to the signed root.
  const inLog = parts.leafHashes;
  const known = inLog?.length === leafHashes.length ? rootOver(inLog) : undefined;
  if (inLog !== undefined && known !== undefined && equalBytes(known, checkpoint.root)) {
    const at = parts.entries.findIndex((_, i) => {
      const span = [i * HASH_BYTES, (i + 1) * HASH_BYTES] as const;
      return !equalBytes(leafHashes.subarray(...span), inLog.subarray(...span));
    });
    findings.invalid("proof-wrong", `Entry ${at + 1} is not the one in the log: it was changed.`, at + 1);
    return;
  }
  findings.invalid("proof-wrong", "At least one entry does not match the signed summary.");
}

function placeOf(parts: RecordParts, at: number): number {
  return parts.entries[at]?.index ?? 0;
}
