import { randomBytes } from "node:crypto";
import type { KeyWrapper } from "@locum-passport/envelope";
import { sql } from "kysely";
import type { Database, DatabaseActor, Tx } from "./platform/postgres/database.ts";

/** What a database says of itself: its id, the log's name, and the check value of the root key that belongs to it. */
export interface Deployment {
  id: string;
  logOrigin: string;
}

export class WrongRootKey extends Error {}

const house: DatabaseActor = { accountId: null, kind: "service", personId: null, agencyId: null };

/** Whether this database has been started with a root key before: then a new key would open none of it. */
export async function hasRootKey(database: Database): Promise<boolean> {
  return database.transaction(house, async (tx) => {
    const found = await sql`select 1 from app.deployment where key = 'root-key-check'`.execute(tx);
    return found.rows.length > 0;
  });
}

/** Reads the deployment, or writes it on the first start. Refuses a root key that is not this database's. */
export async function readDeployment(database: Database, keys: KeyWrapper): Promise<Deployment> {
  return database.transaction(house, async (tx) => {
    await sql`select pg_advisory_xact_lock(7201003)`.execute(tx);
    const id = await value(tx, "id", () => randomBytes(16).toString("hex"));
    const logOrigin = await value(tx, "log-origin", () => `locum-passport.log/${id.slice(0, 12)}`);
    const expected = await keys.checkValue(id);
    const kept = await value(tx, "root-key-check", () => expected);
    if (kept !== expected) {
      throw new WrongRootKey(
        "This root key does not belong to this database: nothing in it could be opened. Put back the key it was started with (ROOT_KEY, ROOT_KEY_FILE or the file in DATA_DIR/keys).",
      );
    }
    return { id, logOrigin };
  });
}

async function value(tx: Tx, key: string, make: () => string): Promise<string> {
  const found = await sql<{ value: string }>`select value from app.deployment where key = ${key}`.execute(tx);
  const kept = found.rows[0]?.value;
  if (kept !== undefined) return kept;
  const made = make();
  await sql`insert into app.deployment (key, value) values (${key}, ${made})`.execute(tx);
  return made;
}
