import type { Tx } from "../../platform/postgres/database.ts";
import type { AccountTables, RecoveryRow } from "./accounts.tables.ts";

const db = (tx: Tx) => tx.withTables<AccountTables>();

/** False when one is under way already. */
export async function insertRecovery(tx: Tx, row: RecoveryRow): Promise<boolean> {
  const made = await db(tx)
    .insertInto("app.second_factor_recoveries")
    .values(row)
    .onConflict((conflict) => conflict.column("account_id").doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findRecovery(tx: Tx, accountId: string): Promise<RecoveryRow | undefined> {
  return db(tx)
    .selectFrom("app.second_factor_recoveries")
    .selectAll()
    .where("account_id", "=", accountId)
    .executeTakeFirst();
}

export async function lockRecovery(tx: Tx, accountId: string): Promise<RecoveryRow | undefined> {
  return db(tx)
    .selectFrom("app.second_factor_recoveries")
    .selectAll()
    .where("account_id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
}

export async function findByCancelToken(tx: Tx, tokenHash: Buffer): Promise<RecoveryRow | undefined> {
  return db(tx)
    .selectFrom("app.second_factor_recoveries")
    .selectAll()
    .where("cancel_token_hash", "=", tokenHash)
    .executeTakeFirst();
}

export async function updateRecovery(tx: Tx, accountId: string, change: Partial<RecoveryRow>): Promise<void> {
  await db(tx).updateTable("app.second_factor_recoveries").set(change).where("account_id", "=", accountId).execute();
}

export async function deleteRecovery(tx: Tx, accountId: string): Promise<void> {
  await db(tx).deleteFrom("app.second_factor_recoveries").where("account_id", "=", accountId).execute();
}
