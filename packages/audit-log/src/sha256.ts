import { hmac } from "@noble/hashes/hmac.js";
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";

export const HASH_BYTES = 32;

// Checking a record means some hundred thousand short hashes; one state that is set back each time costs a quarter less
// than a fresh one. Safe because nothing between reset and digest can yield.
const blank = nobleSha256.create();
const running = nobleSha256.create();

/** Writes SHA-256(message) to the first 32 bytes of `out`; `message` and `out` may overlap. */
export function sha256Into(message: Uint8Array, out: Uint8Array): void {
  blank._cloneInto(running);
  running.update(message).digestInto(out);
}

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  blank._cloneInto(running);
  for (const part of parts) running.update(part);
  const out = new Uint8Array(HASH_BYTES);
  running.digestInto(out);
  return out;
}

export function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const state = hmac.create(nobleSha256, key);
  for (const part of parts) state.update(part);
  return state.digest();
}
