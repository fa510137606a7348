import { _SHA256 } from "@noble/hashes/sha2.js";

export const HASH_BYTES = 32;
const BLOCK_BYTES = 64;
const LENGTH_AT = 56;

/**
 * SHA-256 (FIPS 180-4) over noble's compression function, fed from one block that is kept. Checking a record means some
 * hundred thousand short hashes, and around each of them noble's own way makes a view, a state and copies that take longer
 * than the hashing. Safe to share because nothing between `start` and `finish` can yield.
 */
class ShortHash extends _SHA256 {
  private readonly block = new Uint8Array(BLOCK_BYTES);
  private readonly words = new DataView(this.block.buffer);
  private filled = 0;
  private total = 0;

  start(): this {
    // FIPS 180-4 section 5.3.3
    this.set(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
    this.filled = 0;
    this.total = 0;
    return this;
  }

  add(bytes: Uint8Array): this {
    const { block, words } = this;
    let filled = this.filled;
    for (let at = 0; at < bytes.length; at++) {
      block[filled++] = bytes[at] ?? 0;
      if (filled === BLOCK_BYTES) {
        this.process(words, 0);
        filled = 0;
      }
    }
    this.filled = filled;
    this.total += bytes.length;
    return this;
  }

  /** A key of HMAC, padded to a whole block with every byte changed by `mask` (RFC 2104 section 2). */
  addMaskedKey(key: Uint8Array, mask: number): this {
    const { block } = this;
    for (let at = 0; at < BLOCK_BYTES; at++) block[at] = (key[at] ?? 0) ^ mask;
    this.process(this.words, 0);
    this.total += BLOCK_BYTES;
    return this;
  }

  /** Section 5.1.1: a one bit, zeros, the length in bits as 64 of them. */
  finish(out: Uint8Array): void {
    const { block, words } = this;
    let filled = this.filled;
    block[filled++] = 0x80;
    if (filled > LENGTH_AT) {
      block.fill(0, filled);
      this.process(words, 0);
      filled = 0;
    }
    block.fill(0, filled, LENGTH_AT);
    words.setUint32(LENGTH_AT, Math.floor(this.total / 0x2000_0000));
    words.setUint32(LENGTH_AT + 4, (this.total * 8) >>> 0);
    this.process(words, 0);
    const state = this.get();
    for (let word = 0; word < state.length; word++) {
      const value = state[word] ?? 0;
      const at = word * 4;
      out[at] = value >>> 24;
      out[at + 1] = value >>> 16;
      out[at + 2] = value >>> 8;
      out[at + 3] = value;
    }
  }
}

const running = new ShortHash();

/** Writes SHA-256(message) to the first 32 bytes of `out`; `message` and `out` may overlap. */
export function sha256Into(message: Uint8Array, out: Uint8Array): void {
  running.start().add(message).finish(out);
}

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  running.start();
  for (const part of parts) running.add(part);
  const out = new Uint8Array(HASH_BYTES);
  running.finish(out);
  return out;
}

const inner = new Uint8Array(HASH_BYTES);

/** HMAC-SHA-256 (RFC 2104) with a key of at most a block: every key of this format has 32 bytes. */
export function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  if (key.length > BLOCK_BYTES) throw new RangeError("A longer key would have to be hashed first");
  running.start().addMaskedKey(key, 0x36);
  for (const part of parts) running.add(part);
  running.finish(inner);
  const out = new Uint8Array(HASH_BYTES);
  running.start().addMaskedKey(key, 0x5c).add(inner).finish(out);
  return out;
}
