import { sql } from "kysely";
import { type Database, openOrJoinDatabase } from "../../apps/server/src/platform/postgres/database.ts";
import { pause } from "./numbers.ts";
import type { House } from "./places.ts";

const service = { accountId: null, kind: "service", personId: null, agencyId: null } as const;

const quiet = { info: () => undefined, warn: console.warn, error: console.error };

/** A look into a running house's database, beside its server. */
export function lookInto(house: House): Promise<Database> {
  return openOrJoinDatabase({ dataDir: house.dataDir, log: quiet });
}

/** Waits until no page picture is still to be made and every entry is in the log. Resolves to the milliseconds it took. */
export async function settled(database: Database): Promise<number> {
  const began = performance.now();
  const look = "select exists (select 1 from graphile_worker.jobs where task_identifier = 'make-pictures') as waiting";
  for (;;) {
    const jobs = await database.pools.jobs.query<{ waiting: boolean }>(look);
    const entries = await database.transaction(service, (tx) =>
      sql<{ waiting: boolean }>`select exists (select 1 from app.log_pending) as waiting`.execute(tx),
    );
    if (jobs.rows[0]?.waiting !== true && entries.rows[0]?.waiting !== true) return performance.now() - began;
    await pause(20);
  }
}
