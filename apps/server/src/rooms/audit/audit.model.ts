import type { Label } from "@locum-passport/audit-log";
import type { Act, Purpose } from "@locum-passport/contract";
import type { Actor } from "../../context.ts";

/** What an action wants written. Whose chain, what was done to what, and the words as they are now. */
export interface NewEntry {
  /** Whose chain it stands in. */
  accountId: string;
  act: Act;
  /** Defaults to the account itself. */
  object?: { kind: string; id: string; type?: string };
  permission?: string;
  purpose?: Purpose;
  result?: "done" | "refused";
  label?: Label;
}

export interface AppendedEntry {
  id: string;
  accountId: string;
  seq: number;
  at: Date;
}

type EntryActor = { kind: "person" | "agency" | "staff" | "reviewer" | "service" | "operator"; ref: string };

export const serviceAccountId = "service";

/** Who stands in the entry: for an agency's member the person, as kind `agency`; the label names both as they were. */
export function entryActor(actor: Actor): EntryActor {
  if (actor.kind === "service" || actor.kind === "nobody") return { kind: "service", ref: serviceAccountId };
  if (actor.kind === "operator") return { kind: "operator", ref: "operator" };
  if (actor.personId === null) throw new Error("An act by a person needs the person");
  if (actor.kind === "staff") return { kind: "staff", ref: actor.personId };
  return { kind: "person", ref: actor.personId };
}

/** The same, for an act that a member does for the agency. */
export function agencyEntryActor(actor: Actor): EntryActor {
  if (actor.agency === null || actor.personId === null) return entryActor(actor);
  return { kind: "agency", ref: actor.personId };
}

const agencyActs: ReadonlySet<Act> = new Set<Act>([
  "copy-opened",
  "copy-downloaded",
  "pack-downloaded",
  "copy-sent-back",
  "original-seen",
  "candidates-listed",
  "candidate-read",
  "expiries-taken",
  "agency-profile-saved",
  "opening-refused",
  "agency-terms-accepted",
  "member-invited",
  "invitation-withdrawn",
  "member-joined",
  "member-removed",
  "member-promoted",
]);

export const actorOfAct = (actor: Actor, act: Act): EntryActor =>
  agencyActs.has(act) ? agencyEntryActor(actor) : entryActor(actor);

/** Where the sealed bytes of an entry belong; a row moved elsewhere does not open. */
export const entryPlace = (accountId: string, seq: number): string => `entries/${accountId}/${seq}`;

/** Entry bytes, random key and label record as one sealed value: two-byte length, entry, key, label. */
export function packOpening(entry: Uint8Array, key: Uint8Array, label: Uint8Array | undefined): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(entry.length);
  return Buffer.concat([length, entry, key, label ?? new Uint8Array(0)]);
}

export interface Opening {
  entry: Buffer;
  key: Buffer;
  label: Buffer | undefined;
}

export function unpackOpening(packed: Buffer): Opening {
  const end = 2 + packed.readUInt16BE(0);
  const label = packed.subarray(end + 32);
  return {
    entry: packed.subarray(2, end),
    key: packed.subarray(end, end + 32),
    label: label.length > 0 ? label : undefined,
  };
}

const foldWindowMs = 30 * 60_000;
const foldedActs: ReadonlySet<string> = new Set([
  "document-opened",
  "copy-opened",
  "thumbnails-shown",
  "answers-changed",
  "draft-saved",
]);

/**
 * Openings of one thing, answers, and savings of one draft by one person within half an hour share a key, so that a reader
 * may show them as one line.
 */
export function foldKey(entry: {
  act: string;
  at: string;
  actor: { ref: string };
  object: { id: string };
}): string | null {
  if (!foldedActs.has(entry.act)) return null;
  const window = Math.floor(Date.parse(entry.at) / foldWindowMs);
  return `${entry.act}:${entry.actor.ref}:${entry.object.id}:${window}`;
}
