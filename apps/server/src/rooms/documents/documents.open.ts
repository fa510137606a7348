import { once } from "node:events";
import { pipeline, type Readable } from "node:stream";
import type { Purpose } from "@locum-passport/contract";
import { blobContext, openStream, sealBytes, unwrapDataKey } from "@locum-passport/envelope";
import { type Context, todayOf } from "../../context.ts";
import { refuse } from "../../failure.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { append, type NewEntry } from "../audit/index.ts";
import type { FileRow, PictureRow } from "./contents.store.ts";
import { THUMBNAIL_WIDTH } from "./documents.model.ts";
import { type Covered, cover, type Holding, type OpenPaper } from "./opening-cover.ts";
import { type RunningOpening, runningOpenings } from "./running-openings.ts";

export interface OpenRequest {
  papers: readonly OpenPaper[];
  purpose: Purpose;
  /**
   * The entries of this opening, made inside its transaction; changes that belong to it (when a copy was last opened) are
   * made here too. Purpose and permission are added. An opening without an entry does not happen.
   */
  record(tx: Tx): Promise<NewEntry[]>;
  /** The owner's own small pictures in lists: their one entry a visit was committed before (`thumbnailsVisit`). */
  thumbnails?: boolean;
}

export interface OpenedBlob {
  readonly file: FileRow | undefined;
  readonly picture: PictureRow | undefined;
  /** Bytes of plaintext. */
  readonly bytes: number;
  /**
   * The plaintext, from the first authenticated byte. Once only. It ends with an error, never with a short success, when
   * the permission ends, a byte is not authentic, or the client goes.
   */
  start(): Promise<Readable>;
}

export interface OpenedPaper {
  readonly holding: Holding;
  readonly contentId: string;
  /** In page order; files before pictures. */
  readonly blobs: readonly OpenedBlob[];
  /** Seals what was made from this paper under the same key. Only for the service's pictures. */
  seal(blobId: string, bytes: Uint8Array): Buffer;
  /** Zeroes the key and ends what still runs. A paper whose blobs have all been started needs no closing. */
  close(): void;
}

/**
 * The one function in the server that yields plaintext of a paper.
 *
 * In one transaction: takes each permission FOR SHARE, sees that it lives, that it was given to whoever asks and that it
 * covers this very version or copy, and appends the entries; commits. Only then is a key unwrapped, and it never leaves
 * this file. If the log cannot be written, nothing opens. What runs is looked at again each second and when a permission
 * ends, and is cut. Refuses `not-found` for whatever is not there, not theirs or over, all alike;
 * `download-not-allowed` for files where only page pictures may be seen.
 */
export async function open(ctx: Context, request: OpenRequest): Promise<OpenedPaper[]> {
  const covered = await ctx.transaction(async (tx) => {
    const today = todayOf(ctx);
    const found = await Promise.all(
      request.papers.map(async (paper) => ({ paper, is: await cover(ctx, tx, paper, today) })),
    );
    const entries = await request.record(tx);
    if (entries.length === 0 && !(request.thumbnails && found.every(isOwnThumbnail))) {
      throw new Error("An opening without an entry was asked for");
    }
    const permission = found[0]?.is.permission.id;
    await append(
      ctx,
      tx,
      entries.map((entry) => ({ purpose: request.purpose, ...(permission ? { permission } : {}), ...entry })),
    );
    return found.map(({ is }) => is);
  });
  return covered.map((one) => openCovered(ctx, one));
}

/** One paper, opened by one permission. */
export async function openOne(
  ctx: Context,
  { holding, permission, part, ...request }: OpenPaper & Omit<OpenRequest, "papers">,
): Promise<OpenedPaper> {
  const [opened] = await open(ctx, { ...request, papers: [{ holding, permission, part }] });
  return opened ?? refuse("not-found");
}

function isOwnThumbnail({ paper, is }: { paper: OpenPaper; is: Covered }): boolean {
  return (
    is.permission.kind === "own" &&
    is.pictures.every((picture) => picture.width <= THUMBNAIL_WIDTH) &&
    paper.part.kind === "page"
  );
}

function openCovered(ctx: Context, is: Covered): OpenedPaper {
  // From here on the act is in the log.
  const key = unwrapDataKey(is.accountKey, is.binding, is.wrappedKey);
  is.accountKey.fill(0);
  const running = new Set<Readable>();
  const maySeal = is.permission.kind === "pictures";
  let waiting = is.files.length + is.pictures.length;
  const forget = () => void key.fill(0);

  const start = async (blobId: string): Promise<Readable> => {
    if (waiting === 0) throw new Error("This opening has ended");
    const sealed = await ctx.ports.blobs.read(blobId);
    const plain = openStream({ key, context: blobContext(blobId) });
    waiting -= 1;
    if (waiting === 0 && !maySeal) forget(); // the stream has made its own, for this blob only
    pipeline(sealed, plain, () => running.delete(plain)); // errors show on `plain` itself
    running.add(plain);
    watch(ctx, is.watched, plain);
    await once(plain, "readable", { signal: ctx.signal });
    return plain;
  };
  const blob = (blobId: string, bytes: number, file?: FileRow, picture?: PictureRow): OpenedBlob => ({
    file,
    picture,
    bytes,
    start: () => start(blobId),
  });
  return {
    holding: is.holding,
    contentId: is.contentId,
    blobs: [
      ...is.files.map((file) => blob(file.blob_id, file.bytes, file)),
      ...is.pictures.map((picture) => blob(picture.blob_id, picture.bytes, undefined, picture)),
    ],
    seal(blobId, bytes) {
      if (!maySeal || waiting < 0) throw new Error("Nothing can be sealed by this opening");
      return sealBytes({ key, context: blobContext(blobId) }, bytes);
    },
    close() {
      waiting = -1;
      forget();
      for (const stream of running) stream.destroy();
    },
  };
}

function watch(ctx: Context, watched: RunningOpening["watched"], stream: Readable): void {
  const stop = runningOpenings(ctx.ports).add({ watched, cut: (reason) => stream.destroy(reason) });
  stream.once("close", stop);
}
