import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { DocumentTables } from "./documents.tables.ts";

const db = (tx: Tx) => tx.withTables<DocumentTables>();

export type ContentRow = DocumentTables["app.contents"];
export type FileRow = DocumentTables["app.content_files"];
export type PictureRow = DocumentTables["app.content_pictures"];

export async function insertContent(tx: Tx, content: ContentRow, files: readonly FileRow[]): Promise<void> {
  await db(tx).insertInto("app.contents").values(content).execute();
  await db(tx)
    .insertInto("app.content_files")
    .values([...files])
    .execute();
}

export async function contentsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<{ contents: (ContentRow & { picture_count: number })[]; files: FileRow[] }> {
  if (ids.length === 0) return { contents: [], files: [] };
  const contents = await db(tx)
    .selectFrom("app.contents as c")
    .selectAll("c")
    .select(
      sql<number>`coalesce((select max(p.page) from app.content_pictures p where p.content_id = c.id), 0)`.as(
        "picture_count",
      ),
    )
    .where("c.id", "in", ids)
    .execute();
  const files = await db(tx)
    .selectFrom("app.content_files")
    .selectAll()
    .where("content_id", "in", ids)
    .orderBy("content_id")
    .orderBy("n")
    .execute();
  return { contents, files };
}

export async function filesOf(tx: Tx, contentId: string): Promise<FileRow[]> {
  return db(tx).selectFrom("app.content_files").selectAll().where("content_id", "=", contentId).orderBy("n").execute();
}

export async function picturesOfPage(tx: Tx, contentId: string, page: number): Promise<PictureRow[]> {
  return db(tx)
    .selectFrom("app.content_pictures")
    .selectAll()
    .where("content_id", "=", contentId)
    .where("page", "=", page)
    .execute();
}

export async function picturesOf(tx: Tx, contentId: string): Promise<PictureRow[]> {
  return db(tx)
    .selectFrom("app.content_pictures")
    .selectAll()
    .where("content_id", "=", contentId)
    .orderBy("page")
    .orderBy("width")
    .execute();
}

/** The widest picture of each page of these contents, in page order. */
export async function widestPictures(tx: Tx, contentIds: readonly string[]): Promise<PictureRow[]> {
  if (contentIds.length === 0) return [];
  return db(tx)
    .selectFrom("app.content_pictures")
    .selectAll()
    .distinctOn(["content_id", "page"])
    .where("content_id", "in", contentIds)
    .orderBy("content_id")
    .orderBy("page")
    .orderBy("width", "desc")
    .execute();
}

/** The content while its pictures are still to be made; locked, so that of two makers one stores them. */
export async function lockPending(tx: Tx, contentId: string): Promise<ContentRow | undefined> {
  return db(tx)
    .selectFrom("app.contents")
    .selectAll()
    .where("id", "=", contentId)
    .where("pictures", "=", "pending")
    .forUpdate()
    .executeTakeFirst();
}

export async function contentRow(tx: Tx, contentId: string): Promise<ContentRow | undefined> {
  return db(tx).selectFrom("app.contents").selectAll().where("id", "=", contentId).executeTakeFirst();
}

export async function storePictures(
  tx: Tx,
  contentId: string,
  outcome: Pick<ContentRow, "pages" | "pictures" | "pictures_reason">,
  files: readonly Pick<FileRow, "n" | "pages" | "has_place">[],
  pictures: readonly PictureRow[],
): Promise<void> {
  await db(tx).updateTable("app.contents").set(outcome).where("id", "=", contentId).execute();
  for (const { n, pages, has_place } of files) {
    await db(tx)
      .updateTable("app.content_files")
      .set({ pages, has_place })
      .where("content_id", "=", contentId)
      .where("n", "=", n)
      .execute();
  }
  if (pictures.length > 0)
    await db(tx)
      .insertInto("app.content_pictures")
      .values([...pictures])
      .execute();
}

/** Contents that nobody holds a key to: no version, and no copy or pack whose key still lives. */
const unheld = sql<boolean>`not exists (select 1 from app.document_versions v where v.content_id = c.id)
  and not exists (select 1 from app.copies k where k.content_id = c.id and k.wrapped_key is not null)
  and not exists (select 1 from app.packs p where p.content_id = c.id and p.wrapped_key is not null)`;

/**
 * Locks contents nobody holds; skips those a sending or an upload holds at this moment. The holders are asked again after
 * the lock (`removeIfUnheld`), because one may have come while it was waited for.
 */
