import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { MemberRole } from "./agencies.model.ts";

export interface MemberRow {
  person_id: string;
  role: MemberRole;
  joined_at: Date;
}

export async function listMembers(tx: Tx, agencyId: string): Promise<MemberRow[]> {
  const found = await sql<MemberRow>`select person_id, role, joined_at from app.members
    where agency_id = ${agencyId} and removed_at is null order by joined_at, person_id`.execute(tx);
  return found.rows;
}

/** All members FOR UPDATE, so that two owners removing each other leave one. */
export async function lockMembers(tx: Tx, agencyId: string): Promise<MemberRow[]> {
  const found = await sql<MemberRow>`select person_id, role, joined_at from app.members
    where agency_id = ${agencyId} and removed_at is null order by person_id for update`.execute(tx);
  return found.rows;
}

export async function memberAgency(tx: Tx, personId: string): Promise<string | undefined> {
  const found = await sql<{ agency_id: string }>`select agency_id from app.members
    where person_id = ${personId} and removed_at is null`.execute(tx);
  return found.rows[0]?.agency_id;
}

export async function insertMember(
  tx: Tx,
  row: { agencyId: string; personId: string; role: MemberRole; at: Date },
): Promise<void> {
  await sql`insert into app.members (agency_id, person_id, role, joined_at)
    values (${row.agencyId}, ${row.personId}, ${row.role}, ${row.at})`.execute(tx);
}

export async function setRole(tx: Tx, agencyId: string, personId: string, role: MemberRole): Promise<void> {
  await sql`update app.members set role = ${role}
    where agency_id = ${agencyId} and person_id = ${personId} and removed_at is null`.execute(tx);
}

export async function removeMember(tx: Tx, agencyId: string, personId: string, at: Date): Promise<void> {
  await sql`update app.members set removed_at = ${at}
    where agency_id = ${agencyId} and person_id = ${personId} and removed_at is null`.execute(tx);
}

export interface InvitationRow {
  id: string;
  agency_id: string;
  role: MemberRole;
  sealed_email: Buffer;
  expires_at: Date;
}

export async function insertInvitation(
  tx: Tx,
  row: {
    id: string;
    agencyId: string;
    role: MemberRole;
    tokenHash: Buffer;
    emailDigest: Buffer;
    sealedEmail: Buffer;
    askedBy: string | null;
    now: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await sql`insert into app.invitations
      (id, agency_id, role, token_hash, email_digest, sealed_email, asked_by, created_at, expires_at)
    values (${row.id}, ${row.agencyId}, ${row.role}, ${row.tokenHash}, ${row.emailDigest}, ${row.sealedEmail},
      ${row.askedBy}, ${row.now}, ${row.expiresAt})`.execute(tx);
}

export async function listInvitations(tx: Tx, agencyId: string, now: Date): Promise<InvitationRow[]> {
  const found = await sql<InvitationRow>`select id, agency_id, role, sealed_email, expires_at from app.invitations
    where agency_id = ${agencyId} and accepted_at is null and expires_at > ${now} order by id desc`.execute(tx);
  return found.rows;
}

export async function deleteInvitation(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const gone = await sql`delete from app.invitations
    where agency_id = ${agencyId} and id = ${id} and accepted_at is null returning id`.execute(tx);
  return gone.rows.length > 0;
}

/**
 * Takes an open invitation, once: two presses have one outcome. By the token in the mail it is anybody's who holds it. By
 * the address alone only what the operator made, or what was there before the person was: an agency that types the
 * address of somebody with an account must not make them a member, and learn their name, without their yes.
 */
export async function takeInvitation(
  tx: Tx,
  by: { tokenHash: Buffer } | { emailDigest: Buffer; personId: string },
  now: Date,
): Promise<{ agency_id: string; role: MemberRole } | undefined> {
  const which =
    "tokenHash" in by
      ? sql`i.token_hash = ${by.tokenHash}`
      : sql`i.email_digest = ${by.emailDigest} and (i.asked_by is null
          or i.created_at < (select p.created_at from app.people p where p.account_id = ${by.personId}))`;
  const found = await sql<{ agency_id: string; role: MemberRole }>`
    update app.invitations set accepted_at = ${now} where id = (
      select i.id from app.invitations i where ${which} and i.accepted_at is null and i.expires_at > ${now}
      order by i.id desc limit 1 for update)
    returning agency_id, role`.execute(tx);
  return found.rows[0];
}

/** The agency an invitation led to, also after it was taken up. */
export async function agencyInvitedTo(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  const found = await sql<{ agency_id: string }>`
    select agency_id from app.invitations where token_hash = ${tokenHash}`.execute(tx);
  return found.rows[0]?.agency_id;
}

/** Who belongs to an agency now. */
export async function membersOf(tx: Tx, agencyId: string): Promise<string[]> {
  return (await listMembers(tx, agencyId)).map((member) => member.person_id);
}
