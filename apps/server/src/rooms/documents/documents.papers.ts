import { MediaType as MediaTypeSchema, Sensitivity as SensitivitySchema } from "@locum-passport/contract";
import type { Context } from "../../context.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { contentsOf, type FileRow } from "./contents.store.ts";
import type { Paper, PaperFile, PaperVersion } from "./documents.model.ts";
import { openFiles, openWords } from "./documents.seals.ts";
import { type DocumentRow, documentsWithBytes, type VersionRow, versionsOf } from "./documents.store.ts";

/** Rows of one account as papers, with all their versions. Three queries, however many papers. */
export async function readPapers(
  ctx: Context,
  tx: Tx,
  accountId: string,
  rows: readonly DocumentRow[],
): Promise<Paper[]> {
  if (rows.length === 0) return [];
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const versions = await versionsOf(
    tx,
    accountId,
    rows.map((row) => row.id),
  );
  const found = await contentsOf(tx, [...new Set(versions.map((version) => version.content_id))]);
  const contents = new Map(found.contents.map((content) => [content.id, content]));
  const filesByContent = groupBy(found.files, (file) => file.content_id);

  const versionOf = (row: VersionRow): PaperVersion => {
    const content = contents.get(row.content_id);
    if (!content) throw new Error("A version without its content");
    return {
      number: row.number,
      contentId: row.content_id,
      fingerprint: row.fingerprint,
      addedAt: row.added_at,
      bytes: content.bytes,
      pages: content.pages,
      pictures: content.pictures,
      picturesReason: content.pictures_reason,
      pictureCount: content.picture_count,
      files: filesOfVersion(key, row, filesByContent.get(row.content_id) ?? []),
    };
  };
  const byDocument = groupBy(versions, (version) => version.document_id);
  return rows.map((row) => ({
    id: row.id,
    accountId,
    type: row.type,
    sensitivity: SensitivitySchema.parse(row.sensitivity),
    ...openWords(key, row.id, row.sealed),
    currentVersion: row.current_version,
    addedAt: row.created_at,
    changedAt: row.changed_at,
    versions: (byDocument.get(row.id) ?? []).map(versionOf),
  }));
}

/** What is open of a version's files and what is sealed of them, put together. */
export function filesOfVersion(
  key: Buffer,
  version: Pick<VersionRow, "document_id" | "number" | "sealed">,
  rows: readonly FileRow[],
): PaperFile[] {
  const sealed = openFiles(key, version.document_id, version.number, version.sealed);
  const named = new Map(sealed.map((file) => [file.n, file]));
  return rows.map((row) => {
    const file = named.get(row.n);
    if (!file) throw new Error("A file without its name");
    return {
      ...file,
      blobId: row.blob_id,
      mediaType: MediaTypeSchema.parse(row.media_type),
      bytes: row.bytes,
      pages: row.pages,
      hasPlace: row.has_place,
    };
  });
}

/** For each paper, the other documents of the account that hold exactly the bytes of its current version. */
export async function identicalTo(tx: Tx, accountId: string, papers: readonly Paper[]): Promise<Map<string, string[]>> {
  const current = papers.flatMap((paper) => {
    const version = currentVersion(paper);
    return version ? [{ id: paper.id, fingerprint: version.fingerprint }] : [];
  });
  const holders = await documentsWithBytes(
    tx,
    accountId,
    current.map((one) => one.fingerprint),
  );
  const byBytes = groupBy(holders, (holder) => holder.fingerprint.toString("hex"));
  return new Map(
    current.map(({ id, fingerprint }) => [
      id,
      (byBytes.get(fingerprint.toString("hex")) ?? [])
        .map((holder) => holder.document_id)
        .filter((other) => other !== id),
    ]),
  );
}

export function currentVersion(paper: Paper): PaperVersion | undefined {
  return paper.versions.find((version) => version.number === paper.currentVersion);
}

/** Node 20 has no Map.groupBy. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
