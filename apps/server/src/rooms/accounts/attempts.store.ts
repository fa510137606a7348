import type { Tx } from "../../platform/postgres/database.ts";
import type { AccountTables } from "./accounts.tables.ts";
import type { Tries } from "./guessing.model.ts";

const db = (tx: Tx) => tx.withTables<AccountTables>();

/** The counts of these buckets, locked in one order, so that tries made at once wait for each other. */
export async function lockTries(tx: Tx, buckets: readonly Buffer[], now: Date): Promise<Tries[]> {
  const sorted = [...buckets].sort(Buffer.compare);
  await db(tx)
    .insertInto("app.attempts")
    .values(sorted.map((bucket) => ({ bucket, failures: 0, last_at: now })))
    .onConflict((conflict) => conflict.column("bucket").doNothing())
    .execute();
  const rows = await holdTries(tx, sorted);
  return buckets.map((bucket) => {
    const row = rows.find((candidate) => candidate.bucket.equals(bucket));
    return { failures: row?.failures ?? 0, lastAt: row?.last_at ?? now };
  });
}

/** Those that are there, in the one order in which they are locked: before several of them are changed. */
export async function holdTries(tx: Tx, buckets: readonly Buffer[]) {
  return db(tx)
    .selectFrom("app.attempts")
    .selectAll()
    .where("bucket", "in", [...buckets])
    .orderBy("bucket")
    .forUpdate()
    .execute();
}

export async function saveTries(tx: Tx, bucket: Buffer, tries: Tries): Promise<void> {
  await db(tx)
    .updateTable("app.attempts")
    .set({ failures: tries.failures, last_at: tries.lastAt })
    .where("bucket", "=", bucket)
    .execute();
}

/** The rows stay until they are old: one that is taken out and made anew could not be locked in the one order. */
export async function forgetTries(tx: Tx, buckets: readonly Buffer[]): Promise<void> {
  await db(tx)
    .updateTable("app.attempts")
    .set({ failures: 0 })
    .where("bucket", "in", [...buckets])
    .execute();
}

/** Takes one try back: for counts over many accounts, which one success must not wipe. */
export async function giveBack(tx: Tx, bucket: Buffer): Promise<void> {
  await db(tx)
    .updateTable("app.attempts")
    .set((row) => ({ failures: row("failures", "-", 1) }))
    .where("bucket", "=", bucket)
    .where("failures", ">", 0)
    .execute();
}

/** True once in each span: for what is told at most so often. */
export async function firstInSpan(tx: Tx, bucket: Buffer, now: Date, spanMs: number): Promise<boolean> {
  const marked = await db(tx)
    .insertInto("app.attempts")
    .values({ bucket, failures: 0, last_at: now })
    .onConflict((conflict) =>
      conflict
        .column("bucket")
        .doUpdateSet({ last_at: now })
        .where("app.attempts.last_at", "<=", new Date(now.getTime() - spanMs)),
    )
    .executeTakeFirst();
  return (marked.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function deleteOldTries(tx: Tx, before: Date): Promise<void> {
  await db(tx).deleteFrom("app.attempts").where("last_at", "<", before).execute();
}
