import { toBase64 } from "./base64.ts";
import { equalBytes } from "./bytes.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { verifyConsistency } from "./consistency.ts";
import type { Findings } from "./findings.ts";
import { type RecordHead, recordHeadOf } from "./summary.ts";

/** Finds the RFC 9162 consistency proof from an older size, or undefined when this file or bundle has none. */
export type ConsistencySource = (oldSize: number) => readonly Uint8Array[] | undefined;

/**
 * Compares the log now with a summary kept earlier: two trees of one size must be one tree (else two people were shown two
 * logs), a log never shrinks, and the larger must begin with the smaller.
 */
export function checkSince(
  findings: Findings,
  saved: Checkpoint,
  now: Checkpoint,
  consistency: ConsistencySource,
): void {
  if (saved.origin !== now.origin) {
    findings.invalid("other-log", `You saved a summary of ${saved.origin}; this is of ${now.origin}.`);
    return;
  }
  if (saved.size > now.size) {
    const sentence = `The log had ${saved.size} leaves in the summary you saved and has ${now.size} here: either this was made before your summary, or the log was cut back.`;
    findings.invalid("rollback", sentence);
    return;
  }
  if (saved.size === now.size) {
    if (equalBytes(saved.root, now.root)) return;
    findings.invalid(
      "split-view",
      "The summary you saved and this one are of the same length and differ: two versions of the log exist.",
    );
    return;
  }
  const proof = consistency(saved.size);
  if (proof === undefined) {
    const sentence = `This file does not hold what is needed to compare it with the summary you saved. Export it again, adding ?since=${saved.size} to the address.`;
    findings.gap("consistency-missing", sentence);
    return;
  }
  const claim = { oldSize: saved.size, oldRoot: saved.root, size: now.size, root: now.root, proof };
  if (!verifyConsistency(claim)) {
    findings.invalid(
      "history-changed",
      "The log here does not continue the one in the summary you saved: something before it was changed.",
    );
  }
}

/**
 * Compares the entries with a record head signed earlier (or with the one in the same file): the numbers follow each other
 * inside the file, so only a head can show that the end was cut off.
 */
export function checkHead(
  findings: Findings,
  checkpoint: Checkpoint,
  entries: { readonly uid: string; readonly count: number; commitmentOf(seq: number): Uint8Array | undefined },
  which: "saved" | "own",
): RecordHead | undefined {
  const head = recordHeadOf(checkpoint);
  if (head === undefined) return undefined;
  const source = which === "saved" ? "the summary you saved" : "the summary in this file";
  if (head.uid !== entries.uid) {
    findings.invalid("other-record", `These entries are not of the record in ${source}.`);
    return head;
  }
  if (head.count > entries.count) {
    const sentence = `There were ${head.count} entries in ${source}; ${entries.count} are here. The last ones are missing.`;
    findings.gap("entries-cut", sentence, entries.count + 1);
    return head;
  }
  if (which === "own" && head.count < entries.count) {
    findings.invalid("entries-added", `There are ${head.count} entries in ${source}, and ${entries.count} are here.`);
  }
  const found = entries.commitmentOf(head.count);
  if (found !== undefined && toBase64(found) !== toBase64(head.last)) {
    findings.invalid("history-changed", `Entry ${head.count} is not the one in ${source}.`, head.count);
  }
  return head;
}
