import { documentType } from "@locum-passport/compliance";
import { type Context, todayOf } from "../../../context.ts";
import { Refusal } from "../../../failure.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import { isMediaType } from "../../../platform/sandbox/index.ts";
import { contentRow, copyWaitingForPictures, lockPending, storePictures } from "../contents.store.ts";
import { type OpenedPaper, openOne } from "../documents.open.ts";
import { readPapers } from "../documents.papers.ts";
import { documentRow, versionRow } from "../documents.store.ts";
import { withBlobs } from "../in-flight.ts";
import type { Holding } from "../opening-cover.ts";
import { PICTURES } from "../permissions.store.ts";
import type { VersionName } from "../picture-job.ts";
import { PictureStore } from "../picture-store.ts";
import { outcomeOf, type PicturedFile } from "../pictures.model.ts";

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
 * Of a version that was deleted meanwhile they are made for a copy that lives on; without one it ends quietly.
 */
export async function makePictures(ctx: Context, version: VersionName): Promise<void> {
  const paper = await openForPictures(ctx, version);
  if (!paper) return;
  try {
    await withBlobs(ctx.ports, (newBlob) => {
      const store = new PictureStore(ctx, paper, newBlob);
      return store.settle(async () => {
        const { content, files } = outcomeOf(await pictureFiles(ctx, paper, store));
        await store.flush();
        return ctx.house(async (tx) => {
          if (!(await lockPending(tx, paper.contentId))) return false; // deleted, or another run was faster
          await storePictures(tx, paper.contentId, content, files, store.rows);
          return true;
        });
      });
    });
  } finally {
    paper.close();
  }
}

/** The record whose key opens what has no pictures yet, and what its paper is called. */
interface Pending {
  holding: Holding;
  label: { title: string; type: string };
}

async function findPending(ctx: Context, version: VersionName): Promise<Pending | undefined> {
  const { accountId, documentId, number } = version;
  return ctx.transaction(async (tx) => {
    const row = await versionRow(tx, accountId, documentId, number);
    if (!row) {
      const copy = await copyWaitingForPictures(tx, version, todayOf(ctx));
      // What the paper was called is sealed with the copy, and no concern of a machine that draws its pages.
      const type = documentType(copy?.type ?? "")?.name ?? "";
      return copy && { holding: { kind: "copy", accountId, copyId: copy.id }, label: { title: type, type } };
    }
    if ((await contentRow(tx, row.content_id))?.pictures !== "pending") return undefined;
    const document = await documentRow(tx, accountId, documentId);
    const [paper] = document ? await readPapers(ctx, tx, accountId, [document]) : [];
    const label = { title: paper?.title ?? "", type: documentType(paper?.type ?? "")?.name ?? "" };
    return { holding: { kind: "version", ...version }, label };
  });
}

/** One entry for each run: the files are read, by a machine, to make pictures. */
async function openForPictures(ctx: Context, version: VersionName): Promise<OpenedPaper | undefined> {
  const { accountId, documentId } = version;
  // Twice: the version found first may be deleted before it is opened, and then a copy may live on.
  for (let look = 0; look < 2; look++) {
    const pending = await findPending(ctx, version);
    if (!pending) return undefined;
    const { holding, label } = pending;
    try {
      return await openOne(ctx, {
        holding,
        permission: PICTURES,
        part: { kind: "files" },
        purpose: "run-the-account",
        record: async () => [{ accountId, act: "pictures-made", object: { kind: "document", id: documentId }, label }],
      });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "not-found") throw error;
    }
  }
  return undefined;
}

const MOST_PICTURED_PAGES = 200;

async function pictureFiles(ctx: Context, paper: OpenedPaper, store: PictureStore): Promise<PicturedFile[]> {
  const files: PicturedFile[] = [];
  for (const blob of paper.blobs) {
    const { file } = blob;
    if (!file || !isMediaType(file.media_type)) throw new Error("A file of a kind that is not kept");
    // Pictures are counted through all files without gaps, so that page 1 to the last is what there is to see.
    const before = files.reduce((sum, one) => sum + one.facts.pictures, 0);
    // Each file is looked at, also past the limit: a photo in the last place may say where it was taken.
    const maxPages = Math.max(1, MOST_PICTURED_PAGES - before);
    const source = await blob.start();
    const options = { mediaType: file.media_type, file: file.n, maxPages, signal: ctx.signal };
    const facts = await ctx.ports.sandbox.picture(source, options, store.sink(before));
    store.keepUpTo(before + facts.pictures);
    files.push({ n: file.n, facts });
  }
  return files;
}
