import canonicalize from "canonicalize";
import { toBase64 } from "./base64.ts";
import { equalBytes, fromUtf8, utf8 } from "./bytes.ts";
import { AuditLogError } from "./errors.ts";
import { sha256 } from "./sha256.ts";

export type LabelValue = string | number | boolean | readonly string[];

/**
 * The words that a timeline sentence is printed from, as they were when the act happened: a later renaming of a document or
 * an agency changes no past sentence. Flat but for lists of texts; fields may be added. `words` is for text the person agreed to or wrote then;
 * `terms` is the base64 SHA-256 of a receipt's terms (see `receiptTermsDigest`).
 */
export interface Label {
  readonly title?: string;
  readonly type?: string;
  readonly agency?: string;
  readonly person?: string;
  readonly words?: string;
  readonly terms?: string;
  readonly [field: string]: LabelValue | undefined;
}

export const MAX_LABEL_BYTES = 16_384;
const FIELD = /^[a-z][A-Za-z0-9]{0,39}$/;

/** RFC 8785 canonical JSON in UTF-8. Throws `label-malformed` for a nested record, a lone surrogate or too much text. */
export function labelBytes(label: Label): Uint8Array {
  if (!isLabel(label)) throw malformed("does not have the fields of a label record");
  const text = canonicalize(label);
  if (text === undefined) throw malformed("is empty");
  const bytes = utf8(text);
  if (bytes.length > MAX_LABEL_BYTES) throw malformed("is too long");
  return bytes;
}

/** Strict: exactly the canonical bytes of one label record, else `label-malformed`. */
export function parseLabel(bytes: Uint8Array): Label {
  if (bytes.length > MAX_LABEL_BYTES) throw malformed("is too long");
  const text = fromUtf8(bytes, "label-malformed");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("is not JSON");
  }
  if (!isLabel(value)) throw malformed("does not have the fields of a label record");
  if (!equalBytes(labelBytes(value), bytes)) throw malformed("is not in canonical form");
  return value;
}

/** What stands in an entry's `label`: base64 SHA-256 of the label record's bytes. */
export function labelHash(bytes: Uint8Array): string {
  return toBase64(sha256(bytes));
}

function isLabel(value: unknown): value is Label {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([name, field]) => FIELD.test(name) && isLabelValue(name, field));
}

const TEXT_FIELDS = new Set(["title", "type", "agency", "person", "words", "terms"]);

function isLabelValue(name: string, value: unknown): boolean {
  if (value === undefined || isText(value)) return true;
  if (TEXT_FIELDS.has(name)) return false;
  if (Array.isArray(value)) return value.every(isText);
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

/** RFC 8785 builds on I-JSON (RFC 7493): a lone surrogate has no UTF-8 form, so two engines would hash two things. */
function isText(value: unknown): value is string {
  return typeof value === "string" && !/\p{Surrogate}/u.test(value);
}

function malformed(what: string): AuditLogError {
  return new AuditLogError("label-malformed", `The label record ${what}.`);
}
