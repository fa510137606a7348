import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { EnvelopeError } from "./errors.ts";
import { lengthPrefixed, subkey } from "./expand.ts";

/** The alternative initial value of RFC 5649 section 3; OpenSSL adds the message length. */
const ALTERNATIVE_IV = Buffer.from("a65959a6", "hex");
const KEY_BYTES = 32;

/** The one row a wrapped key belongs to: its id, and which version of it. */
export interface RecordBinding {
  recordId: string;
  /** Whole number from 0. */
  version: number;
}

/** A fresh key for one document version: 32 random bytes. */
export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/**
 * Wraps a 32-byte data key for one record: 40 bytes, AES-256-KWP (RFC 5649) under a key made for that record,
 * `HKDF-Expand-SHA-256(account key, "locum-passport/wrap/v1" || length || record id || version as 8 bytes)`.
 * Throws `key-length` and `binding-refused`.
 */
export function wrapDataKey(accountKey: Uint8Array, binding: RecordBinding, dataKey: Uint8Array): Buffer {
  if (dataKey.length !== KEY_BYTES) throw new EnvelopeError("key-length");
  const kek = recordKey(accountKey, binding);
  try {
    return wrapPadded(kek, dataKey);
  } finally {
    kek.fill(0);
  }
}

/**
 * The data key again. Throws `wrong-key` for another account's key, for a wrapped key that was moved here from another
 * record or version, and for one that was changed.
 */
export function unwrapDataKey(accountKey: Uint8Array, binding: RecordBinding, wrapped: Uint8Array): Buffer {
  const kek = recordKey(accountKey, binding);
  try {
    return unwrapKey(kek, wrapped);
  } finally {
    kek.fill(0);
  }
}

/** AES key wrap with padding, RFC 5649; the length of `kek` (24 or 32 bytes) chooses the AES. */
export function wrapPadded(kek: Uint8Array, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv(cipherFor(kek), kek, ALTERNATIVE_IV);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

/** The inverse of `wrapPadded`; `wrong-key` if the integrity check of RFC 5649 section 3 fails. */
export function unwrapPadded(kek: Uint8Array, wrapped: Uint8Array): Buffer {
  const decipher = createDecipheriv(cipherFor(kek), kek, ALTERNATIVE_IV);
  try {
    return Buffer.concat([decipher.update(wrapped), decipher.final()]);
  } catch {
    throw new EnvelopeError("wrong-key");
  }
}

/** `unwrapPadded`, and what comes out is a 32-byte key. */
export function unwrapKey(kek: Uint8Array, wrapped: Uint8Array): Buffer {
  const key = unwrapPadded(kek, wrapped);
  if (key.length !== KEY_BYTES) throw new EnvelopeError("wrong-key");
  return key;
}

function cipherFor(kek: Uint8Array): string {
  return `id-aes${kek.length * 8}-wrap-pad`;
}

function recordKey(accountKey: Uint8Array, { recordId, version }: RecordBinding): Buffer {
  if (!Number.isSafeInteger(version) || version < 0) throw new EnvelopeError("binding-refused");
  const versionBytes = Buffer.alloc(8);
  versionBytes.writeBigUInt64BE(BigInt(version));
  return subkey(accountKey, "locum-passport/wrap/v1", lengthPrefixed(recordId), versionBytes);
}
