import { runMigrations } from "graphile-worker";
import pg from "pg";
import { DatabaseStartError, isConnectionFault } from "./errors.ts";
import type { Logins } from "./logins.ts";
import { type Migration, migrate } from "./migrations.ts";
import { clientConfig, type DatabaseLog, makePool } from "./pools.ts";
import { ensureRoles } from "./roles.ts";
import { checkDatabase } from "./start-checks.ts";

/** Roles, migrations, checks: after this the database can be served from, or there was an error that says why not. */
export async function readyDatabase(logins: Logins, migrations: readonly Migration[], log: DatabaseLog): Promise<void> {
  await withClient({ ...logins.setup, connectionTimeoutMillis: 5_000 }, async (setup) => {
    await ensureRoles(setup, logins.passwords);
    await withClient(clientConfig(logins.roles, "owner"), async (owner) => {
      const done = await migrate(owner, migrations, () => migrateJobs(logins, log));
      if (done.length > 0) log.info({ migrations: done }, "The database was brought up to date");
    });
    await checkDatabase(setup);
  });
}

/** graphile-worker's own tables come first: our function that enqueues a job stands on them. */
async function migrateJobs(logins: Logins, log: DatabaseLog): Promise<void> {
  const pool = makePool(logins.roles, "jobs", log);
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

async function withClient(config: pg.ClientConfig, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(config);
  client.on("error", () => undefined); // the query that runs fails with it
  try {
    await client.connect();
    await run(client);
  } catch (error) {
    throw isConnectionFault(error) ? unreachable(client, error) : error;
  } finally {
    await client.end().catch(() => undefined); // the error that led here is the one to tell
  }
}

function unreachable(client: pg.Client, error: unknown): DatabaseStartError {
  const reason =
    error instanceof Error ? error.message || ("code" in error ? String(error.code) : "no answer") : String(error);
  return new DatabaseStartError(
    "database-unreachable",
    `The database at ${client.host}:${client.port} does not answer (${reason}). Look whether it runs and whether DATABASE_URL is right.`,
    { cause: error },
  );
}
