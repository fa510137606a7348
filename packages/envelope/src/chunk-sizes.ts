import { EnvelopeError } from "./errors.ts";

// c2sp.org/chunked-encryption@v1: salt (24) || commitment (32) || chunks, each 16 KiB and a tag; the last one is shorter.
export const SALT_BYTES = 24;
export const COMMITMENT_BYTES = 32;
export const HEADER_BYTES = SALT_BYTES + COMMITMENT_BYTES;
export const TAG_BYTES = 16;
export const CHUNK_BYTES = 16 * 1024;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
/** A message has at most this many chunks, and so less than 4 PiB. */
export const MAX_CHUNKS = 2 ** 38;

/**
 * Size in bytes of the sealed form of a message of `plainBytes` bytes.
 * Throws `size-impossible` for anything but a whole number from 0 to 4 PiB - 1.
 */
export function sealedSize(plainBytes: number): number {
  const chunks = Math.floor(plainBytes / CHUNK_BYTES) + 1;
  if (!Number.isSafeInteger(plainBytes) || plainBytes < 0 || chunks > MAX_CHUNKS) {
    throw new EnvelopeError("size-impossible");
  }
  return HEADER_BYTES + plainBytes + chunks * TAG_BYTES;
}

/**
 * Size in bytes of the message inside a sealed form of `sealedBytes` bytes: what a size says, before any byte is checked.
 * Throws `sealed-data-cut` for a size that only a cut file has, `size-impossible` for what is no size at all.
 */
export function plainSize(sealedBytes: number): number {
  if (!Number.isSafeInteger(sealedBytes) || sealedBytes < 0) throw new EnvelopeError("size-impossible");
  const body = sealedBytes - HEADER_BYTES;
  const whole = Math.floor(body / SEALED_CHUNK_BYTES);
  const last = body - whole * SEALED_CHUNK_BYTES;
  if (body < 0 || last < TAG_BYTES) throw new EnvelopeError("sealed-data-cut");
  if (whole >= MAX_CHUNKS) throw new EnvelopeError("size-impossible");
  return whole * CHUNK_BYTES + last - TAG_BYTES;
}
