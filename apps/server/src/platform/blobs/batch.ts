import { type BlobBatch, type BlobBytes, type BlobStore, BlobStoreError, requireBlobId } from "./blobs.ts";

/** What a store does for a batch; the order of things is the same in every store. */
export interface BatchSteps<Incoming extends { readonly bytes: number }> {
  /** Takes bytes in, under no name yet. Leaves nothing behind when it fails; stops when the signal says so. */
  receive(id: string, bytes: BlobBytes, signal: AbortSignal): Promise<Incoming>;
  /** Makes all durable and gives them their names, or none. */
  publish(files: readonly Incoming[]): Promise<void>;
  /** Takes away what was received; a published blob stays. */
  clear(file: Incoming): Promise<void>;
}

export function blobBatch<Incoming extends { readonly bytes: number }>(steps: BatchSteps<Incoming>): BlobBatch {
  const ended = new AbortController();
  const ids = new Set<string>();
  const writes = new Set<Promise<Incoming>>();

  async function end(): Promise<void> {
    ended.abort();
    const settled = await Promise.allSettled(writes);
    writes.clear();
    for (const write of settled) if (write.status === "fulfilled") await steps.clear(write.value);
  }

  return {
    async write(id, bytes) {
      requireBlobId(id);
      if (ended.signal.aborted) throw new BlobStoreError("blob-write-lost");
      if (ids.has(id)) throw new BlobStoreError("blob-exists");
      ids.add(id);
      const write = steps.receive(id, bytes, ended.signal);
      writes.add(write);
      return { bytes: (await write).bytes };
    },
    async commit() {
      if (ended.signal.aborted) throw new BlobStoreError("blob-write-lost");
      try {
        await steps.publish(await Promise.all(writes));
      } finally {
        await end();
      }
    },
    abandon: end,
  };
}

/** A single blob is a batch of one. */
export function writeOne(start: () => BlobBatch): BlobStore["write"] {
  return async (id, bytes) => {
    const batch = start();
    try {
      const written = await batch.write(id, bytes);
      await batch.commit();
      return written;
    } finally {
      await batch.abandon();
    }
  };
}
