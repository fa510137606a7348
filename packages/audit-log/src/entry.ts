import { equalBytes, fromUtf8, utf8 } from "./bytes.ts";
import { AuditLogError } from "./errors.ts";

export const ACTOR_KINDS = ["person", "agency", "staff", "reviewer", "service", "operator"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * One act in one chain. Ids only: no name, address or file name may stand here, since an entry can be shown to others as
 * evidence. The words as they were then are in the label record, whose hash is `label`.
 *
 * - `uid`: random log id of the chain. `seq`: 1, 2, 3 … within it.
 * - `prev`: base64 of the commitment of the chain's previous entry; "" for the first.
 * - `at`: RFC 3339, UTC, exactly milliseconds: `2026-11-23T09:15:00.000Z`. Never decreases along the log.
 * - `label`: base64 SHA-256 of the label record; absent when there is none.
 */
export interface Entry {
  readonly v: 1;
  readonly uid: string;
  readonly seq: number;
  readonly prev: string;
  readonly at: string;
  readonly actor: { readonly kind: ActorKind; readonly ref: string };
  readonly act: string;
  readonly object: { readonly kind: string; readonly id: string; readonly type?: string };
  readonly permission?: string;
  readonly purpose?: string;
  readonly result: string;
  readonly label?: string;
}

export const MAX_ENTRY_BYTES = 4096;

/** Ids and words of the product: none of these needs escaping in JSON, and no e-mail address or sentence fits. */
const ID = /^[A-Za-z0-9._:/#_-]{1,128}$/;
const WORD = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;
const HASH = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
const AT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/**
 * The bytes that are committed to: RFC 8785 canonical JSON in UTF-8, without absent fields.
 * Written out by hand since every value is plain ASCII; a test holds it equal to a general canonicaliser.
 * Throws `entry-malformed` when a field is not of its shape.
 */
export function entryBytes(entry: Entry): Uint8Array {
  requireEntry(entry);
  const { object } = entry;
  return utf8(
    `{"act":"${entry.act}","actor":{"kind":"${entry.actor.kind}","ref":"${entry.actor.ref}"},"at":"${entry.at}"` +
      optional("label", entry.label) +
      `,"object":{"id":"${object.id}","kind":"${object.kind}"${optional("type", object.type)}}` +
      optional("permission", entry.permission) +
      `,"prev":"${entry.prev}"${optional("purpose", entry.purpose)},"result":"${entry.result}"` +
      `,"seq":${entry.seq},"uid":"${entry.uid}","v":1}`,
  );
}

/** Strict: exactly the canonical bytes of one entry, else `entry-malformed`. No unknown field, no second spelling. */
export function parseEntry(bytes: Uint8Array): Entry {
  if (bytes.length > MAX_ENTRY_BYTES) throw malformed("is too long");
  const text = fromUtf8(bytes, "entry-malformed");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("is not JSON");
  }
  if (!isEntry(value)) throw malformed("does not have the fields of an entry");
  // Comparing with our own writing refuses unknown and repeated fields, spaces and other number spellings at once.
  if (!equalBytes(entryBytes(value), bytes)) throw malformed("is not in canonical form");
  return value;
}

/** Milliseconds since the epoch of an entry's `at`. */
export function instantOf(at: string): number {
  return Date.parse(at);
}

function optional(name: string, value: string | undefined): string {
  return value === undefined ? "" : `,"${name}":"${value}"`;
}

function requireEntry(entry: Entry): void {
  if (!isEntry(entry)) throw malformed("does not have the fields of an entry");
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || !isRecord(value.actor) || !isRecord(value.object)) return false;
  const { actor, object } = value;
  return (
    value.v === 1 &&
    matches(ID, value.uid) &&
    typeof value.seq === "number" &&
    Number.isSafeInteger(value.seq) &&
    value.seq >= 1 &&
    (value.seq === 1 ? value.prev === "" : matches(HASH, value.prev)) &&
    isInstant(value.at) &&
    ACTOR_KINDS.some((kind) => kind === actor.kind) &&
    matches(ID, actor.ref) &&
    matches(WORD, value.act) &&
    matches(WORD, object.kind) &&
    matches(ID, object.id) &&
    absentOr(WORD, object.type) &&
    absentOr(ID, value.permission) &&
    absentOr(WORD, value.purpose) &&
    matches(WORD, value.result) &&
    absentOr(HASH, value.label)
  );
}

function isInstant(value: unknown): value is string {
  if (typeof value !== "string" || !AT.test(value)) return false;
  // Days that only some months have; some engines' Date.parse takes 30 February as 2 March.
  const day = Number(value.slice(8, 10));
  return day <= 28 || day <= daysIn(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function matches(pattern: RegExp, value: unknown): value is string {
  return typeof value === "string" && value.length <= 128 && pattern.test(value);
}

function absentOr(pattern: RegExp, value: unknown): boolean {
  return value === undefined || matches(pattern, value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(what: string): AuditLogError {
  return new AuditLogError("entry-malformed", `The entry ${what}.`);
}
