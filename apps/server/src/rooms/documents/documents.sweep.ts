import type { Context } from "../../context.ts";
import { lockUnheld, namedBlobs, removeIfUnheld, waitingForPictures } from "./contents.store.ts";
import { inFlight } from "./in-flight.ts";
import { addPictureJob } from "./picture-job.ts";

const HOUR_MS = 3_600_000;
const SLOW_LINE_MS = 12 * HOUR_MS;
const BATCH = 500;

export interface Swept {
  /** Contents nobody held a key to. */
  contents: number;
  /** Blobs removed, with those of the contents. */
  blobs: number;
  /** Writes that began and never ended. */
  stale: number;
}

/**
 * Removes what nobody can open: contents without a holder, and bytes that no row names. Rows go first, then bytes, so that
 * a crash in between leaves only what the next sweep finds. Younger than `olderThanMs` (an hour when absent) is left alone:
 * it may belong to an upload or a sending on another server. What this process is writing is never touched.
 */
export async function sweep(ctx: Context, { olderThanMs = HOUR_MS }: { olderThanMs?: number } = {}): Promise<Swept> {
  const before = new Date(ctx.now().getTime() - olderThanMs);
  // Twenty files of 25 MB take hours on a slow line, and the first of them waits for the last.
  const stale = await ctx.ports.blobs.removeStale(
    olderThanMs < HOUR_MS ? before : new Date(before.getTime() - SLOW_LINE_MS),
  );
  const contents = await sweepContents(ctx, before);
  const orphans = await sweepOrphans(ctx, before);
  await askForPicturesAgain(ctx);
  return { contents: contents.contents, blobs: contents.blobs + orphans, stale };
}

async function sweepContents(ctx: Context, createdBefore: Date): Promise<{ contents: number; blobs: number }> {
  const done = { contents: 0, blobs: 0 };
  for (;;) {
    const { locked, blobs } = await ctx.house(async (tx) => {
      const ids = await lockUnheld(tx, { createdBefore, limit: BATCH });
      return { locked: ids.length, blobs: await removeIfUnheld(tx, ids) };
    });
    done.contents += locked;
    done.blobs += await removeAll(ctx, blobs);
    if (locked < BATCH) return done;
  }
}

/** At once after a deletion; what fails here is the sweep's. */
export async function removeUnheld(ctx: Context, contentIds: readonly string[]): Promise<void> {
  try {
    const blobs = await ctx.house(async (tx) => removeIfUnheld(tx, await lockUnheld(tx, { ids: contentIds })));
    await removeAll(ctx, blobs);
  } catch (error) {
    ctx.ports.log.warn({ error }, "Bytes without a key stay until the next sweep");
  }
}

async function sweepOrphans(ctx: Context, writtenBefore: Date): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const settle = async () => {
    const flying = inFlight(ctx.ports.blobs);
    // First who is being written, then who is named: a blob leaves the first set only after its row is committed.
    const landed = batch.filter((id) => !flying.has(id));
    const named = await ctx.house((tx) => namedBlobs(tx, landed));
    removed += await removeAll(
      ctx,
      landed.filter((id) => !named.has(id)),
    );
    batch = [];
  };
  for await (const blob of ctx.ports.blobs.list()) {
    if (blob.modifiedAt > writtenBefore) continue;
    batch.push(blob.id);
    if (batch.length === BATCH) await settle();
  }
  await settle();
  return removed;
}

async function removeAll(ctx: Context, blobIds: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of blobIds) if (await ctx.ports.blobs.remove(id)) removed += 1;
  return removed;
}

/** A pictures job that gave up, or was lost with a restored database, is asked for again. */
async function askForPicturesAgain(ctx: Context): Promise<void> {
  const createdBefore = new Date(ctx.now().getTime() - HOUR_MS / 4);
  await ctx.house(async (tx) => {
    for (const version of await waitingForPictures(tx, createdBefore, BATCH)) await addPictureJob(ctx, tx, version);
  });
}

let swept = false;

/**
 * The turn of the schedule. The first one of a house with one server (its database is its own) goes further: whatever was
 * there before this process began, and is not named, was left over by a crash.
 */
export async function sweepTurn(ctx: Context): Promise<void> {
  const alone = ctx.ports.settings.databaseUrl === undefined;
  const sinceStart = Math.max(0, ctx.now().getTime() - performance.timeOrigin);
  await sweep(ctx, !swept && alone ? { olderThanMs: Math.min(HOUR_MS, sinceStart) } : {});
  swept = true;
}
