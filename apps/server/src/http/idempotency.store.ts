import { sql } from "kysely";
import type { Tx } from "../platform/postgres/database.ts";

interface Claim {
  accountId: string;
  key: string;
  digest: Buffer;
  now: Date;
  abandonedBefore: Date;
}

/** True when this request is the first with its key, or takes over one whose server died. */
export async function claimKey(tx: Tx, claim: Claim): Promise<boolean> {
  const claimed = await sql`
    insert into app.idempotency as i (account_id, key, request_digest, started_at)
    values (${claim.accountId}, ${claim.key}, ${claim.digest}, ${claim.now})
    on conflict (account_id, key) do update set started_at = excluded.started_at
      where i.sealed_answer is null and i.request_digest = excluded.request_digest and i.started_at < ${claim.abandonedBefore}
    returning key`.execute(tx);
  return claimed.rows.length > 0;
}

export async function readKey(
  tx: Tx,
  accountId: string,
  key: string,
): Promise<{ request_digest: Buffer; sealed_answer: Buffer | null } | undefined> {
  const found = await sql<{ request_digest: Buffer; sealed_answer: Buffer | null }>`
    select request_digest, sealed_answer from app.idempotency where account_id = ${accountId} and key = ${key}`.execute(
    tx,
  );
  return found.rows[0];
}

export async function keepAnswer(
  tx: Tx,
  accountId: string,
  key: string,
  status: number,
  sealed: Buffer,
): Promise<void> {
  await sql`update app.idempotency set status = ${status}, sealed_answer = ${sealed}
    where account_id = ${accountId} and key = ${key}`.execute(tx);
}

export async function releaseKey(tx: Tx, accountId: string, key: string): Promise<void> {
  await sql`delete from app.idempotency where account_id = ${accountId} and key = ${key}`.execute(tx);
}

/** Keys are kept 24 hours. */
export async function forgetKeysBefore(tx: Tx, instant: Date): Promise<void> {
  await sql`delete from app.idempotency where started_at < ${instant}`.execute(tx);
}
