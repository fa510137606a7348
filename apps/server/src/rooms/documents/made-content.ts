import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { blobContext, newDataKey, sealStream, wrapDataKey } from "@locum-passport/envelope";
import type { Context } from "../../context.ts";
import { BlobStoreError } from "../../platform/blobs/blobs.ts";
import { DatabaseUnavailable, type Tx } from "../../platform/postgres/database.ts";
import { insertContent } from "./contents.store.ts";
import { removeBlobs, withBlobs } from "./in-flight.ts";
import { packBinding } from "./opening-cover.ts";

/** Files that the service makes for an owner, sealed as they are made under a key of their own. */
export interface MadeContent {
  /** Takes one file in, whole. */
  write(n: number, mediaType: string, source: Readable): Promise<{ bytes: number }>;
  /** Makes what was taken in durable. */
  commit(): Promise<void>;
  /** The content's rows, and its key wrapped for the pack that holds it; in the transaction that makes the pack ready. */
  keep(tx: Tx, of: { accountId: string; packId: string }): Promise<{ contentId: string; wrappedKey: Buffer }>;
}

/**
 * Makes a content: `make` writes and commits it, then keeps it in a transaction and answers whether it did. Whatever no
 * row came to name is gone when this returns; the key is zeroed.
 */
export async function withMadeContent(
  ctx: Context,
  make: (content: MadeContent) => Promise<boolean>,
): Promise<boolean> {
  const { blobs, newId } = ctx.ports;
  const dataKey = newDataKey();
  const batch = blobs.batch();
  const files: { n: number; blobId: string; mediaType: string; bytes: number }[] = [];
  const written: string[] = [];
  return withBlobs({ blobs, newId }, async (newBlob) => {
    let named = false;
    try {
      named = await make({
        async write(n, mediaType, source) {
          const blobId = newBlob();
          written.push(blobId);
          const seal = sealStream({ key: dataKey, context: blobContext(blobId) });
          const count = counting();
          await both(pipeline(source, count.pass, seal), batch.write(blobId, seal), seal);
          files.push({ n, blobId, mediaType, bytes: count.bytes() });
          return { bytes: count.bytes() };
        },
        commit: () => batch.commit(),
        async keep(tx, { accountId, packId }) {
          const contentId = ctx.newId();
          const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
          await insertContent(
            tx,
            {
              id: contentId,
              created_at: ctx.now(),
              bytes,
              pages: null,
              pictures: "none",
              pictures_reason: "no-pictures",
            },
            files.map((file) => ({
              content_id: contentId,
              n: file.n,
              blob_id: file.blobId,
              media_type: file.mediaType,
              bytes: file.bytes,
              pages: null,
              has_place: false,
            })),
          );
          const key = await ctx.ports.accountKeys.of(tx, accountId);
          const wrappedKey = wrapDataKey(key, packBinding(packId), dataKey);
          key.fill(0);
          return { contentId, wrappedKey };
        },
      });
      return named;
    } catch (error) {
      // A commit that was not answered may have happened: the sweep looks whether rows name them.
      if (error instanceof DatabaseUnavailable && error.stage === "commit") named = true;
      throw error;
    } finally {
      dataKey.fill(0);
      await batch.abandon();
      if (!named) await removeBlobs(ctx, written);
    }
  });
}

/** Either side may fail first; the other is then cut, so that nothing waits for bytes that never come. */
async function both(flow: Promise<unknown>, write: Promise<unknown>, between: Readable): Promise<void> {
  write.catch((error: unknown) => between.destroy(error instanceof Error ? error : new Error(String(error))));
  const [flowed, wrote] = await Promise.allSettled([flow, write]);
  // What the store says (full, unusable) is the cause; the source then only saw its reader go.
  if (wrote.status === "rejected" && wrote.reason instanceof BlobStoreError) throw wrote.reason;
  if (flowed.status === "rejected") throw flowed.reason;
  if (wrote.status === "rejected") throw wrote.reason;
}

function counting() {
  let bytes = 0;
  return {
    bytes: () => bytes,
    async *pass(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        yield chunk;
      }
    },
  };
}
