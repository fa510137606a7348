import { documentType } from "@locum-passport/compliance";
import type { Context } from "../../../context.ts";
import { Refusal } from "../../../failure.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import { isMediaType } from "../../../platform/sandbox/index.ts";
import { contentRow, lockPending, storePictures } from "../contents.store.ts";
import { type OpenedPaper, openOne } from "../documents.open.ts";
import { readPapers } from "../documents.papers.ts";
import { documentRow, versionRow } from "../documents.store.ts";
import { withBlobs } from "../in-flight.ts";
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
 * A version that was deleted meanwhile ends it quietly.
 */
export async function makePictures(ctx: Context, version: VersionName): Promise<void> {
  if (!(await isPending(ctx, version))) return;
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
