import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { EnvelopeError } from "./errors.ts";
import { expand, lengthPrefixed, subkey, wholeKey } from "./expand.ts";

const FORMAT = 1;
const SALT_BYTES = 24;
const TAG_BYTES = 16;
const SALT_AT = 1;
const TEXT_AT = SALT_AT + SALT_BYTES;
const LABEL = Buffer.from("locum-passport/field/v1", "ascii");

/**
 * Seals a small personal value under an account key for one place (say "profiles/p_123/legal_name").
 * Layout: `0x01 || salt (24) || ciphertext || tag (16)`, 41 bytes more than the value.
 *
 * AES-256-GCM whose key and nonce are both `HKDF-Expand-SHA-256(account key, label || salt)`, additional data the place: a
 * nonce of 12 random bytes under one key would be worn out after 2^32 values; a 24-byte salt is not (birthday bound of
 * 2^80 values for a chance of 2^-32, as in c2sp.org/chunked-encryption).
 * Throws `key-length` and `binding-refused`.
 */
export function sealField(accountKey: Uint8Array, place: string, plaintext: Uint8Array): Buffer {
  return sealFieldWith(freshSalt(), accountKey, place, plaintext);
}

const SALTS_AT_ONCE = 128;
let salts = Buffer.alloc(0);

/** Random bytes are dear by the call, so many salts are drawn at once; each is given out once. They are no secret. */
function freshSalt(): Buffer {
  if (salts.length === 0) salts = randomBytes(SALTS_AT_ONCE * SALT_BYTES);
  const salt = salts.subarray(0, SALT_BYTES);
  salts = salts.subarray(SALT_BYTES);
  return salt;
}

/** `sealField` with a given salt: for test vectors; not exported from the package. */
export function sealFieldWith(salt: Buffer, accountKey: Uint8Array, place: string, plaintext: Uint8Array): Buffer {
  const { key, nonce } = fieldKey(accountKey, salt);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(lengthPrefixed(place));
  const text = cipher.update(plaintext);
  cipher.final();
  key.fill(0);
  return Buffer.concat([Uint8Array.of(FORMAT), salt, text, cipher.getAuthTag()]);
}

/**
 * The value again. Throws `sealed-data-damaged` for another key, another place or changed bytes (they look alike by design),
 * `sealed-data-cut` for what is too short to be a sealed value.
 */
export function openField(accountKey: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  if (sealed.length < TEXT_AT + TAG_BYTES) throw new EnvelopeError("sealed-data-cut");
  if (sealed[0] !== FORMAT) throw new EnvelopeError("sealed-data-damaged");
  const tagAt = sealed.length - TAG_BYTES;
  const { key, nonce } = fieldKey(accountKey, sealed.subarray(SALT_AT, TEXT_AT));
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  key.fill(0);
  decipher.setAAD(lengthPrefixed(place)).setAuthTag(sealed.subarray(tagAt));
  const plaintext = decipher.update(sealed.subarray(TEXT_AT, tagAt));
  try {
    decipher.final();
  } catch {
    plaintext.fill(0);
    throw new EnvelopeError("sealed-data-damaged");
  }
  return plaintext;
}

/** `sealField` of the JSON form of a value. Throws `value-not-json` for what JSON drops (undefined, functions). */
export function sealJson(accountKey: Uint8Array, place: string, value: unknown): Buffer {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new EnvelopeError("value-not-json");
  return sealField(accountKey, place, Buffer.from(text, "utf8"));
}

/** The value sealed by `sealJson`. It is authentic, but its shape may be of an older release: parse it before use. */
export function openJson(accountKey: Uint8Array, place: string, sealed: Uint8Array): unknown {
  return JSON.parse(openField(accountKey, place, sealed).toString("utf8"));
}

/**
 * 32 bytes to find equal contents of one account by: HMAC-SHA-256 under a key derived from the account key and the domain.
 * Unlike a plain hash it tells a thief of the database nothing, not even that two accounts hold the same file.
 */
export function fingerprint(accountKey: Uint8Array, domain: string, bytes: Uint8Array): Buffer {
  const key = subkey(accountKey, "locum-passport/fingerprint/v1", lengthPrefixed(domain));
  const digest = createHmac("sha256", key).update(bytes).digest();
  key.fill(0);
  return digest;
}

function fieldKey(accountKey: Uint8Array, salt: Uint8Array): { key: Buffer; nonce: Buffer } {
  const material = expand(wholeKey(accountKey), Buffer.concat([LABEL, salt]), 44);
  return { key: material.subarray(0, 32), nonce: material.subarray(32) };
}
