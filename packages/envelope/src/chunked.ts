import { randomBytes } from "node:crypto";
import { Transform } from "node:stream";
import { AES_256_GCM } from "./chunk-cipher.ts";
import { SALT_BYTES } from "./chunk-sizes.ts";
import { secretKey } from "./expand.ts";
import { opening, type Passage, passWhole, sealing } from "./message.ts";

export { plainSize, sealedSize } from "./chunk-sizes.ts";

/** Several chunks at a time: a socket hands over 64 KiB, and each hand-over between streams costs more than a chunk's AES. */
const BUFFERED_BYTES = 256 * 1024;

export interface SealOptions {
  /** 32 random bytes, used for this message only (a data key). Copied: the caller may zero its own. */
  key: Uint8Array;
  /** What the message belongs to; opening needs the same bytes. See `blobContext`. */
  context: Uint8Array;
  /** 24 bytes that never repeat under one key. Leave it out: random ones are taken. Given only to make test vectors. */
  salt?: Uint8Array;
}

export interface OpenOptions {
  key: Uint8Array;
  context: Uint8Array;
}

/**
 * Plaintext in, sealed bytes out. Format: c2sp.org/chunked-encryption@v1 with HKDF-Expand-SHA-256 and AEAD_AES_256_GCM.
 * Throws `key-length`. What leaves before the source has ended is no whole message, and opening it fails.
 */
export function sealStream(o: SealOptions): Transform {
  return transform(startSealing(o));
}

/**
 * Sealed bytes in, plaintext out. No byte of a chunk leaves before that chunk is authenticated, and none at all before the
 * key commitment is checked. Fails with `wrong-key`, `sealed-data-damaged` or `sealed-data-cut`; what came out before
 * that is a true beginning of the message, never more.
 */
export function openStream(o: OpenOptions): Transform {
  return transform(startOpening(o));
}

/** As `sealStream`, for bytes that are in memory already. */
export function sealBytes(o: SealOptions, plaintext: Uint8Array): Buffer {
  return passWhole(startSealing(o), plaintext);
}

/** As `openStream`, for bytes that are in memory already: all of the message or an error. */
export function openBytes(o: OpenOptions, sealed: Uint8Array): Buffer {
  return passWhole(startOpening(o), sealed);
}

/** The context of a stored blob: bytes moved to another blob id do not open. `"locum-passport/blob/v1" || 0x00 || blob id` */
export function blobContext(blobId: string): Uint8Array {
  return Buffer.from(`locum-passport/blob/v1\0${blobId}`, "utf8");
}

function startSealing(o: SealOptions): Passage {
  return sealing(AES_256_GCM, secretKey(o.key), o.salt ?? randomBytes(SALT_BYTES), o.context);
}

function startOpening(o: OpenOptions): Passage {
  return opening(AES_256_GCM, secretKey(o.key), Uint8Array.from(o.context));
}

function transform(passage: Passage): Transform {
  return new Transform({
    highWaterMark: BUFFERED_BYTES,
    transform(bytes: Buffer, _encoding, done) {
      settle(() => passage.update(bytes), done);
    },
    flush(done) {
      settle(() => passage.end(), done);
    },
  });
}

/** Errors go through the stream; thrown from inside a transform they would reach whoever wrote to it. */
function settle(work: () => Buffer, done: (error?: Error | null, bytes?: Buffer) => void): void {
  let bytes: Buffer;
  try {
    bytes = work();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  if (bytes.length > 0) done(null, bytes);
  else done();
}
