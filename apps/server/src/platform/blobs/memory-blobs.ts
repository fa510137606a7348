import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { blobBatch, writeOne } from "./batch.ts";
import { type BlobBytes, BlobMissing, type BlobStore, BlobStoreError, requireBlobId } from "./blobs.ts";

interface Incoming {
  readonly id: string;
  readonly startedAt: Date;
  readonly chunks: Buffer[];
  bytes: number;
  lost: boolean;
}

export interface MemoryBlobsOptions {
  /** Bytes it holds before it is full. Default: no limit. */
  capacity?: number;
  now?: () => Date;
}

/** Blobs in memory, for tests: the same guarantees, gone with the process. */
export function memoryBlobs(options: MemoryBlobsOptions = {}): BlobStore {
  const { capacity = Number.POSITIVE_INFINITY, now = () => new Date() } = options;
  const held = new Map<string, { bytes: Buffer; modifiedAt: Date }>();
  const incoming = new Set<Incoming>();
  const used = () =>
    [...held.values()].reduce((sum, blob) => sum + blob.bytes.length, 0) +
    [...incoming].reduce((sum, file) => sum + file.bytes, 0);

  async function receive(id: string, source: BlobBytes, signal: AbortSignal): Promise<Incoming> {
    const file: Incoming = { id, startedAt: now(), chunks: [], bytes: 0, lost: false };
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        file.chunks.push(Buffer.from(chunk));
        file.bytes += chunk.length;
        done(used() > capacity ? new BlobStoreError("storage-full") : null);
      },
    });
    incoming.add(file);
    try {
      await pipeline(source, sink, { signal });
      return file;
    } catch (error) {
      incoming.delete(file);
      throw signal.aborted ? new BlobStoreError("blob-write-lost", { cause: error }) : error;
    }
  }

  const batch = () =>
    blobBatch<Incoming>({
      receive,
      async publish(files) {
        if (files.some((file) => file.lost)) throw new BlobStoreError("blob-write-lost");
        if (files.some((file) => held.has(file.id))) throw new BlobStoreError("blob-exists");
        for (const file of files) held.set(file.id, { bytes: Buffer.concat(file.chunks), modifiedAt: now() });
      },
      async clear(file) {
        incoming.delete(file);
      },
    });

  return {
    write: writeOne(batch),
    batch,
    async read(id) {
      const blob = held.get(requireBlobId(id));
      if (!blob) throw new BlobMissing();
      return Readable.from(portions(blob.bytes), { objectMode: false });
    },
    size: async (id) => held.get(requireBlobId(id))?.bytes.length,
    remove: async (id) => held.delete(requireBlobId(id)),
    async *list() {
      for (const [id, { bytes, modifiedAt }] of held) yield { id, bytes: bytes.length, modifiedAt };
    },
    async removeStale(olderThan) {
      const stale = [...incoming].filter((file) => file.startedAt < olderThan);
      for (const file of stale) {
        file.lost = true;
        incoming.delete(file);
      }
      return stale.length;
    },
    async check() {
      if (used() >= capacity) throw new BlobStoreError("storage-full");
    },
  };
}

/** Copies, so that a reader who changes its bytes changes no blob. */
function* portions(bytes: Buffer): Iterable<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield Buffer.from(bytes.subarray(at, at + 65_536));
}
