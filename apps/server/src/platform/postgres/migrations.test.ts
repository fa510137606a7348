import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readHeader, unliftedTables } from "./migration-text.ts";
import { type Migration, migrate, migration, readMigrations } from "./migrations.ts";
import { clientConfig } from "./pools.ts";
import { cloneDatabase, type TestDatabase } from "./testing.ts";

let house: TestDatabase;
let real: Migration[];
const clients: pg.Client[] = [];
async function owner(): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(house.logins.roles, "owner"));
  await client.connect();
  clients.push(client);
  return client;
}
beforeAll(async () => {
  house = await cloneDatabase();
  real = await readMigrations();
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await house.drop();
});
const look = async (sql: string) => (await house.admin.query(sql)).rows;

test("a migration that fails half way changes nothing and names itself and the line", async () => {
  const bad = migration("9000-bad", "CREATE TABLE app.half (id int);\nSELECT nonsense;\n");
  await expect(migrate(await owner(), [...real, bad])).rejects.toThrow(/9000-bad failed.*nonsense.*\(line 2\)/);
  expect(await look("SELECT to_regclass('app.half') AS half")).toEqual([{ half: null }]);
});

test("a migration that was applied and then changed stops the start", async () => {
  const changed = real.map((one, index) =>
    index === 0 ? migration(one.name, `${one.sql}\n-- a second thought`) : one,
  );
  await expect(migrate(await owner(), changed)).rejects.toMatchObject({ code: "migration-changed" });
});

test("a database that a newer version has used stops the start", async () => {
  await expect(migrate(await owner(), real.slice(0, -1))).rejects.toMatchObject({ code: "migration-unknown" });
});

test("two servers that start at once apply each migration once", async () => {
  const slow = [...real, migration("9100-slow", "CREATE TABLE app.slow (id int); SELECT pg_sleep(0.3);")];
  const [one, two, three] = await Promise.all([owner(), owner(), owner()]);
  const done = await Promise.all([migrate(one, slow), migrate(two, slow), migrate(three, slow)]);
  expect(done.flat()).toEqual(["9100-slow"]);
});

test("a migration changes rows of a forced table only with FORCE lifted, which is put back in the same transaction", async () => {
  const known = [...real, migration("9100-slow", "CREATE TABLE app.slow (id int); SELECT pg_sleep(0.3);")];
  const filled = [
    ...known,
    migration(
      "9200-forced",
      `CREATE TABLE app.forced (account_id text, n int);
       INSERT INTO app.forced VALUES ('anna', 1);
       ALTER TABLE app.forced ENABLE ROW LEVEL SECURITY;
       ALTER TABLE app.forced FORCE ROW LEVEL SECURITY;`,
    ),
  ];
  await migrate(await owner(), filled);
  const silent = migration("9300-more", "UPDATE app.forced SET n = n + 1;");
  await expect(migrate(await owner(), [...filled, silent])).rejects.toThrow(/rows of forced.*-- forced-tables: forced/);
  const lifted = migration("9300-more", "-- forced-tables: forced\nUPDATE app.forced SET n = n + 1;");
  await migrate(await owner(), [...filled, lifted]);
  expect(await look("SELECT n FROM app.forced")).toEqual([{ n: 2 }]);
  expect(await look("SELECT relforcerowsecurity AS f FROM pg_class WHERE relname = 'forced'")).toEqual([{ f: true }]);
});

test("the forced-tables line takes table names and nothing that could be more SQL", () => {
  expect(readHeader("-- About this.\n-- forced-tables: documents, copies\nSELECT 1;")).toEqual({
    forcedTables: ["documents", "copies"],
  });
  expect(readHeader("SELECT 1;\n-- forced-tables: documents")).toEqual({ forcedTables: [] });
  expect(() => readHeader("-- forced-tables: a; DROP TABLE b")).toThrow("not a table name");
});

test("bodies of functions, comments and text do not count as touching a table", () => {
  const text =
    "CREATE FUNCTION f() AS $$ UPDATE a SET n = 1 $$; -- UPDATE b\nSELECT 'delete from c'; DELETE FROM app.d;";
  expect(unliftedTables(text, ["a", "b", "c", "d"], [])).toEqual(["d"]);
  expect(unliftedTables(text, ["d"], ["d"])).toEqual([]);
});