export async function lockUnheld(
  tx: Tx,
  which: { ids: readonly string[] } | { createdBefore: Date; limit: number },
): Promise<string[]> {
  let query = db(tx).selectFrom("app.contents as c").select("c.id").where(unheld);
  if ("ids" in which) {
    if (which.ids.length === 0) return [];
    query = query.where("c.id", "in", which.ids);
  } else {
    query = query.where("c.created_at", "<", which.createdBefore).orderBy("c.created_at").limit(which.limit);
  }
  const rows = await query.forUpdate("c").skipLocked().execute();
  return rows.map((row) => row.id);
}

/** Removes the rows of locked contents that are still unheld; answers the blobs that nothing names any more. */
export async function removeIfUnheld(tx: Tx, lockedIds: readonly string[]): Promise<string[]> {
  if (lockedIds.length === 0) return [];
  const free = await db(tx)
    .selectFrom("app.contents as c")
    .select("c.id")
    .where("c.id", "in", lockedIds)
    .where(unheld)
    .execute();
  const ids = free.map((row) => row.id);
  if (ids.length === 0) return [];
  const { rows } = await sql<{ blob_id: string }>`
    select blob_id from app.content_files where content_id = any(${ids})
    union all select blob_id from app.content_pictures where content_id = any(${ids})`.execute(tx);
  // A copy whose key was destroyed stays in the list of what was sent; it only stops naming the bytes.
  await sql`update app.copies set content_id = null where content_id = any(${ids}) and wrapped_key is null`.execute(tx);
  await db(tx).deleteFrom("app.contents").where("id", "in", ids).execute();
  return rows.map((row) => row.blob_id);
}

/** Of these blobs, those that a content names. */
export async function namedBlobs(tx: Tx, blobIds: readonly string[]): Promise<Set<string>> {
  if (blobIds.length === 0) return new Set();
  const { rows } = await sql<{ blob_id: string }>`
    select blob_id from app.content_files where blob_id = any(${blobIds})
    union all select blob_id from app.content_pictures where blob_id = any(${blobIds})`.execute(tx);
  return new Set(rows.map((row) => row.blob_id));
}

/**
 * Versions whose pictures have been waited for too long: their job was lost or gave up. Also those that are deleted and
 * live on in a copy.
 */
export async function waitingForPictures(
  tx: Tx,
  createdBefore: Date,
  limit: number,
): Promise<{ accountId: string; documentId: string; number: number }[]> {
  const { rows } = await sql<{ accountId: string; documentId: string; number: number }>`
    select distinct on (c.id) h.account_id as "accountId", h.document_id as "documentId", h.number
    from app.contents c join (
      select content_id, account_id, document_id, number from app.document_versions
      union all select content_id, account_id, document_id, version from app.copies where wrapped_key is not null
    ) h on h.content_id = c.id
    where c.pictures = 'pending' and c.created_at < ${createdBefore}
    order by c.id limit ${limit}`.execute(tx);
  return rows;
}

/** A copy that lives on after its version was deleted, and whose pictures are still to be made. */
export async function copyWaitingForPictures(
  tx: Tx,
  { accountId, documentId, number }: { accountId: string; documentId: string; number: number },
  today: string,
): Promise<{ id: string; type: string } | undefined> {
  return db(tx)
    .selectFrom("app.copies as k")
    .innerJoin("app.contents as c", "c.id", "k.content_id")
    .innerJoin("app.agencies as a", "a.id", "k.agency_id")
    .select(["k.id", "k.type"])
    .where("k.account_id", "=", accountId)
    .where("k.document_id", "=", documentId)
    .where("k.version", "=", number)
    .where("k.wrapped_key", "is not", null)
    .where("k.ends_on", ">=", today)
    .where("a.state", "=", "approved")
    .where("c.pictures", "=", "pending")
    .orderBy("k.ends_on", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** What records say of blobs, in order of blob id. */
export async function pageOfBlobs(
  tx: Tx,
  after: string,
  limit: number,
): Promise<{ blobId: string; contentId: string; bytes: number }[]> {
  const { rows } = await sql<{ blobId: string; contentId: string; bytes: number }>`
    select blob_id as "blobId", content_id as "contentId", bytes from (
      select blob_id, content_id, bytes from app.content_files
      union all select blob_id, content_id, bytes::bigint from app.content_pictures) b
    where blob_id collate "C" > ${after} order by blob_id collate "C" limit ${limit}`.execute(tx);
  return rows;
}
