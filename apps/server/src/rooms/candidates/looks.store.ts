import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";

export interface Look {
  agencyId: string;
  personId: string;
  act: "candidates-listed" | "candidate-read" | "expiries-taken";
  /** Civil date, Europe/London. */
  day: string;
}

/** Of these accounts, those of which this person had not done this today; from now on they have. */
export async function noteLooks(tx: Tx, look: Look, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (accountIds.length === 0) return new Set();
  const { rows } = await sql<{ account_id: string }>`
    insert into app.candidate_looks (agency_id, person_id, act, day, account_id)
    select ${look.agencyId}, ${look.personId}, ${look.act}, ${look.day}::date, a.id
      from unnest(${[...accountIds]}::text[]) as a (id) order by a.id
    on conflict (agency_id, person_id, account_id, act) do update set day = excluded.day
      where app.candidate_looks.day < excluded.day
    returning account_id`.execute(tx);
  return new Set(rows.map((row) => row.account_id));
}
