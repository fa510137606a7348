import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { DocumentTables } from "./documents.tables.ts";
import type { ListPosition } from "./list-position.ts";

const db = (tx: Tx) => tx.withTables<DocumentTables>();

export type DocumentRow = DocumentTables["app.documents"];
export type VersionRow = DocumentTables["app.document_versions"];

export async function pageOfDocuments(
  tx: Tx,
  accountId: string,
  { after, limit }: { after: ListPosition | undefined; limit: number },
): Promise<DocumentRow[]> {
  let query = db(tx).selectFrom("app.documents").selectAll().where("account_id", "=", accountId);
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple("created_at", "id"), "<", tuple(after.at, after.id)));
  }
  return query.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

/** Which of these the account keeps still. */
export async function keptDocuments(tx: Tx, accountId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db(tx)
    .selectFrom("app.documents")
    .select("id")
    .where("account_id", "=", accountId)
    .where("id", "in", ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Oldest first. */
export async function allDocuments(tx: Tx, accountId: string): Promise<DocumentRow[]> {
  return db(tx)
    .selectFrom("app.documents")
    .selectAll()
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

export async function documentRow(tx: Tx, accountId: string, id: string): Promise<DocumentRow | undefined> {
  return db(tx)
    .selectFrom("app.documents")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function documentsByIds(tx: Tx, accountId: string, ids: readonly string[]): Promise<DocumentRow[]> {
  if (ids.length === 0) return [];
  return db(tx)
    .selectFrom("app.documents")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("id", "in", ids)
    .execute();
}

/** For a change: two changes of one document come one after the other. */
export async function lockDocument(tx: Tx, accountId: string, id: string): Promise<DocumentRow | undefined> {
  return db(tx)
    .selectFrom("app.documents")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** They stay as they are until the transaction ends. In order of id, so that two of these cannot deadlock. */
export async function holdDocuments(tx: Tx, accountId: string, ids: readonly string[]): Promise<DocumentRow[]> {
  return db(tx)
    .selectFrom("app.documents")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("id", "in", ids)
    .orderBy("id")
    .forShare()
    .execute();
}

export async function lockOfSensitivity(tx: Tx, accountId: string, sensitivity: string): Promise<DocumentRow[]> {
  return db(tx)
    .selectFrom("app.documents")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("sensitivity", "=", sensitivity)
    .orderBy("id")
    .forUpdate()
    .execute();
}

export async function insertDocument(tx: Tx, row: DocumentRow): Promise<void> {
  await db(tx).insertInto("app.documents").values(row).execute();
}

export async function updateDocument(
  tx: Tx,
  { account_id, id, ...change }: Pick<DocumentRow, "account_id" | "id"> & Partial<DocumentRow>,
): Promise<void> {
  await db(tx)
    .updateTable("app.documents")
    .set(change)
    .where("account_id", "=", account_id)
    .where("id", "=", id)
    .execute();
}

/** With its versions and past words, and so with every wrapped key the owner holds. */
export async function deleteDocument(tx: Tx, accountId: string, id: string): Promise<void> {
  await db(tx).deleteFrom("app.documents").where("account_id", "=", accountId).where("id", "=", id).execute();
}

export async function versionsOf(tx: Tx, accountId: string, documentIds: readonly string[]): Promise<VersionRow[]> {
  if (documentIds.length === 0) return [];
  return db(tx)
    .selectFrom("app.document_versions")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("document_id", "in", documentIds)
    .orderBy("document_id")
    .orderBy("number")
    .execute();
}

export async function versionRow(
  tx: Tx,
  accountId: string,
  documentId: string,
  number: number,
): Promise<VersionRow | undefined> {
  return db(tx)
    .selectFrom("app.document_versions")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("document_id", "=", documentId)
    .where("number", "=", number)
    .executeTakeFirst();
}

export async function insertVersion(tx: Tx, row: VersionRow): Promise<void> {
  await db(tx).insertInto("app.document_versions").values(row).execute();
}

/** Which documents of this account have a version with one of these fingerprints. */
export async function documentsWithBytes(
  tx: Tx,
  accountId: string,
  fingerprints: readonly Buffer[],
): Promise<{ document_id: string; fingerprint: Buffer }[]> {
  if (fingerprints.length === 0) return [];
  return db(tx)
    .selectFrom("app.document_versions")
    .select(["document_id", "fingerprint"])
    .distinct()
    .where("account_id", "=", accountId)
    .where("fingerprint", "in", fingerprints)
    .orderBy("document_id")
    .execute();
}

/** A version that holds these very bytes already, with its content held against the sweep until this transaction ends. */
export async function holdVersionWithBytes(
  tx: Tx,
  accountId: string,
  fingerprint: Buffer,
): Promise<VersionRow | undefined> {
  return db(tx)
    .selectFrom("app.document_versions as v")
    .innerJoin("app.contents as c", "c.id", "v.content_id")
    .selectAll("v")
    .where("v.account_id", "=", accountId)
    .where("v.fingerprint", "=", fingerprint)
    .orderBy("v.added_at")
    .limit(1)
    .forKeyShare(["v", "c"])
    .executeTakeFirst();
}

/** Bytes of all files in all versions of an account's papers; what several share counts once. Pictures, packs and copies do not count. */
export async function bytesHeld(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select coalesce(sum(c.bytes), 0)::bigint as bytes from app.contents c
    where c.id in (select v.content_id from app.document_versions v where v.account_id = ${accountId})`.execute(tx);
  return rows[0]?.bytes ?? 0;
}

export async function changesOf(
  tx: Tx,
  accountId: string,
  documentId: string,
): Promise<DocumentTables["app.document_changes"][]> {
  return db(tx)
    .selectFrom("app.document_changes")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("document_id", "=", documentId)
    .orderBy("n", "desc")
    .execute();
}

export async function insertChange(tx: Tx, row: DocumentTables["app.document_changes"]): Promise<void> {
  await db(tx).insertInto("app.document_changes").values(row).execute();
}

export async function nextChange(tx: Tx, accountId: string, documentId: string): Promise<number> {
  const row = await db(tx)
    .selectFrom("app.document_changes")
    .select(({ fn }) => fn.max("n").as("n"))
    .where("account_id", "=", accountId)
    .where("document_id", "=", documentId)
    .executeTakeFirst();
  return (row?.n ?? 0) + 1;
}

/**
 * Who holds copies of a document. Transfers is a room to the right, which this one may not call; but the owner must be told
 * before a paper is deleted, so the question is asked of its tables here, by the owner's own rows only.
 */
export async function holdersOf(tx: Tx, accountId: string, documentIds: readonly string[]) {
  if (documentIds.length === 0) return [];
  return db(tx)
    .selectFrom("app.copies as c")
    .innerJoin("app.transfers as t", (join) =>
      join.onRef("t.account_id", "=", "c.account_id").onRef("t.id", "=", "c.transfer_id"),
    )
    .innerJoin("app.agencies as a", "a.id", "c.agency_id")
    .select([
      "c.document_id as documentId",
      "c.transfer_id as transferId",
      "c.agency_id as agencyId",
      "a.name as agencyName",
      "c.version",
      "c.sent_at as sentAt",
      "c.ends_on as endsOn",
      "t.state",
      "c.opened_at as openedAt",
      "c.downloaded_at as downloadedAt",
    ])
    .where("c.account_id", "=", accountId)
    .where("c.document_id", "in", documentIds)
    .orderBy("c.sent_at", "desc")
    .orderBy("c.id", "desc")
    .execute();
}
export type HolderRow = Awaited<ReturnType<typeof holdersOf>>[number];

export async function insertNotice(tx: Tx, row: DocumentTables["app.upload_notices"]): Promise<void> {
  await db(tx).insertInto("app.upload_notices").values(row).execute();
}

export async function pageOfNotices(
  tx: Tx,
  { after, limit }: { after: ListPosition | undefined; limit: number },
): Promise<DocumentTables["app.upload_notices"][]> {
  let query = db(tx).selectFrom("app.upload_notices").selectAll();
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple("at", "id"), "<", tuple(after.at, after.id)));
  }
  return query.orderBy("at", "desc").orderBy("id", "desc").limit(limit).execute();
}
