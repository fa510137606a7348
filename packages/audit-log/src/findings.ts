import type { AuditLogError } from "./errors.ts";

export type FindingCode =
  | "file-missing"
  | "file-unexpected"
  | "file-changed"
  | "bytes-malformed"
  | "signature"
  | "other-key"
  | "other-log"
  | "other-summary"
  | "other-record"
  | "name-differs"
  | "proof-wrong"
  | "proof-reused"
  | "order"
  | "time-decreases"
  | "label-differs"
  | "label-missing"
  | "previous-differs"
  | "entries-missing"
  | "entries-cut"
  | "entries-added"
  | "split-view"
  | "rollback"
  | "history-changed"
  | "consistency-missing"
  | "terms-differ"
  | "not-in-receipt";

/** `gap`: something is not there, so that it cannot be judged. `invalid`: something contradicts something else. */
export type Weight = "gap" | "invalid";

export interface Finding {
  readonly code: FindingCode;
  readonly weight: Weight;
  readonly seq?: number;
  /** Plain English, a whole sentence. */
  readonly sentence: string;
}

export type Verdict = "valid" | "invalid" | "gap";

/** Collects what a check finds; one contradiction outweighs any number of gaps. */
export class Findings {
  readonly list: Finding[] = [];

  gap(code: FindingCode, sentence: string, seq?: number): void {
    this.list.push({ code, weight: "gap", sentence, ...(seq === undefined ? {} : { seq }) });
  }

  invalid(code: FindingCode, sentence: string, seq?: number): void {
    this.list.push({ code, weight: "invalid", sentence, ...(seq === undefined ? {} : { seq }) });
  }

  /** A refusal by a parser or a signature check, as a finding. */
  refused(error: AuditLogError, what: string, seq?: number): void {
    const code = codeOf(error);
    this.invalid(code, `${what}: ${error.message}`, seq);
  }

  get verdict(): Verdict {
    if (this.list.some((finding) => finding.weight === "invalid")) return "invalid";
    return this.list.length > 0 ? "gap" : "valid";
  }
}

function codeOf(error: AuditLogError): FindingCode {
  if (error.code === "note-unsigned" || error.code === "receipt-other-key") return "other-key";
  if (error.code === "note-signature-wrong" || error.code === "receipt-signature-wrong") return "signature";
  return "bytes-malformed";
}

/** What no check of this kind can show, whatever the file: printed with every answer. */
export const LIMIT = "The check cannot show an act that was never written.";

export function entriesInWords(count: number): string {
  return count === 1 ? "the one entry" : `all ${count} entries`;
}
