import { ed25519 } from "@noble/curves/ed25519.js";
import { fromBase64, toBase64 } from "./base64.ts";
import { concatBytes, equalBytes, utf8 } from "./bytes.ts";
import { AuditLogError } from "./errors.ts";
import { isKeyName, type VerifierKey, verifierKey } from "./vkey.ts";

/** Anything that signs with Ed25519 (RFC 8032): `noteSigner` here, or a server's faster one for the same key. */
export interface NoteSigner extends VerifierKey {
  sign(message: Uint8Array): Uint8Array;
}

/** True when `signature` is this key's over `message`. A server may give a faster one than the default. */
export type Verify = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;

export interface SignatureLine {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Note {
  /** With its final newline, without the blank line. */
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

const MAX_NOTE_CHARACTERS = 65_536;
const MAX_SIGNATURES = 16;
const DASH = "\u2014";

/** A signer from a 32-byte Ed25519 seed. `name` must be a key name (no space, no plus). */
export function noteSigner(seed: Uint8Array, name: string): NoteSigner {
  if (seed.length !== 32) throw new AuditLogError("key-malformed", "A signing seed must have 32 bytes.");
  const secret = seed.slice();
  const key = verifierKey(name, ed25519.getPublicKey(secret));
  return { ...key, sign: (message) => ed25519.sign(message, secret) };
}

/** RFC 8032 as it stands (not ZIP 215), so that a signature cannot be respelled. Garbage is false, not an error. */
export const verifyEd25519: Verify = (signature, message, publicKey) => {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  return ed25519.verify(signature, message, publicKey, { zip215: false });
};

/** c2sp.org/signed-note. `text` ends in a newline and holds no other control character. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!isNoteText(text) || signers.length === 0) throw malformed();
  const message = utf8(text);
  const lines = signers.map(
    (signer) => `${DASH} ${signer.name} ${toBase64(concatBytes(signer.id, signer.sign(message)))}\n`,
  );
  return `${text}\n${lines.join("")}`;
}

/** Splits a note without believing it. Throws `note-malformed`. */
export function parseNote(note: string): Note {
  if (note.length > MAX_NOTE_CHARACTERS || !isNoteText(note)) throw malformed();
  const split = note.lastIndexOf("\n\n");
  if (split < 0) throw malformed();
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) throw malformed();
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignatureLine) };
}

/**
 * The text of a note signed by `key`. Other keys' signatures are passed over; one of this key that does not verify refuses
 * the whole note. Throws `note-malformed`, `note-unsigned` or `note-signature-wrong`.
 */
export function openNote(note: string, key: VerifierKey, verify: Verify = verifyEd25519): string {
  const { text, signatures } = parseNote(note);
  const ours = signatures.filter((line) => line.name === key.name && equalBytes(line.id, key.id));
  if (ours.length === 0) throw new AuditLogError("note-unsigned", `The summary is not signed by ${key.name}.`);
  const message = utf8(text);
  if (!ours.every((line) => verify(line.signature, message, key.publicKey))) {
    throw new AuditLogError("note-signature-wrong", `The signature of ${key.name} does not fit the summary.`);
  }
  return text;
}

function parseSignatureLine(line: string): SignatureLine {
  const [dash, name, encoded, ...rest] = line.split(" ");
  if (dash !== DASH || name === undefined || encoded === undefined || rest.length > 0) throw malformed();
  const bytes = fromBase64(encoded, "note-malformed");
  if (!isKeyName(name) || bytes.length < 5) throw malformed();
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}

function isNoteText(text: string): boolean {
  // Control characters below U+0020 other than newline are forbidden by the format.
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 && unit !== 0x0a) return false;
  }
  return text.endsWith("\n") && !/\p{Surrogate}/u.test(text);
}

function malformed(): AuditLogError {
  return new AuditLogError("note-malformed", "The summary is not a signed note.");
}
