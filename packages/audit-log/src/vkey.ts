import { fromBase64Fixed, toBase64 } from "./base64.ts";
import { concatBytes, toHex, utf8 } from "./bytes.ts";
import { AuditLogError } from "./errors.ts";
import { sha256 } from "./sha256.ts";

/** Signature type of plain Ed25519 notes (c2sp.org/signed-note). */
const ED25519 = 1;

/** `id`: the four bytes that mark a signature line of this key. */
export interface VerifierKey {
  readonly name: string;
  readonly id: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** Key name: not empty, no Unicode space, no plus, no control character. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.length <= 256 && !/[\s+\p{Cc}\p{Z}\p{Surrogate}]/u.test(name);
}

/** SHA-256(name || 0x0A || 0x01 || public key), first four bytes. Throws `vkey-malformed`. */
export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name) || publicKey.length !== 32) throw malformed();
  const id = sha256(utf8(name), Uint8Array.of(0x0a, ED25519), publicKey).slice(0, 4);
  return { name, id, publicKey };
}

/** `<name>+<key id, 8 hex digits>+<base64(0x01 || public key)>`, one line without its newline. */
export function formatVkey(key: VerifierKey): string {
  return `${key.name}+${toHex(key.id)}+${toBase64(concatBytes(Uint8Array.of(ED25519), key.publicKey))}`;
}

/** Strict inverse of `formatVkey`; one newline at the end is allowed, since keys are kept in files. */
export function parseVkey(line: string): VerifierKey {
  const found = /^([^+\n]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\n?$/.exec(line);
  if (found === null) throw malformed();
  const [, name = "", id = "", encoded = ""] = found;
  const keyData = fromBase64Fixed(encoded, 33, "vkey-malformed");
  if (keyData[0] !== ED25519) throw malformed();
  const key = verifierKey(name, keyData.slice(1));
  if (toHex(key.id) !== id) throw malformed();
  return key;
}

function malformed(): AuditLogError {
  return new AuditLogError("vkey-malformed", "This is not a verification key line of a log.");
}
