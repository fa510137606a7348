import { fromBase64Fixed, toBase64 } from "./base64.ts";
import { type Checkpoint, signCheckpoint, type TreeHead } from "./checkpoint.ts";
import { parseDecimal } from "./decimal.ts";
import { AuditLogError } from "./errors.ts";
import type { NoteSigner } from "./note.ts";
import { HASH_BYTES } from "./sha256.ts";

/** Where one chain stood: how many entries it had, and the commitment of the last. */
export interface RecordHead {
  readonly uid: string;
  readonly count: number;
  readonly last: Uint8Array;
}

const LINE = "locum-passport/record";

/**
 * A record summary is a checkpoint with one extension line, `locum-passport/record <uid> <count> <base64 commitment>`. A bare
 * checkpoint shows that the log as a whole only grew; this line also shows an entry cut from the end of one person's own
 * record. It is given to that person only, so no monitor misses anything by it.
 */
export function signSummary(signer: NoteSigner, head: TreeHead, record: RecordHead): string {
  const fits = /^[^\s]+$/.test(record.uid) && record.last.length === HASH_BYTES && Number.isSafeInteger(record.count);
  if (!fits || record.count < 1) throw new AuditLogError("checkpoint-malformed", "The record head is not complete.");
  return signCheckpoint(signer, head, [`${LINE} ${record.uid} ${record.count} ${toBase64(record.last)}`]);
}

/** The record head that a checkpoint carries, or undefined when it is a bare one. Throws `checkpoint-malformed`. */
export function recordHeadOf(checkpoint: Pick<Checkpoint, "extensions">): RecordHead | undefined {
  const lines = checkpoint.extensions.filter((line) => line.startsWith(`${LINE} `));
  const [line] = lines;
  if (line === undefined) return undefined;
  const [, uid, count, last, ...rest] = line.split(" ");
  if (lines.length > 1 || !uid || count === undefined || last === undefined || rest.length > 0) {
    throw new AuditLogError("checkpoint-malformed", "The summary's line about the record is not complete.");
  }
  return {
    uid,
    count: parseDecimal(count, "checkpoint-malformed"),
    last: fromBase64Fixed(last, HASH_BYTES, "checkpoint-malformed"),
  };
}
