import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

/** When copies were opened and downloaded first, and by whom last. */
export async function markOpened(
  tx: Tx,
  seen: { agencyId: string; copyIds: readonly string[]; personId: string; at: Date; downloaded: boolean },
): Promise<void> {
  await sql`update app.copies set opened_at = coalesce(opened_at, ${seen.at}),
      downloaded_at = case when ${seen.downloaded} then coalesce(downloaded_at, ${seen.at}) else downloaded_at end,
      last_opened_at = ${seen.at}, last_opened_by = ${seen.personId}
    where agency_id = ${seen.agencyId} and id = any(${[...seen.copyIds]})`.execute(tx);
}

const quietMinutes = 10;

/** True when this try is to be told: at most one for a copy and a person in ten minutes. */
export async function noteRefusedOpening(
  tx: Tx,
  row: { accountId: string; agencyId: string; objectId: string; personId: string; at: Date },
): Promise<boolean> {
  const told = await sql`insert into app.refused_openings (account_id, agency_id, object_id, person_id, at)
    values (${row.accountId}, ${row.agencyId}, ${row.objectId}, ${row.personId}, ${row.at})
    on conflict (object_id, person_id) do update set at = excluded.at
      where app.refused_openings.at <= ${new Date(row.at.getTime() - quietMinutes * 60_000)}
    returning object_id`.execute(tx);
  return told.rows.length > 0;
}
