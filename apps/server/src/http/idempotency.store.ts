import { sql } from "kysely";
import { preparedStatement, type Tx } from "../platform/postgres/database.ts";

/** One request that holds a key. */
export interface Claim {
  accountId: string;
  key: string;
  /** Random, of this request alone: whoever takes the key over brings another. */
  claim: string;
}

interface NewClaim extends Claim {
  digest: Buffer;
  now: Date;
  abandonedBefore: Date;
}

/**
 * True when this request is the first with its key, or takes over one whose server died before anything was done. Nobody
 * waits for the disk: the act's own commit, which comes later in the same write-ahead log, makes the claim durable too, and
 * a claim that is lost without an act has nothing to tell.
 */
export async function claimKey(
  tx: Tx,
  { accountId, key, claim, digest, now, abandonedBefore }: NewClaim,
): Promise<boolean> {
  await sql`set local synchronous_commit = off`.execute(tx);
  const claimed = await sql`
    insert into app.idempotency as i (account_id, key, claim, request_digest, started_at)
    values (${accountId}, ${key}, ${claim}, ${digest}, ${now})
    on conflict (account_id, key) do update set started_at = excluded.started_at, claim = excluded.claim
      where i.sealed_answer is null and i.acted_at is null
        and i.request_digest = excluded.request_digest and i.started_at < ${abandonedBefore}
    returning key`.execute(tx);
  return claimed.rows.length > 0;
}

interface KeyRow {
  request_digest: Buffer;
  sealed_answer: Buffer | null;
  acted_at: Date | null;
}

export async function readKey(tx: Tx, accountId: string, key: string): Promise<KeyRow | undefined> {
  const found = await sql<KeyRow>`
    select request_digest, sealed_answer, acted_at from app.idempotency
    where account_id = ${accountId} and key = ${key}`.execute(tx);
  return found.rows[0];
}

const acted = preparedStatement(
  "idempotency-acted",
  `update app.idempotency set acted_at = coalesce(acted_at, $4)
  where account_id = $1 and key = $2 and claim = $3 returning key`,
);

/** In the act's own transaction. False when another request took the key over meanwhile: then nothing may be done. */
export async function markActed(tx: Tx, { accountId, key, claim }: Claim, at: Date): Promise<boolean> {
  return (await acted(tx, accountId, key, claim, at)).length > 0;
}

export async function keepAnswer(
  tx: Tx,
  { accountId, key, claim }: Claim,
  status: number,
  sealed: Buffer,
): Promise<void> {
  await sql`update app.idempotency set status = ${status}, sealed_answer = ${sealed}
    where account_id = ${accountId} and key = ${key} and claim = ${claim}`.execute(tx);
}

/** Lets the key be used anew, unless something was done under it. */
export async function releaseKey(tx: Tx, { accountId, key, claim }: Claim): Promise<void> {
  await sql`delete from app.idempotency
    where account_id = ${accountId} and key = ${key} and claim = ${claim} and acted_at is null`.execute(tx);
}

/** Keys are kept 24 hours. */
export async function forgetKeysBefore(tx: Tx, instant: Date): Promise<void> {
  await sql`delete from app.idempotency where started_at < ${instant}`.execute(tx);
}
