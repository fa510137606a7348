import { documentType } from "@locum-passport/compliance";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { type PictureRow, widestPictures } from "../contents.store.ts";
import type { Details, Paper, PaperFile, PaperVersion, Sensitivity } from "../documents.model.ts";
import { currentVersion, readPapers } from "../documents.papers.ts";
import { documentsByIds, holdDocuments } from "../documents.store.ts";

/** One version of a paper of the owner's, with all that a pack says of it. */
export interface PackablePaper {
  documentId: string;
  type: string;
  typeName: string;
  sensitivity: Sensitivity;
  title: string;
  details: Details;
  version: number;
  addedAt: Date;
  files: PaperFile[];
  /** Pages the files say they have; null while nobody has looked. */
  pages: number | null;
  pictures: PaperVersion["pictures"];
  picturesReason: string | null;
  /** The widest picture of each page that has one, in page order. */
  pagePictures: Pick<PictureRow, "page" | "width" | "height" | "bytes" | "blob_id">[];
}

/**
 * The asker's own papers in the order asked for, each at its current version. `hold` keeps them as they are until the
 * transaction ends. One that is not there or not theirs refuses the whole (`not-found`): nothing tells which.
 */
export async function papersToPack(
  ctx: Context,
  tx: Tx,
  accountId: string,
  ids: readonly string[],
  { hold }: { hold: boolean },
): Promise<PackablePaper[]> {
  const wanted = [...new Set(ids)];
  const rows = await (hold ? holdDocuments : documentsByIds)(tx, accountId, wanted);
  if (rows.length !== wanted.length) refuse("not-found");
  const papers = await readPapers(ctx, tx, accountId, rows);
  return packable(
    tx,
    wanted.flatMap((id) => {
      const paper = papers.find((one) => one.id === id);
      const version = paper && currentVersion(paper);
      return paper && version ? [{ paper, version }] : refuse("not-found");
    }),
  );
}

/** Versions chosen before, as they are now; one that was destroyed since is left out. */
export async function versionsToPack(
  ctx: Context,
  tx: Tx,
  accountId: string,
  chosen: readonly { documentId: string; version: number }[],
): Promise<PackablePaper[]> {
  const rows = await documentsByIds(
    tx,
    accountId,
    chosen.map((one) => one.documentId),
  );
  const papers = new Map((await readPapers(ctx, tx, accountId, rows)).map((paper) => [paper.id, paper]));
  return packable(
    tx,
    chosen.flatMap(({ documentId, version: number }) => {
      const paper = papers.get(documentId);
      const version = paper?.versions.find((one) => one.number === number);
      return paper && version ? [{ paper, version }] : [];
    }),
  );
}

async function packable(tx: Tx, found: readonly { paper: Paper; version: PaperVersion }[]): Promise<PackablePaper[]> {
  const pictures = new Map<string, PictureRow[]>();
  for (const row of await widestPictures(tx, [...new Set(found.map(({ version }) => version.contentId))])) {
    const pages = pictures.get(row.content_id);
    if (pages) pages.push(row);
    else pictures.set(row.content_id, [row]);
  }
  return found.map(({ paper, version }) => ({
    documentId: paper.id,
    type: paper.type,
    typeName: documentType(paper.type)?.name ?? paper.type,
    sensitivity: paper.sensitivity,
    title: paper.title,
    details: paper.details,
    version: version.number,
    addedAt: version.addedAt,
    files: version.files,
    pages: version.pages,
    pictures: version.pictures,
    picturesReason: version.picturesReason,
    pagePictures: pictures.get(version.contentId) ?? [],
  }));
}
