import { type KeyObject, timingSafeEqual } from "node:crypto";
import { type Aead, type ChunkCipher, chunkCipher } from "./chunk-cipher.ts";
import { CHUNK_BYTES, HEADER_BYTES, SALT_BYTES, SEALED_CHUNK_BYTES, TAG_BYTES } from "./chunk-sizes.ts";
import { EnvelopeError } from "./errors.ts";
import { gatherer } from "./gather.ts";

/** One message on its way through: all whole chunks of what arrived come back as one buffer, then the end. */
export interface Passage {
  update(bytes: Uint8Array): Buffer;
  end(): Buffer;
}

export function sealing(aead: Aead, key: KeyObject, salt: Uint8Array, context: Uint8Array): Passage {
  if (salt.length !== SALT_BYTES) throw new EnvelopeError("key-length");
  const cipher = chunkCipher(aead, key, salt, context);
  const chunks = gatherer(CHUNK_BYTES);
  let header = Buffer.concat([salt, cipher.commitment]);

  const start = (chunkBytes: number) => {
    const out = Buffer.allocUnsafe(header.length + chunkBytes);
    out.set(header, 0);
    return out;
  };
  return {
    update(bytes) {
      const out = start(chunks.wholeUnits(bytes.length) * SEALED_CHUNK_BYTES);
      let at = header.length;
      header = Buffer.alloc(0);
      chunks.take(bytes, (chunk) => {
        at = cipher.seal(chunk, out, at);
      });
      return out;
    },
    end() {
      const last = chunks.rest(); // always shorter than a chunk, empty if need be: that is the end-of-message sign
      const out = start(last.length + TAG_BYTES);
      cipher.seal(last, out, header.length);
      last.fill(0);
      return out;
    },
  };
}

export function opening(aead: Aead, key: KeyObject, context: Uint8Array): Passage {
  const header = Buffer.alloc(HEADER_BYTES);
  let headerBytes = 0;
  let cipher: ChunkCipher | undefined;
  const chunks = gatherer(SEALED_CHUNK_BYTES);

  return {
    update(bytes) {
      let body = bytes;
      if (cipher === undefined) {
        const taken = Math.min(HEADER_BYTES - headerBytes, bytes.length);
        header.set(bytes.subarray(0, taken), headerBytes);
        headerBytes += taken;
        if (headerBytes < HEADER_BYTES) return Buffer.alloc(0);
        cipher = committedCipher(aead, key, header, context);
        body = bytes.subarray(taken);
      }
      const opener = cipher;
      const out = Buffer.allocUnsafe(chunks.wholeUnits(body.length) * CHUNK_BYTES);
      let at = 0;
      chunks.take(body, (sealed) => {
        at = opener.open(sealed, out, at);
      });
      return out;
    },
    end() {
      const last = chunks.rest();
      // A file cut exactly behind a full chunk has no last chunk: the spec calls it truncated.
      if (cipher === undefined || last.length < TAG_BYTES) throw new EnvelopeError("sealed-data-cut");
      const out = Buffer.allocUnsafe(last.length - TAG_BYTES);
      cipher.open(last, out, 0);
      return out;
    },
  };
}

/** A message sealed or opened in one go. Opening checks every chunk before it returns anything. */
export function passWhole(passage: Passage, bytes: Uint8Array): Buffer {
  return Buffer.concat([passage.update(bytes), passage.end()]);
}

/** The commitment is checked first, in constant time: without it one sealed file could open to two contents under two keys. */
function committedCipher(aead: Aead, key: KeyObject, header: Buffer, context: Uint8Array): ChunkCipher {
  const cipher = chunkCipher(aead, key, header.subarray(0, SALT_BYTES), context);
  if (!timingSafeEqual(cipher.commitment, header.subarray(SALT_BYTES))) throw new EnvelopeError("wrong-key");
  return cipher;
}
