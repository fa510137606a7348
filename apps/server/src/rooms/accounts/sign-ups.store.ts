import type { Tx } from "../../platform/postgres/database.ts";
import type { AccountTables, SignUpRow } from "./accounts.tables.ts";

const db = (tx: Tx) => tx.withTables<AccountTables>();

export async function insertSignUp(tx: Tx, row: SignUpRow): Promise<void> {
  await db(tx).insertInto("app.sign_ups").values(row).execute();
}

export async function lockSignUp(tx: Tx, id: string): Promise<SignUpRow | undefined> {
  return db(tx).selectFrom("app.sign_ups").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function lockByHandle(tx: Tx, handleHash: Buffer): Promise<SignUpRow | undefined> {
  return db(tx)
    .selectFrom("app.sign_ups")
    .selectAll()
    .where("handle_hash", "=", handleHash)
    .forUpdate()
    .executeTakeFirst();
}

export async function findByHandle(tx: Tx, handleHash: Buffer): Promise<SignUpRow | undefined> {
  return db(tx).selectFrom("app.sign_ups").selectAll().where("handle_hash", "=", handleHash).executeTakeFirst();
}

export async function lockByToken(tx: Tx, tokenHash: Buffer, now: Date): Promise<SignUpRow | undefined> {
  return db(tx)
    .selectFrom("app.sign_ups")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .forUpdate()
    .executeTakeFirst();
}

/** Those of one address that still wait, newest first. */
export async function lockWaiting(tx: Tx, emailDigest: Buffer, now: Date): Promise<SignUpRow[]> {
  return db(tx)
    .selectFrom("app.sign_ups")
    .selectAll()
    .where("email_digest", "=", emailDigest)
    .where("finished_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(20)
    .forUpdate()
    .execute();
}

export async function findNewestWaiting(tx: Tx, emailDigest: Buffer, now: Date): Promise<SignUpRow | undefined> {
  return db(tx)
    .selectFrom("app.sign_ups")
    .selectAll()
    .where("email_digest", "=", emailDigest)
    .where("finished_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function updateSignUp(tx: Tx, id: string, change: Partial<SignUpRow>): Promise<void> {
  await db(tx).updateTable("app.sign_ups").set(change).where("id", "=", id).execute();
}

/** Finished: what is personal goes now; the waiting page can still ask whether it was confirmed. */
export async function finishSignUp(tx: Tx, row: SignUpRow, now: Date): Promise<void> {
  await updateSignUp(tx, row.id, { finished_at: now, sealed: null, password_hash: null });
  await db(tx)
    .deleteFrom("app.sign_ups")
    .where("email_digest", "=", row.email_digest)
    .where("finished_at", "is", null)
    .execute();
}

export async function listUnfinished(tx: Tx): Promise<SignUpRow[]> {
  return db(tx)
    .selectFrom("app.sign_ups")
    .selectAll()
    .where("claimed_at", "is not", null)
    .where("finished_at", "is", null)
    .execute();
}

export async function deleteOver(tx: Tx, now: Date): Promise<void> {
  await db(tx)
    .deleteFrom("app.sign_ups")
    .where("expires_at", "<", now)
    .where((row) => row.or([row("claimed_at", "is", null), row("finished_at", "is not", null)]))
    .execute();
}
