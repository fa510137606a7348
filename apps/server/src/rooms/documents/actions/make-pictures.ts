import { Readable } from "node:stream";
import { documentType } from "@locum-passport/compliance";
import type { Context } from "../../../context.ts";
import { Refusal } from "../../../failure.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { isMediaType, type PictureSink } from "../../../platform/sandbox/index.ts";
import { contentRow, lockPending, type PictureRow, storePictures } from "../contents.store.ts";
import { type OpenedPaper, openOne } from "../documents.open.ts";
import { readPapers } from "../documents.papers.ts";
import { documentRow, versionRow } from "../documents.store.ts";
import { withBlobs } from "../in-flight.ts";
import { PICTURES } from "../permissions.store.ts";
import { outcomeOf, type PicturedFile } from "../pictures.model.ts";
import { removeBlobs } from "./announce-upload.ts";

export interface VersionName {
  accountId: string;
  documentId: string;
  number: number;
}

/** In the transaction of the upload; one job a version, however often it is asked for. */
export async function addPictureJob(
  ctx: Context,
  tx: Tx,
  { accountId, documentId, number }: VersionName,
): Promise<void> {
  await ctx.ports.jobs.add(
    tx,
    "make-pictures",
    { accountId, documentId, number },
    { key: `pictures:${documentId}:${number}`, maxAttempts: 8 },
  );
}

export async function makePicturesJob(ctx: Context, { accountId, documentId, number }: JobPayload): Promise<void> {
  if (typeof accountId !== "string" || typeof documentId !== "string" || typeof number !== "number") {
    throw new Error("A pictures job names an account, a document and a version");
  }
  await makePictures(ctx, { accountId, documentId, number });
}

/**
 * Makes the page pictures of one version, as the service, under the licence to picture. It opens the files through the one
 * function that opens, feeds them to the sandbox, and seals what comes out under the same key, so that every key to the
 * files opens the pictures too. Killed at any point and run again, it ends the same: rows are written once, at the end.
 * A version that was deleted meanwhile ends it quietly.
 */
export async function makePictures(ctx: Context, version: VersionName): Promise<void> {
  if (!(await isPending(ctx, version))) return;
  const paper = await openForPictures(ctx, version);
  if (!paper) return;
  try {
    await withBlobs(ctx.ports, async (newBlob) => {
      const rows: PictureRow[] = [];
      let kept = false;
      try {
        const files = await pictureFiles(ctx, paper, rows, newBlob);
        kept = await ctx.house(async (tx) => {
          if (!(await lockPending(tx, paper.contentId))) return false; // deleted, or another run was faster
          const { content, files: facts } = outcomeOf(files);
          await storePictures(tx, paper.contentId, content, facts, rows);
          return true;
        });
      } finally {
        if (!kept)
          await removeBlobs(
            ctx,
            rows.map((row) => row.blob_id),
          );
      }
    });
  } finally {
    paper.close();
  }
}

async function isPending(ctx: Context, { accountId, documentId, number }: VersionName): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const version = await versionRow(tx, accountId, documentId, number);
    return version !== undefined && (await contentRow(tx, version.content_id))?.pictures === "pending";
  });
}

/** One entry for each run: the files are read, by a machine, to make pictures. */
async function openForPictures(ctx: Context, version: VersionName): Promise<OpenedPaper | undefined> {
  const { accountId, documentId } = version;
  try {
    return await openOne(ctx, {
      holding: { kind: "version", ...version },
      permission: PICTURES,
      part: { kind: "files" },
      purpose: "run-the-account",
      async record(tx) {
        const row = await documentRow(tx, accountId, documentId);
        const [paper] = row ? await readPapers(ctx, tx, accountId, [row]) : [];
        const label = { title: paper?.title ?? "", type: documentType(paper?.type ?? "")?.name ?? "" };
        return [{ accountId, act: "pictures-made", object: { kind: "document", id: documentId }, label }];
      },
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") return undefined;
    throw error;
  }
}

const MOST_PICTURED_PAGES = 200;

async function pictureFiles(
  ctx: Context,
  paper: OpenedPaper,
  rows: PictureRow[],
  newBlob: () => string,
): Promise<PicturedFile[]> {
  const files: PicturedFile[] = [];
  for (const blob of paper.blobs) {
    const { file } = blob;
    if (!file || !isMediaType(file.media_type)) throw new Error("A file of a kind that is not kept");
    // Pictures are counted through all files without gaps, so that page 1 to the last is what there is to see.
    const before = files.reduce((sum, one) => sum + one.facts.pictures, 0);
    const maxPages = MOST_PICTURED_PAGES - before;
    if (maxPages === 0) {
      files.push({
        n: file.n,
        facts: { pages: 0, pictures: 0, hasPlace: false, locked: false, damaged: false, reason: "too-many-pages" },
      });
      continue;
    }
    const keep: PictureSink = async (picture) => {
      const blobId = newBlob();
      const sealed = paper.seal(blobId, picture.webp);
      await ctx.ports.blobs.write(blobId, Readable.from([sealed], { objectMode: false }));
      rows.push({
        content_id: paper.contentId,
        page: before + picture.page,
        width: picture.size,
        height: picture.height,
        blob_id: blobId,
        bytes: picture.webp.length,
      });
    };
    const source = await blob.start();
    const facts = await ctx.ports.sandbox.picture(
      source,
      { mediaType: file.media_type, file: file.n, maxPages, signal: ctx.signal },
      keep,
    );
    dropHalfPages(rows, before + facts.pictures);
    files.push({ n: file.n, facts });
  }
  return files;
}

/** A page whose second size never came, because the child was killed between the two, is no page. */
function dropHalfPages(rows: PictureRow[], last: number): void {
  for (let at = rows.length - 1; at >= 0; at--) if ((rows[at]?.page ?? 0) > last) rows.splice(at, 1);
}
