import { randomBytes } from "node:crypto";
import pg from "pg";
import { type Database, serve } from "./database.ts";
import { DirectConnection } from "./direct-connection.ts";
import { externalLogins, type Logins } from "./logins.ts";
import { clientConfig, type DatabaseLog } from "./pools.ts";
import { startTestDatabase, type TestCluster } from "./testing-cluster.ts";

export { startTestDatabase } from "./testing-cluster.ts";

/** A database of one test file's own: migrated, empty, thrown away after. */
export interface TestDatabase {
  database: Database;
  /** For a server process under test: one login for all roles. */
  databaseUrl: string;
  logins: Logins;
  /** As the superuser, past row-level security: to look, and to make faults on purpose. */
  admin: pg.Pool;
  drop(): Promise<void>;
}

export const quietLog: DatabaseLog = { info: () => {}, warn: () => {}, error: () => {} };

export async function cloneDatabase(log: DatabaseLog = quietLog): Promise<TestDatabase> {
  const cluster = await startTestDatabase();
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asAdmin(cluster, `CREATE DATABASE ${name} TEMPLATE ${cluster.template}`);
  // A clone does not take over who may connect.
  await asAdmin(cluster, `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await asAdmin(cluster, `GRANT CONNECT ON DATABASE ${name} TO lp_owner, lp_app, lp_auth, lp_jobs`);
  const databaseUrl = cluster.url(name);
  const logins = externalLogins(databaseUrl);
  const database = serve(logins, log, new DirectConnection(clientConfig(logins.roles, "app"), log));
  const admin = adminPool(databaseUrl);
  return {
    database,
    databaseUrl,
    logins,
    admin,
    async drop() {
      await Promise.all([database.close(), admin.end()]);
      await asAdmin(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/**
 * As the superuser of one test database. A pool has ended when its goodbyes are sent: a database that is thrown away before
 * PostgreSQL read them ends those connections with 57P01, an event that would end the process if nobody heard it. Whoever
 * has a query running is told by the query.
 */
export function adminPool(connectionString: string, max = 2): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
  pool.on("error", () => undefined);
  return pool;
}

async function asAdmin(cluster: TestCluster, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
