import { consentNeeded, type DocumentType } from "@locum-passport/compliance";
import { sql } from "kysely";
import type { Context } from "../../context.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { type ConsentKind, consentsOf } from "../accounts/index.ts";
import { refuseWithoutConsent } from "./documents.errors.ts";

const LOCK = 0x636f6e73; // "cons"

/**
 * Health and criminal-record papers are kept only with a yes of their own (UK GDPR Articles 9 and 10). The lock is shared by
 * all who keep such a paper and excludes taking the yes back, which would else miss a paper that is just being added.
 */
export async function requireConsent(ctx: Context, tx: Tx, accountId: string, type: DocumentType): Promise<void> {
  const kind = consentNeeded(type);
  if (kind === null) return;
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`${accountId} ${kind}`}::text, ${LOCK}))`.execute(
    tx,
  );
  const given = await consentsOf(ctx, tx, accountId);
  if (!given[kind]) refuseWithoutConsent(kind);
}

export async function lockConsent(tx: Tx, accountId: string, kind: ConsentKind): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${accountId} ${kind}`}::text, ${LOCK}))`.execute(tx);
}
