import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { documentType } from "@locum-passport/compliance";
import { blobContext, newDataKey, sealStream, wrapDataKey } from "@locum-passport/envelope";
import { type Context, createContext, own, serviceActor } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { BlobBatch } from "../../../platform/blobs/blobs.ts";
import { isPhotoType } from "../../../platform/sandbox/index.ts";
import { contentRow, type FileRow, insertContent, type PictureRow, storePictures } from "../contents.store.ts";
import type { Paper, PaperFile, PaperVersion } from "../documents.model.ts";
import { type OpenedBlob, type OpenedPaper, openOne } from "../documents.open.ts";
import { currentVersion, readPapers } from "../documents.papers.ts";
import { documentRow } from "../documents.store.ts";
import { withBlobs } from "../in-flight.ts";
import { OWN } from "../permissions.store.ts";
import { makePictures } from "./make-pictures.ts";

/** A content of its own, sealed under a key of its own, that no record holds yet. An hour unheld, and the sweep takes it. */
export interface PreparedContent {
  contentId: string;
  /** The version it was made from. */
  fromDocument: string;
  fromVersion: number;
  files: PaperFile[];
  pages: number | null;
  pictures: "pending" | "ready" | "none";
  /** Under the owner's account key, for (content id, 0). */
  wrappedKey: Buffer;
}

/**
 * Prepares a copy's content with the place taken out of its photos: before the transaction of the sending, because it
 * reads, cleans and seals files. Undefined when no photo of the current version holds a place. The opening it needs stands
 * in the owner's log. Rejects with SandboxError `place-not-removed` when a photo is too strange to be sure.
 */
export async function contentWithoutPlace(ctx: Context, documentId: string): Promise<PreparedContent | undefined> {
  const accountId = own(ctx);
  let found = await find(ctx, accountId, documentId);
  if (found.version.pictures === "pending") {
    // Whether a photo holds a place is known once it was pictured.
    await makePictures(createContext({ actor: serviceActor, ports: ctx.ports, signal: ctx.signal }), {
      accountId,
      documentId,
      number: found.version.number,
    });
    found = await find(ctx, accountId, documentId);
  }
  const { paper, version } = found;
  if (!version.files.some((file) => file.hasPlace)) return undefined;
  const opened = await openOne(ctx, {
    holding: { kind: "version", accountId, documentId, number: version.number },
    permission: OWN,
    part: { kind: "everything" },
    purpose: "carry-out-a-transfer",
    record: async () => [
      {
        accountId,
        act: "document-opened",
        object: { kind: "document", id: documentId },
        label: {
          title: paper.title,
          type: documentType(paper.type)?.name ?? paper.type,
          reason: "to make a copy without the place where it was taken",
        },
      },
    ],
  });
  try {
    return await sealAgain(ctx, accountId, documentId, version, opened);
  } finally {
    opened.close();
  }
}

async function find(
  ctx: Context,
  accountId: string,
  documentId: string,
): Promise<{ paper: Paper; version: PaperVersion }> {
  return ctx.transaction(async (tx) => {
    const row = await documentRow(tx, accountId, documentId);
    const [paper] = row ? await readPapers(ctx, tx, accountId, [row]) : [];
    const version = paper && currentVersion(paper);
    return paper && version ? { paper, version } : refuse("not-found");
  });
}

async function sealAgain(
  ctx: Context,
  accountId: string,
  documentId: string,
  version: PaperVersion,
  opened: OpenedPaper,
): Promise<PreparedContent> {
  const { blobs, newId } = ctx.ports;
  const dataKey = newDataKey();
  const batch = blobs.batch();
  try {
    return await withBlobs({ blobs, newId }, async (newBlob) => {
      const contentId = ctx.newId();
      const files: PaperFile[] = [];
      const pictures: PictureRow[] = [];
      for (const blob of opened.blobs) {
        const blobId = newBlob();
        const from = version.files.find((file) => file.n === blob.file?.n);
        const source = from?.hasPlace ? await withoutPlace(ctx, blob, from) : await blob.start();
        const { bytes, sha256 } = await sealInto(batch, dataKey, blobId, source);
        if (from) files.push({ ...from, blobId, bytes, sha256, hasPlace: false });
        else if (blob.picture) pictures.push({ ...blob.picture, content_id: contentId, blob_id: blobId });
      }
      await batch.commit();
      const wrappedKey = await ctx.transaction(async (tx) => {
        const before = await contentRow(tx, version.contentId);
        if (!before) refuse("not-found");
        const total = files.reduce((sum, file) => sum + file.bytes, 0);
        const content = { ...before, id: contentId, created_at: ctx.now(), bytes: total };
        await insertContent(
          tx,
          content,
          files.map((file) => rowOf(contentId, file)),
        );
        const { pages, pictures: state, pictures_reason } = before;
        await storePictures(tx, contentId, { pages, pictures: state, pictures_reason }, [], pictures);
        const key = await ctx.ports.accountKeys.of(tx, accountId);
        return wrapDataKey(key, { recordId: contentId, version: 0 }, dataKey);
      });
      const { pages, pictures: state } = version;
      return {
        contentId,
        fromDocument: documentId,
        fromVersion: version.number,
        files,
        pages,
        pictures: state,
        wrappedKey,
      };
    });
  } finally {
    dataKey.fill(0);
    await batch.abandon();
  }
}

async function withoutPlace(ctx: Context, blob: OpenedBlob, file: PaperFile): Promise<Readable> {
  const source = await blob.start();
  if (!isPhotoType(file.mediaType)) return source; // only photos say where they were taken
  const { bytes } = await ctx.ports.sandbox.removePlace(source, { mediaType: file.mediaType, signal: ctx.signal });
  return Readable.from([bytes], { objectMode: false });
}

async function sealInto(
  batch: BlobBatch,
  key: Buffer,
  blobId: string,
  source: Readable,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  const seal = sealStream({ key, context: blobContext(blobId) });
  const flow = pipeline(
    source,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    seal,
  );
  await Promise.all([flow, batch.write(blobId, seal)]);
  return { bytes, sha256: hash.digest("hex") };
}

const rowOf = (contentId: string, file: PaperFile): FileRow => ({
  content_id: contentId,
  n: file.n,
  blob_id: file.blobId,
  media_type: file.mediaType,
  bytes: file.bytes,
  pages: file.pages,
  has_place: file.hasPlace,
});
