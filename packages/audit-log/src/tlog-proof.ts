import { fromBase64, fromBase64Fixed, toBase64 } from "./base64.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import { KEY_BYTES } from "./commitment.ts";
import { isCount, parseDecimal } from "./decimal.ts";
import { AuditLogError } from "./errors.ts";
import { HASH_BYTES } from "./sha256.ts";

/** c2sp.org/tlog-proof@v1. `extra` is not authenticated by the proof itself. */
export interface TlogProof {
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  /** The checkpoint, verbatim. */
  readonly checkpoint: string;
}

const HEADER = "c2sp.org/tlog-proof@v1";
/** An inclusion proof in a tree of fewer than 2^53 leaves has at most 53 hashes. */
const MAX_HASHES = 53;
const MAX_CHARACTERS = 131_072;

export function formatProof(proof: TlogProof): string {
  if (!isCount(proof.index) || proof.hashes.length > MAX_HASHES) throw malformed();
  const extra = proof.extra === undefined ? "" : `extra ${toBase64(proof.extra)}\n`;
  const hashes = proof.hashes.map((hash) => `${toBase64(hash)}\n`).join("");
  return `${HEADER}\n${extra}index ${proof.index}\n${hashes}\n${proof.checkpoint}`;
}

/** Strict in everything but the checkpoint, which `openCheckpoint` judges. Throws `proof-malformed`. */
export function parseProof(text: string): TlogProof {
  if (text.length > MAX_CHARACTERS) throw malformed();
  const split = text.indexOf("\n\n");
  if (split < 0) throw malformed();
  const lines = text.slice(0, split).split("\n");
  if (lines.shift() !== HEADER) throw malformed();
  const extra = lines[0]?.startsWith("extra ")
    ? fromBase64(lines.shift()?.slice(6) ?? "", "proof-malformed")
    : undefined;
  const index = lines.shift();
  if (!index?.startsWith("index ") || lines.length > MAX_HASHES) throw malformed();
  return {
    ...(extra === undefined ? {} : { extra }),
    index: parseDecimal(index.slice(6), "proof-malformed"),
    hashes: lines.map((line) => fromBase64Fixed(line, HASH_BYTES, "proof-malformed")),
    checkpoint: text.slice(split + 2),
  };
}

/** What opens the commitment of one entry. Whoever holds it can read the entry, so it goes to the entry's people only. */
export interface EntryOpening {
  readonly entry: Uint8Array;
  readonly key: Uint8Array;
  readonly label?: Uint8Array;
}

/** The `extra` of an entry's proof: JSON `{ entry, key, label }`, each base64, `label` absent when there is none. */
export function openingBytes(opening: EntryOpening): Uint8Array {
  const { entry, key, label } = opening;
  return utf8(
    JSON.stringify({
      entry: toBase64(entry),
      key: toBase64(key),
      ...(label === undefined ? {} : { label: toBase64(label) }),
    }),
  );
}

/** Throws `proof-malformed`. Fields that this version does not know are passed over. */
export function parseOpening(extra: Uint8Array): EntryOpening {
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(extra, "proof-malformed"));
  } catch {
    throw malformed();
  }
  if (typeof value !== "object" || value === null || !("entry" in value) || !("key" in value)) throw malformed();
  const { entry, key } = value;
  const label = "label" in value ? value.label : undefined;
  if (typeof entry !== "string" || typeof key !== "string") throw malformed();
  if (label !== undefined && typeof label !== "string") throw malformed();
  return {
    entry: fromBase64(entry, "proof-malformed"),
    key: fromBase64Fixed(key, KEY_BYTES, "proof-malformed"),
    ...(label === undefined ? {} : { label: fromBase64(label, "proof-malformed") }),
  };
}

function malformed(): AuditLogError {
  return new AuditLogError("proof-malformed", "This is not a proof of the log.");
}
