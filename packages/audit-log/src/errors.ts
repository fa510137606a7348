/** Every reason this package refuses bytes. Closed, so that a caller can decide on each. */
export type AuditLogErrorCode =
  | "entry-malformed"
  | "label-malformed"
  | "key-malformed"
  | "base64-malformed"
  | "number-malformed"
  | "tree-arguments"
  | "tile-missing"
  | "tile-path-malformed"
  | "note-malformed"
  | "note-unsigned"
  | "note-signature-wrong"
  | "vkey-malformed"
  | "checkpoint-malformed"
  | "proof-malformed"
  | "record-malformed"
  | "receipt-malformed"
  | "receipt-other-key"
  | "receipt-signature-wrong"
  | "manifest-malformed";

/** `code` is stable; `message` is one plain sentence that says what is wrong with the bytes. */
export class AuditLogError extends Error {
  readonly code: AuditLogErrorCode;

  constructor(code: AuditLogErrorCode, message: string) {
    super(message);
    this.name = "AuditLogError";
    this.code = code;
  }
}

/** The refusal as a value, when `work` throws one; anything else is a fault in this program and goes on up. */
export function attempt<T>(work: () => T): T | AuditLogError {
  try {
    return work();
  } catch (error) {
    if (error instanceof AuditLogError) return error;
    throw error;
  }
}
