import { type CipherGCMTypes, createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from "node:crypto";
import { CHUNK_BYTES, COMMITMENT_BYTES, MAX_CHUNKS, TAG_BYTES } from "./chunk-sizes.ts";
import { EnvelopeError } from "./errors.ts";
import { expand } from "./expand.ts";

const NONCE_BYTES = 12;

/** An AEAD by its IANA registry name. The product uses AES-256-GCM only; AES-128-GCM is there for outside test vectors. */
export interface Aead {
  readonly name: string;
  readonly cipher: CipherGCMTypes;
  readonly keyBytes: number;
}

export const AES_256_GCM: Aead = { name: "AEAD_AES_256_GCM", cipher: "aes-256-gcm", keyBytes: 32 };

/** Seals or opens the chunks of one message, in order. Source: https://c2sp.org/chunked-encryption */
export interface ChunkCipher {
  readonly commitment: Buffer;
  /** Writes the sealed chunk to `out` at `at`; returns where it ends. */
  seal(chunk: Uint8Array, out: Buffer, at: number): number;
  /** Writes the opened chunk to `out` at `at` once its tag has been checked; returns where it ends. */
  open(sealed: Uint8Array, out: Buffer, at: number): number;
}

export function chunkCipher(aead: Aead, inputKey: KeyObject, salt: Uint8Array, context: Uint8Array): ChunkCipher {
  const info = Buffer.concat([Buffer.from(`c2sp.org/chunked-encryption@v1+${aead.name}\0`, "ascii"), salt, context]);
  const material = expand(inputKey, info, aead.keyBytes + NONCE_BYTES + COMMITMENT_BYTES);
  const key = createSecretKey(material.subarray(0, aead.keyBytes));
  const nextNonce = nonces(Buffer.from(material.subarray(aead.keyBytes, aead.keyBytes + NONCE_BYTES)));
  const commitment = Buffer.from(material.subarray(aead.keyBytes + NONCE_BYTES));
  material.fill(0);

  return {
    commitment,
    seal(chunk, out, at) {
      const cipher = createCipheriv(aead.cipher, key, nextNonce());
      out.set(cipher.update(chunk), at);
      cipher.final();
      out.set(cipher.getAuthTag(), at + chunk.length);
      return at + chunk.length + TAG_BYTES;
    },
    open(sealed, out, at) {
      const length = sealed.length - TAG_BYTES;
      if (length < 0) throw new EnvelopeError("sealed-data-cut");
      const decipher = createDecipheriv(aead.cipher, key, nextNonce(), { authTagLength: TAG_BYTES });
      decipher.setAuthTag(sealed.subarray(length));
      const chunk = decipher.update(sealed.subarray(0, length));
      try {
        decipher.final();
      } catch {
        chunk.fill(0); // not authenticated: nobody may see it, not even in freed memory
        throw new EnvelopeError("sealed-data-damaged");
      }
      out.set(chunk, at);
      return at + length;
    },
  };
}

/** The base nonce XOR the chunk number, counting up: a swapped, repeated or missing chunk meets another nonce and fails its tag. */
export function nonces(base: Buffer, first = 0): () => Buffer {
  const nonce = Buffer.from(base);
  let chunk = first;
  return () => {
    if (chunk >= MAX_CHUNKS) throw new EnvelopeError("size-impossible", `more than ${MAX_CHUNKS * CHUNK_BYTES} bytes`);
    nonce.writeUInt32BE((base.readUInt32BE(4) ^ Math.floor(chunk / 2 ** 32)) >>> 0, 4);
    nonce.writeUInt32BE((base.readUInt32BE(8) ^ (chunk >>> 0)) >>> 0, 8);
    chunk++;
    return nonce;
  };
}
