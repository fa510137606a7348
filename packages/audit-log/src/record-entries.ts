import { toBase64 } from "./base64.ts";
import { equalBytes } from "./bytes.ts";
import { ACTOR_KINDS, type ActorKind, type Entry, entryBytes, instantOf, parseEntry } from "./entry.ts";
import { AuditLogError, attempt } from "./errors.ts";
import { labelHash } from "./label.ts";
import type { RegularEntry } from "./record-format.ts";

/** What the next entry of a chain must say about the one before it. */
export interface ChainPlace {
  readonly uid: string;
  readonly seq: number;
  readonly prev: string;
}

export function firstPlace(uid: string): ChainPlace {
  return { uid, seq: 1, prev: "" };
}

export function placeAfter(uid: string, seq: number, commitment: Uint8Array): ChainPlace {
  return { uid, seq: seq + 1, prev: toBase64(commitment) };
}

/** The entry that these parts stand for at this place of the chain. Throws `entry-malformed` or `record-malformed`. */
export function rebuildEntry(
  parts: RegularEntry,
  words: readonly string[],
  place: ChainPlace,
  label: Uint8Array | undefined,
): Entry {
  const { words: at } = parts;
  const word = (column: number, shift = 0): string => {
    const text = words[(at[column] ?? -1) - shift];
    if (text === undefined) throw new AuditLogError("record-malformed", "A word of the record is missing.");
    return text;
  };
  const kind = word(0);
  const instant = new Date(parts.at);
  if (!isActorKind(kind) || Number.isNaN(instant.getTime())) {
    throw new AuditLogError("record-malformed", "An actor or a time of the record makes no sense.");
  }
  return {
    v: 1,
    uid: place.uid,
    seq: place.seq,
    prev: place.prev,
    at: instant.toISOString(),
    actor: { kind, ref: word(1) },
    act: word(2),
    object: { kind: word(3), id: word(4), ...(at[5] ? { type: word(5, 1) } : {}) },
    ...(at[6] ? { permission: word(6, 1) } : {}),
    ...(at[7] ? { purpose: word(7, 1) } : {}),
    result: word(8),
    ...(label === undefined ? {} : { label: labelHash(label) }),
  };
}

const isActorKind = (word: string): word is ActorKind => ACTOR_KINDS.some((kind) => kind === word);

/** Words that come back, each once. */
export class Words {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.list.length);
    this.list.push(word);
    return this.list.length - 1;
  }
}

/**
 * The parts of an entry, when they are enough to rebuild exactly its bytes at this place; else undefined. What is damaged,
 * moved or of another chain thus travels as it is, and the one who checks finds it.
 */
export function regularParts(
  bytes: Uint8Array,
  label: Uint8Array | undefined,
  place: ChainPlace,
  words: Words,
): { readonly parts: RegularEntry; readonly entry: Entry } | undefined {
  const entry = attempt(() => parseEntry(bytes));
  if (entry instanceof AuditLogError) return undefined;
  const optional = (value: string | undefined): number => (value === undefined ? 0 : words.number(value) + 1);
  const parts = {
    at: instantOf(entry.at),
    words: [
      words.number(entry.actor.kind),
      words.number(entry.actor.ref),
      words.number(entry.act),
      words.number(entry.object.kind),
      words.number(entry.object.id),
      optional(entry.object.type),
      optional(entry.permission),
      optional(entry.purpose),
      words.number(entry.result),
    ],
  };
  const again = entryBytes(rebuildEntry(parts, words.list, place, label));
  return equalBytes(again, bytes) ? { parts, entry } : undefined;
}
