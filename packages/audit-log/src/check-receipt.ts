import { openCheckpoint } from "./checkpoint.ts";
import { commitment, entryLeafHash } from "./commitment.ts";
import { parseEntry } from "./entry.ts";
import { AuditLogError, attempt } from "./errors.ts";
import { type Finding, Findings, LIMIT, type Verdict } from "./findings.ts";
import { verifyInclusion } from "./inclusion.ts";
import { labelHash, parseLabel } from "./label.ts";
import { openReceipt, type ReceiptPayload, readUnverifiedReceipt, receiptTermsDigest } from "./receipt.ts";
import { openSaved } from "./record-check.ts";
import { checkSince } from "./since.ts";
import { parseOpening, parseProof } from "./tlog-proof.ts";
import { formatVkey, parseVkey, type VerifierKey } from "./vkey.ts";

export interface ReceiptCheck {
  readonly verdict: Verdict;
  readonly headline: string;
  readonly findings: readonly Finding[];
  readonly limits: readonly string[];
  /** Signed by the key, when the signature holds. */
  readonly receipt?: ReceiptPayload;
}

export interface ReceiptToCheck {
  readonly text: string;
  readonly vkey?: string;
  readonly since?: string;
}

/** Checks a receipt: its signature, that its terms are those the log committed to, and that they stand in the log. */
export function checkReceipt(input: ReceiptToCheck): ReceiptCheck {
  const findings = new Findings();
  const opened = attempt(() => open(input, findings));
  if (opened instanceof AuditLogError) {
    findings.refused(opened, "The receipt");
    return answer(findings, undefined, false);
  }
  const { key, receipt } = opened;
  const inLog = attempt(() => checkInLog(receipt, key, findings));
  if (inLog instanceof AuditLogError) findings.refused(inLog, "The log's proof in the receipt");
  const saved = input.since === undefined ? undefined : openSaved(input.since, key, findings);
  if (saved !== undefined && !(inLog instanceof AuditLogError)) {
    // Only a ready answer for one and the same size: a receipt carries no comparison with other sizes.
    if (saved.size < inLog.size) {
      findings.gap(
        "consistency-missing",
        "A receipt alone cannot be compared with a summary of another length; an exported timeline can.",
      );
    } else {
      checkSince(findings, saved, inLog, () => undefined);
    }
  }
  return answer(findings, receipt, input.vkey !== undefined || saved !== undefined);
}

function open(input: ReceiptToCheck, findings: Findings): { key: VerifierKey; receipt: ReceiptPayload } {
  const inside = parseVkey(readUnverifiedReceipt(input.text).vkey);
  const key = input.vkey === undefined ? inside : parseVkey(input.vkey);
  if (formatVkey(key) !== formatVkey(inside)) {
    findings.invalid("other-key", "The key in this receipt is not the key you gave.");
  }
  return { key, receipt: openReceipt(input.text, key) };
}

function checkInLog(receipt: ReceiptPayload, key: VerifierKey, findings: Findings) {
  const proof = parseProof(receipt.proof);
  if (proof.extra === undefined) throw new AuditLogError("proof-malformed", "The proof does not hold its entry.");
  const { entry: bytes, key: entryKey, label } = parseOpening(proof.extra);
  const entry = parseEntry(bytes);
  const checkpoint = openCheckpoint(proof.checkpoint, key);
  if (receipt.checkpoint !== proof.checkpoint) openCheckpoint(receipt.checkpoint, key);

  const leafHash = entryLeafHash(commitment(entryKey, bytes));
  const { index, hashes } = proof;
  if (!verifyInclusion({ leafHash, index, size: checkpoint.size, proof: hashes, root: checkpoint.root })) {
    findings.invalid("proof-wrong", "The act that this receipt is about is not in the log as it stands here.");
  }
  if (entry.object.id !== receipt.transferId) {
    findings.invalid("proof-reused", "The proof in this receipt is about another transfer.");
  }
  if (label === undefined || entry.label !== labelHash(label)) {
    findings.invalid("label-differs", "The words that the log committed to are not in the receipt.");
  } else if (parseLabel(label).terms !== receiptTermsDigest(receipt)) {
    findings.invalid("terms-differ", "What this receipt says was agreed is not what the log committed to then.");
  }
  return checkpoint;
}

function answer(findings: Findings, receipt: ReceiptPayload | undefined, anchored: boolean): ReceiptCheck {
  const { verdict } = findings;
  const limits = [LIMIT, "It shows what was sent and agreed, not whether a paper is genuine."];
  if (!anchored) limits.push("The key came with the receipt. Compare it with one you hold from elsewhere.");
  const files = receipt?.documents.reduce((sum, document) => sum + document.files.length, 0) ?? 0;
  const good = `The receipt is signed, its ${files} file hashes and its words are those the log committed to, and the act stands in the log.`;
  const headline =
    verdict === "valid" ? good : (findings.list.find((finding) => finding.weight === verdict)?.sentence ?? "");
  return { verdict, headline, findings: findings.list, limits, ...(receipt === undefined ? {} : { receipt }) };
}
