import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

export interface Membership {
  id: string;
  name: string;
  state: string;
  role: "owner" | "member";
  termsVersion: string | null;
}

/** The agency a person belongs to, as they see it of themselves. The rows are the agencies room's; here they are only read. */
export async function findMembership(tx: Tx, personId: string): Promise<Membership | undefined> {
  const found = await sql<Membership>`
    select a.id, a.name, a.state, m.role, a.terms_version as "termsVersion"
    from app.members m join app.agencies a on a.id = m.agency_id
    where m.person_id = ${personId} and m.removed_at is null`.execute(tx);
  return found.rows[0];
}

/** An account's standing permission to open its own papers. */
export async function insertOwnPermission(tx: Tx, accountId: string, at: Date): Promise<void> {
  await sql`insert into app.permissions (account_id, id, kind, recipient_id, purpose, may_download, given_at)
    values (${accountId}, 'own', 'own', ${accountId}, 'run-the-account', true, ${at})
    on conflict do nothing`.execute(tx);
}
