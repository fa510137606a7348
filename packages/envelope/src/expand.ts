import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { EnvelopeError } from "./errors.ts";

const HASH_BYTES = 32;

/**
 * HKDF-Expand with SHA-256, without the extract step: every key of this package is uniformly random already.
 * `length` in bytes, at most 255 * 32. Source: RFC 5869 section 2.3.
 */
export function expand(prk: KeyObject | Uint8Array, info: Uint8Array, length: number): Buffer {
  const blocks: Buffer[] = [];
  let last: Uint8Array = new Uint8Array(0);
  for (let block = 1; (block - 1) * HASH_BYTES < length; block++) {
    const next = createHmac("sha256", prk).update(last).update(info).update(Uint8Array.of(block)).digest();
    blocks.push(next);
    last = next;
  }
  const joined = Buffer.concat(blocks);
  for (const block of blocks) block.fill(0);
  return joined.subarray(0, length);
}

/** A 32-byte secret for use at once, while its holder's buffer stands. */
export function wholeKey(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== 32) throw new EnvelopeError("key-length");
  return bytes;
}

/** A 32-byte secret as a key object: a copy outside the heap, so that a caller may zero its own buffer at any time. */
export function secretKey(bytes: Uint8Array, length = 32): KeyObject {
  if (bytes.length !== length) throw new EnvelopeError("key-length");
  return createSecretKey(bytes);
}

/** A 32-byte key for one use, named by a label and what it is bound to. Labels of this product are never prefixes of each other. */
export function subkey(key: Uint8Array, label: string, ...bound: Uint8Array[]): Buffer {
  return expand(wholeKey(key), Buffer.concat([Buffer.from(label, "ascii"), ...bound]), 32);
}

/** Two bytes of length, then the text as UTF-8: "ab" + "c" never reads as "a" + "bc". */
export function lengthPrefixed(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  // A lone surrogate becomes U+FFFD in UTF-8: two different ids would give one binding.
  if (bytes.length === 0 || bytes.length > 0xffff || !text.isWellFormed()) throw new EnvelopeError("binding-refused");
  const prefixed = Buffer.allocUnsafe(2 + bytes.length);
  prefixed.writeUInt16BE(bytes.length, 0);
  prefixed.set(bytes, 2);
  return prefixed;
}
