import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { PackRow, PackTables } from "./packs.tables.ts";

const db = (tx: Tx) => tx.withTables<PackTables>();

/** Being made, or there to be fetched. */
const LIVE = ["waiting", "making", "ready"] as const;
const UNFINISHED = ["waiting", "making"] as const;

export interface Chosen {
  documentId: string;
  version: number;
}

/** The permission that the asking gives, exactly these versions, and the pack. */
export async function insertPack(
  tx: Tx,
  row: PackRow,
  permission: PackTables["app.permissions"],
  chosen: readonly Chosen[],
): Promise<void> {
  await db(tx).insertInto("app.permissions").values(permission).execute();
  await db(tx)
    .insertInto("app.permission_versions")
    .values(
      chosen.map(({ documentId, version }) => ({
        account_id: row.account_id,
        permission_id: permission.id,
        document_id: documentId,
        version,
      })),
    )
    .execute();
  await db(tx).insertInto("app.packs").values(row).execute();
}

export async function chosenVersions(tx: Tx, { account_id, permission_id }: PackRow): Promise<Chosen[]> {
  return db(tx)
    .selectFrom("app.permission_versions")
    .select(["document_id as documentId", "version"])
    .where("account_id", "=", account_id)
    .where("permission_id", "=", permission_id)
    .orderBy("document_id")
    .execute();
}

export async function countLive(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from app.packs
    where account_id = ${accountId} and state = any(${[...LIVE]})`.execute(tx);
  return rows[0]?.n ?? 0;
}

export async function packRow(tx: Tx, accountId: string, id: string): Promise<PackRow | undefined> {
  return db(tx)
    .selectFrom("app.packs")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** A worker that publishes, an owner who cancels and the sweep come one after the other. */
export async function lockPack(tx: Tx, accountId: string, id: string): Promise<PackRow | undefined> {
  return db(tx)
    .selectFrom("app.packs")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function pageOfPacks(
  tx: Tx,
  accountId: string,
  { after, limit }: { after: { at: Date; id: string } | undefined; limit: number },
): Promise<PackRow[]> {
  let query = db(tx).selectFrom("app.packs").selectAll().where("account_id", "=", accountId);
  if (after)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple("asked_at", "id"), "<", tuple(after.at, after.id)));
  return query.orderBy("asked_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

export async function changePack(
  tx: Tx,
  { account_id, id }: Pick<PackRow, "account_id" | "id">,
  change: Partial<Omit<PackRow, "account_id" | "id">>,
): Promise<void> {
  await db(tx).updateTable("app.packs").set(change).where("account_id", "=", account_id).where("id", "=", id).execute();
}

/** A worker's sign of life. False when the pack is not being made any more: it was cancelled, or another worker ended it. */
export async function touchPack(
  tx: Tx,
  { account_id, id }: Pick<PackRow, "account_id" | "id">,
  { done, total, at }: { done: number; total: number; at: Date },
): Promise<boolean> {
  const result = await db(tx)
    .updateTable("app.packs")
    .set({ done, total, touched_at: at })
    .where("account_id", "=", account_id)
    .where("id", "=", id)
    .where("state", "=", "making")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends the permission; openings that still run under it are cut. */
export async function endPermission(tx: Tx, { account_id, permission_id }: PackRow, at: Date): Promise<void> {
  await db(tx)
    .updateTable("app.permissions")
    .set({ ended_at: at })
    .where("account_id", "=", account_id)
    .where("id", "=", permission_id)
    .where("ended_at", "is", null)
    .execute();
  await sql`select pg_notify('permission_ended', '')`.execute(tx);
}

/** Live packs that hold one of these documents, locked. */
export async function lockPacksHolding(tx: Tx, accountId: string, documentIds: readonly string[]): Promise<PackRow[]> {
  if (documentIds.length === 0) return [];
  return db(tx)
    .selectFrom("app.packs as p")
    .selectAll("p")
    .where("p.account_id", "=", accountId)
    .where("p.state", "in", LIVE)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("app.permission_versions as v")
          .select("v.version")
          .whereRef("v.account_id", "=", "p.account_id")
          .whereRef("v.permission_id", "=", "p.permission_id")
          .where("v.document_id", "in", documentIds),
      ),
    )
    .orderBy("p.id")
    .forUpdate()
    .execute();
}

type Found = Pick<PackRow, "account_id" | "id">;

export async function packsPastTheirDay(tx: Tx, now: Date, limit: number): Promise<Found[]> {
  return db(tx)
    .selectFrom("app.packs")
    .select(["account_id", "id"])
    .where("state", "=", "ready")
    .where("kept_until", "<=", now)
    .limit(limit)
    .execute();
}

/** Unfinished ones of which nobody has heard for long: their job was lost, or gave up. */
export async function packsLeftBehind(tx: Tx, touchedBefore: Date, limit: number): Promise<Found[]> {
  return db(tx)
    .selectFrom("app.packs")
    .select(["account_id", "id"])
    .where("state", "in", UNFINISHED)
    .where("touched_at", "<", touchedBefore)
    .limit(limit)
    .execute();
}

/** Rows of packs that ended long ago; what was done stays in the timeline. */
export async function forgetPacks(tx: Tx, endedBefore: Date): Promise<void> {
  await db(tx).deleteFrom("app.packs").where("ended_at", "<", endedBefore).execute();
}
