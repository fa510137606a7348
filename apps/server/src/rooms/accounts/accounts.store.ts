import { preparedStatement, type Tx } from "../../platform/postgres/database.ts";
import type { AccountTables, ConsentKind } from "./accounts.tables.ts";

const db = (tx: Tx) => tx.withTables<AccountTables>();

interface NewPerson {
  id: string;
  kind: "locum" | "staff";
  staffRole: string | null;
  sealedName: Buffer;
  at: Date;
}

export async function insertPerson(tx: Tx, person: NewPerson): Promise<void> {
  await db(tx)
    .insertInto("app.people")
    .values({
      account_id: person.id,
      kind: person.kind,
      staff_role: person.staffRole,
      sealed_name: person.sealedName,
      sending_frozen_until: null,
      first_signed_in_at: null,
      created_at: person.at,
    })
    .execute();
}

export async function findPerson(tx: Tx, id: string): Promise<AccountTables["app.people"] | undefined> {
  return db(tx).selectFrom("app.people").selectAll().where("account_id", "=", id).executeTakeFirst();
}

const sendingPerson = preparedStatement<{
  sealed_name: Buffer;
  sending_frozen_until: Date | null;
  sealed_profile: Buffer | null;
}>(
  "sending-person",
  `select p.sealed_name, p.sending_frozen_until, f.sealed as sealed_profile
  from app.people p left join app.profiles f on f.account_id = p.account_id where p.account_id = $1`,
);

/** What a sending asks about its sender, at once. */
export const findSendingPerson = async (tx: Tx, id: string) => (await sendingPerson(tx, id))[0];

/** True when this was the person's first sign-in ever. */
export async function noteFirstSignIn(tx: Tx, id: string, at: Date): Promise<boolean> {
  const updated = await db(tx)
    .updateTable("app.people")
    .set({ first_signed_in_at: at })
    .where("account_id", "=", id)
    .where("first_signed_in_at", "is", null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

export async function freezeSending(tx: Tx, id: string, until: Date): Promise<void> {
  await db(tx).updateTable("app.people").set({ sending_frozen_until: until }).where("account_id", "=", id).execute();
}

export interface Acceptance {
  name: string;
  version: string;
  sha256: string;
}

/** Resolves to those that were not accepted in this version before. */
export async function acceptTerms(tx: Tx, id: string, terms: readonly Acceptance[], at: Date): Promise<string[]> {
  const rows = await db(tx)
    .insertInto("app.accepted_terms")
    .values(terms.map((one) => ({ account_id: id, name: one.name, version: one.version, sha256: one.sha256, at })))
    .onConflict((conflict) => conflict.columns(["account_id", "name", "version"]).doNothing())
    .returning("name")
    .execute();
  return rows.map(({ name }) => name);
}

export async function listAcceptedTerms(tx: Tx, id: string): Promise<AccountTables["app.accepted_terms"][]> {
  return db(tx).selectFrom("app.accepted_terms").selectAll().where("account_id", "=", id).orderBy("at").execute();
}

export async function listConsents(tx: Tx, id: string): Promise<AccountTables["app.consents"][]> {
  return db(tx).selectFrom("app.consents").selectAll().where("account_id", "=", id).execute();
}

/** False when this very notice was agreed to before. */
export async function giveConsent(tx: Tx, consent: AccountTables["app.consents"]): Promise<boolean> {
  const { notice_version, notice_sha256, given_at } = consent;
  const given = await db(tx)
    .insertInto("app.consents")
    .values(consent)
    .onConflict((conflict) =>
      conflict
        .columns(["account_id", "kind"])
        .doUpdateSet({ notice_version, notice_sha256, given_at })
        .where("app.consents.notice_version", "<>", notice_version),
    )
    .executeTakeFirst();
  return (given.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function deleteConsent(tx: Tx, id: string, kind: ConsentKind): Promise<boolean> {
  const gone = await db(tx)
    .deleteFrom("app.consents")
    .where("account_id", "=", id)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

export async function findProfile(tx: Tx, id: string): Promise<Buffer | undefined> {
  const row = await db(tx).selectFrom("app.profiles").select("sealed").where("account_id", "=", id).executeTakeFirst();
  return row?.sealed;
}

/** Locked, so that two changes at once both stay. */
export async function lockProfile(tx: Tx, id: string, empty: Buffer, at: Date): Promise<Buffer> {
  await db(tx)
    .insertInto("app.profiles")
    .values({ account_id: id, sealed: empty, changed_at: at })
    .onConflict((conflict) => conflict.column("account_id").doNothing())
    .execute();
  const row = await db(tx)
    .selectFrom("app.profiles")
    .select("sealed")
    .where("account_id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.sealed;
}

export async function saveProfile(tx: Tx, id: string, sealed: Buffer, at: Date): Promise<void> {
  await db(tx).updateTable("app.profiles").set({ sealed, changed_at: at }).where("account_id", "=", id).execute();
}
