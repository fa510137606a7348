import { randomBytes } from "node:crypto";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillEveryTable, losses, readFilling } from "./filled-tables.testing.ts";
import { externalLogins } from "./logins.ts";
import { type Migration, migrate, migration, readMigrations } from "./migrations.ts";
import { clientConfig, makePool } from "./pools.ts";
import { ensureRoles } from "./roles.ts";
import { findFaults } from "./start-checks.ts";
import { adminPool, quietLog, startTestDatabase } from "./testing.ts";

/** Tables whose rows a migration changes on purpose: its name, then each table. Empty so far. */
const changedOnPurpose: Readonly<Record<string, readonly string[]>> = {};

const name = `filled_${randomBytes(6).toString("hex")}`;
let server: pg.Client;
let admin: pg.Pool;
let owner: pg.Client;
let jobs: () => Promise<void>;
let known: Migration[];

beforeAll(async () => {
  const cluster = await startTestDatabase();
  server = new pg.Client({ connectionString: cluster.url("postgres") });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  admin = adminPool(cluster.url(name), 1);
  const logins = externalLogins(cluster.url(name));
  const setup = new pg.Client(logins.setup);
  await setup.connect();
  await ensureRoles(setup);
  await setup.end();
  owner = new pg.Client(clientConfig(logins.roles, "owner"));
  await owner.connect();
  jobs = async () => {
    const pool = makePool(logins.roles, "jobs", quietLog);
    await runMigrations({ pgPool: pool });
    await pool.end();
  };
  known = await readMigrations();
});
afterAll(async () => {
  await Promise.all([owner?.end(), admin?.end()]);
  await server?.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server?.end();
});

async function forcedTables(): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relnamespace = 'app'::regnamespace AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity`,
  );
  return rows.map((row) => row.name);
}

/** Applies all up to and with this one over tables that hold rows; resolves to what the rows and the walls lost by it. */
async function applyOverRows(migrations: readonly Migration[], at: number): Promise<string[]> {
  await fillEveryTable(admin, at);
  const before = await readFilling(admin);
  const forced = await forcedTables();
  await migrate(owner, migrations.slice(0, at + 1), jobs);
  const stillForced = new Set(await forcedTables());
  const meant = changedOnPurpose[migrations[at]?.name ?? ""] ?? [];
  return [
    ...losses(before, await readFilling(admin)).filter((loss) => !meant.some((table) => loss.startsWith(`${table} `))),
    ...forced.filter((table) => !stillForced.has(table)).map((table) => `${table} is no longer forced`),
  ];
}

test("every migration over filled tables: no row is lost or changed and no table is left without forced row-level security", async () => {
  for (const at of known.keys())
    expect({ of: known[at]?.name, lost: await applyOverRows(known, at) }).toMatchObject({ lost: [] });
  await fillEveryTable(admin, known.length);
  expect((await readFilling(admin)).size).toBeGreaterThan(35);
  expect(await findFaults(owner)).toEqual([]);
});

test("after all of it the app role sees of the rows what is its own and nothing of anybody else", async () => {
  const client = new pg.Client(clientConfig(externalLogins((await startTestDatabase()).url(name)).roles, "app"));
  await client.connect();
  try {
    const { rows } = await admin.query<{ account_id: string; n: number }>(
      "SELECT account_id, count(*)::int AS n FROM app.documents GROUP BY 1 ORDER BY 1",
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { account_id, n } of rows) {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.account', $1, true), set_config('app.kind', 'locum', true)", [
        account_id,
      ]);
      const seen = await client.query("SELECT DISTINCT account_id, count(*) OVER ()::int AS n FROM app.documents");
      expect(seen.rows).toEqual([{ account_id, n }]);
      await client.query("ROLLBACK");
    }
    expect((await client.query("SELECT FROM app.documents")).rowCount).toBe(0);
  } finally {
    await client.end();
  }
});

test.each([
  [
    "rows thrown away",
    "-- forced-tables: documents, copies\nTRUNCATE app.documents CASCADE;",
    /app\.documents lost or changed/,
  ],
  ["a column rewritten", "UPDATE app.contents SET bytes = 0;", /app\.contents lost or changed/],
  ["a table dropped", "DROP TABLE app.attempts;", /app\.attempts is gone/],
  ["a wall taken down", "ALTER TABLE app.profiles NO FORCE ROW LEVEL SECURITY;", /app\.profiles is no longer forced/],
])("a migration with %s is found by this", async (what, sql, found) => {
  known = [...known, migration(`90${known.length}-bad`, sql)];
  const lost = await applyOverRows(known, known.length - 1);
  expect(lost, what).toEqual(expect.arrayContaining([expect.stringMatching(found)]));
});
