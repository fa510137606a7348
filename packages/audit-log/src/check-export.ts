import { equalBytes, fromUtf8 } from "./bytes.ts";
import { ChainWalk } from "./chain-walk.ts";
import { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
import { commitment, entryLeafHash } from "./commitment.ts";
import { findConsistency, type ProvenLeaf } from "./consistency-source.ts";
import { parseEntry } from "./entry.ts";
import { AuditLogError } from "./errors.ts";
import { Findings } from "./findings.ts";
import { verifyInclusion } from "./inclusion.ts";
import { openSaved, parseNamed, type RecordCheck, recordCheck } from "./record-check.ts";
import { checkHead, checkSince } from "./since.ts";
import { parseOpening, parseProof } from "./tlog-proof.ts";
import { formatVkey, parseVkey, type VerifierKey } from "./vkey.ts";

export interface ExportToCheck {
  /** Contents by their name in the ZIP. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** A key line known from elsewhere; without it the one in the export is taken at its word. */
  readonly vkey?: string;
  /** A checkpoint or record summary saved earlier. */
  readonly since?: string;
}

const ENTRY_NAME = /^entries\/(\d{6,15})\.tlog-proof$/;

/** Checks an exported timeline. Nothing in it is believed; what does not fit becomes a finding, never an exception. */
export function checkExport(input: ExportToCheck): RecordCheck {
  const findings = new Findings();
  const key = keyOf(input, findings);
  const checkpoint = key && openNamed(input.files, "checkpoint", key, findings);
  if (key === undefined || checkpoint === undefined) return recordCheck({ findings, entries: [], compared: false });

  const walk = walkEntries(input.files, checkpoint, findings);
  const summary = input.files.has("summary") ? openNamed(input.files, "summary", key, findings) : undefined;
  const subject = { uid: walk.uid, count: walk.count, commitmentOf: (seq: number) => walk.commitments.get(seq) };
  if (summary !== undefined) {
    if (
      summary.origin !== checkpoint.origin ||
      summary.size !== checkpoint.size ||
      !equalBytes(summary.root, checkpoint.root)
    ) {
      findings.invalid("other-summary", "The summary in this file is of another state of the log than its entries.");
    }
    checkHead(findings, summary, subject, "own");
  }
  const saved = input.since === undefined ? undefined : openSaved(input.since, key, findings);
  if (saved !== undefined) {
    checkSince(findings, saved, checkpoint, (oldSize) =>
      findConsistency(input.files, oldSize, checkpoint.size, walk.proven),
    );
    checkHead(findings, saved, subject, "saved");
  }
  return recordCheck({
    findings,
    entries: walk.entries,
    checkpoint,
    ...(summary === undefined ? {} : { summary }),
    compared: saved !== undefined,
  });
}

function keyOf(input: ExportToCheck, findings: Findings): VerifierKey | undefined {
  const known =
    input.vkey === undefined ? undefined : parseNamed(() => parseVkey(input.vkey ?? ""), "The key", findings);
  const bytes = input.files.get("vkey");
  if (bytes === undefined) {
    if (known === undefined)
      findings.gap("file-missing", "The file vkey is missing, so no signature can be looked at.");
    return known;
  }
  const inside = parseNamed(() => parseVkey(fromUtf8(bytes, "vkey-malformed")), "The file vkey", findings);
  if (input.vkey === undefined) return inside;
  if (known !== undefined && inside !== undefined && formatVkey(known) !== formatVkey(inside)) {
    findings.invalid("other-key", "The key in this file is not the key you gave.");
  }
  return known;
}

function openNamed(
  files: ExportToCheck["files"],
  name: string,
  key: VerifierKey,
  findings: Findings,
): Checkpoint | undefined {
  const bytes = files.get(name);
  if (bytes === undefined) {
    findings.gap("file-missing", `The file ${name} is missing.`);
    return undefined;
  }
  return parseNamed(() => openCheckpoint(fromUtf8(bytes, "note-malformed"), key), `The file ${name}`, findings);
}

function walkEntries(files: ExportToCheck["files"], checkpoint: Checkpoint, findings: Findings) {
  const walk = new ChainWalk(findings);
  const commitments = new Map<number, Uint8Array>();
  const proven: ProvenLeaf[] = [];
  const entries = [];
  const named = entryNames(files, findings);
  for (const { seq, bytes } of named) {
    const read = parseNamed(() => readProof(bytes), `Entry ${seq}`, findings, seq);
    if (read === undefined) continue;
    const { entry, opening, proof } = read;
    const committed = commitment(opening.key, opening.entry);
    const leafHash = entryLeafHash(committed);
    if (entry.seq !== seq) {
      findings.invalid("name-differs", `The file of entry ${seq} holds entry ${entry.seq}.`, seq);
    }
    if (proof.checkpoint !== checkpoint.text) {
      findings.invalid("other-summary", `Entry ${seq} is proven against another summary than the rest.`, seq);
    }
    const { index, hashes } = proof;
    if (verifyInclusion({ leafHash, index, size: checkpoint.size, proof: hashes, root: checkpoint.root })) {
      proven.push({ index, leafHash, hashes });
    } else {
      findings.invalid(
        "proof-wrong",
        `Entry ${seq} is not in the log as it stands here: it or its proof was changed.`,
        seq,
      );
    }
    walk.next({ entry, commitment: committed, label: opening.label, index });
    commitments.set(entry.seq, committed);
    entries.push(entry);
  }
  if (named.length === 0) findings.gap("entries-missing", "There are no entries in this file.");
  return { entries, commitments, proven, uid: walk.last?.entry.uid ?? "", count: walk.last?.entry.seq ?? 0 };
}

function readProof(bytes: Uint8Array) {
  const proof = parseProof(fromUtf8(bytes, "proof-malformed"));
  if (proof.extra === undefined) throw new AuditLogError("proof-malformed", "The proof does not hold its entry.");
  const opening = parseOpening(proof.extra);
  return { proof, opening, entry: parseEntry(opening.entry) };
}

function entryNames(files: ExportToCheck["files"], findings: Findings) {
  const named: { seq: number; bytes: Uint8Array }[] = [];
  const seen = new Set<number>();
  for (const [name, bytes] of files) {
    if (!name.startsWith("entries/")) continue;
    const seq = Number(ENTRY_NAME.exec(name)?.[1] ?? 0);
    // 000001 and 0000001 would be two files of one entry.
    if (seq === 0 || seen.has(seq) || name !== entryFileName(seq)) {
      findings.invalid("file-unexpected", `The file ${JSON.stringify(name)} does not belong among the entries.`);
      continue;
    }
    seen.add(seq);
    named.push({ seq, bytes });
  }
  return named.sort((a, b) => a.seq - b.seq);
}

/** `entries/<seq, six digits or more>.tlog-proof`. */
export function entryFileName(seq: number): string {
  return `entries/${String(seq).padStart(6, "0")}.tlog-proof`;
}
