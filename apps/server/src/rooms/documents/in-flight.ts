import type { Context } from "../../context.ts";
import type { BlobStore } from "../../platform/blobs/blobs.ts";

const ofStore = new WeakMap<BlobStore, Set<string>>();

/**
 * The blobs this process is writing and whose rows are not committed yet. The sweep leaves them alone, so that in a house
 * with one server it can take every other unnamed blob for what it is: left behind by a crash.
 */
export function inFlight(blobs: BlobStore): Set<string> {
  const known = ofStore.get(blobs);
  if (known) return known;
  const made = new Set<string>();
  ofStore.set(blobs, made);
  return made;
}

/** Holds blob ids in flight while `run` works; `take` gives each new one. */
export async function withBlobs<T>(
  { blobs, newId }: { blobs: BlobStore; newId: () => string },
  run: (take: () => string) => Promise<T>,
): Promise<T> {
  const flying = inFlight(blobs);
  const mine: string[] = [];
  try {
    return await run(() => {
      const id = newId();
      mine.push(id);
      flying.add(id);
      return id;
    });
  } finally {
    for (const id of mine) flying.delete(id);
  }
}

/** Bytes that no record names. What cannot be removed now is found by the next sweep. */
export async function removeBlobs(ctx: Context, blobIds: readonly string[]): Promise<void> {
  for (const blobId of blobIds) {
    await ctx.ports.blobs
      .remove(blobId)
      .catch((error: unknown) => ctx.ports.log.warn({ error }, "Bytes no record names stay until the next sweep"));
  }
}
