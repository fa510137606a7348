import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { DocumentTables } from "./documents.tables.ts";

const db = (tx: Tx) => tx.withTables<DocumentTables>();

export type PermissionRow = DocumentTables["app.permissions"];

/** The owner's standing permission to open what is theirs. One an account, so its id is a word. */
export const OWN = "own";
/** The licence to make page pictures of what is added (licence text, "picture"). */
export const PICTURES = "pictures";
const SERVICE = "service";

/** Gives an account its two standing permissions, once. */
export async function giveStanding(tx: Tx, accountId: string, at: Date): Promise<void> {
  const standing = { account_id: accountId, purpose: "run-the-account", given_at: at, ends_on: null, ended_at: null };
  await db(tx)
    .insertInto("app.permissions")
    .values([
      { ...standing, id: OWN, kind: "own", recipient_id: accountId, may_download: true },
      { ...standing, id: PICTURES, kind: "pictures", recipient_id: SERVICE, may_download: false },
    ])
    .onConflict((conflict) => conflict.columns(["account_id", "id"]).doNothing())
    .execute();
}

/** FOR SHARE: a stop takes it FOR UPDATE, so an opening and a stop have one order and one outcome. */
export async function sharePermission(tx: Tx, accountId: string, id: string): Promise<PermissionRow | undefined> {
  return db(tx)
    .selectFrom("app.permissions")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .forShare()
    .executeTakeFirst();
}

/** Whether a permission that names what it covers names this version. */
export async function coversVersion(
  tx: Tx,
  { account_id, id }: PermissionRow,
  { documentId, number }: { documentId: string; number: number },
): Promise<boolean> {
  const row = await db(tx)
    .selectFrom("app.permission_versions")
    .select("version")
    .where("account_id", "=", account_id)
    .where("permission_id", "=", id)
    .where("document_id", "=", documentId)
    .where("version", "=", number)
    .executeTakeFirst();
  return row !== undefined;
}

/** A pack that is there and kept still. */
export async function heldPack(
  tx: Tx,
  accountId: string,
  packId: string,
  now: Date,
): Promise<{ contentId: string; wrappedKey: Buffer } | undefined> {
  const row = await db(tx)
    .selectFrom("app.packs")
    .select(["content_id", "wrapped_key"])
    .where("account_id", "=", accountId)
    .where("id", "=", packId)
    .where("state", "=", "ready")
    .where("kept_until", ">", now)
    .executeTakeFirst();
  if (!row || row.content_id === null || row.wrapped_key === null) return undefined;
  return { contentId: row.content_id, wrappedKey: row.wrapped_key };
}

export interface HeldCopy {
  id: string;
  accountId: string;
  agencyId: string;
  permissionId: string;
  contentId: string;
  wrappedKey: Buffer;
  endsOn: string;
}

/** A copy that still has its key, of an agency that may receive now. */
export async function heldCopy(tx: Tx, accountId: string, copyId: string): Promise<HeldCopy | undefined> {
  const row = await db(tx)
    .selectFrom("app.copies as c")
    .innerJoin("app.agencies as a", "a.id", "c.agency_id")
    .select(["c.id", "c.account_id", "c.agency_id", "c.permission_id", "c.content_id", "c.wrapped_key", "c.ends_on"])
    .where("c.account_id", "=", accountId)
    .where("c.id", "=", copyId)
    .where("a.state", "=", "approved")
    .executeTakeFirst();
  if (!row || row.content_id === null || row.wrapped_key === null) return undefined;
  return {
    id: row.id,
    accountId: row.account_id,
    agencyId: row.agency_id,
    permissionId: row.permission_id,
    contentId: row.content_id,
    wrappedKey: row.wrapped_key,
    endsOn: row.ends_on,
  };
}

export async function isMember(tx: Tx, agencyId: string, personId: string): Promise<boolean> {
  const row = await db(tx)
    .selectFrom("app.members")
    .select("person_id")
    .where("agency_id", "=", agencyId)
    .where("person_id", "=", personId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of these copies and readers, those that may still be read: what a running stream is asked each second. */
export async function stillReadable(
  tx: Tx,
  today: string,
  copies: readonly { copyId: string; personId: string }[],
): Promise<Set<string>> {
  const { rows } = await sql<{ copy_id: string; person_id: string }>`
    select c.id as copy_id, m.person_id
    from app.copies c
    join app.permissions p on p.account_id = c.account_id and p.id = c.permission_id
    join app.agencies a on a.id = c.agency_id and a.state = 'approved'
    join app.members m on m.agency_id = c.agency_id and m.removed_at is null
    where c.id = any(${copies.map((copy) => copy.copyId)}) and m.person_id = any(${copies.map((copy) => copy.personId)})
      and c.wrapped_key is not null and c.ends_on >= ${today}::date
      and p.ended_at is null and (p.ends_on is null or p.ends_on >= ${today}::date)`.execute(tx);
  return new Set(rows.map((row) => `${row.copy_id} ${row.person_id}`));
}

/** Of these standing permissions ("account id"/"permission id"), those that still live. */
export async function stillStanding(
  tx: Tx,
  standing: readonly { accountId: string; id: string }[],
): Promise<Set<string>> {
  if (standing.length === 0) return new Set();
  const rows = await db(tx)
    .selectFrom("app.permissions")
    .select(["account_id", "id"])
    .where(
      "account_id",
      "in",
      standing.map((permission) => permission.accountId),
    )
    .where("ended_at", "is", null)
    .execute();
  return new Set(rows.map((row) => `${row.account_id} ${row.id}`));
}
