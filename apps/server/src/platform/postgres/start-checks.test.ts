import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDatabase, findFaults } from "./start-checks.ts";
import { cloneDatabase, type TestDatabase } from "./testing.ts";

let house: TestDatabase;
beforeAll(async () => {
  house = await cloneDatabase();
});
afterAll(() => house.drop());

test("the database as migrated has no fault", async () => {
  await expect(checkDatabase(house.admin)).resolves.toBeUndefined();
});

const faults: [what: string, make: string, named: RegExp][] = [
  ["a superuser app role", "ALTER ROLE lp_app SUPERUSER", /lp_app is a superuser/],
  ["an app role past row-level security", "ALTER ROLE lp_app BYPASSRLS", /lp_app .*may bypass/],
  ["an app role that may act as the owner", "GRANT lp_owner TO lp_app", /lp_app may act as lp_owner/],
  [
    "a table of the app role",
    "CREATE TABLE app.t (id int); ALTER TABLE app.t OWNER TO lp_app",
    /lp_app owns (app\.)?t/,
  ],
  [
    "an app role that may make objects",
    "GRANT CREATE ON SCHEMA app TO lp_app",
    /lp_app may make objects in the schema app/,
  ],
  ["personal data without row-level security", "CREATE TABLE app.t (account_id text)", /(app\.)?t holds personal data/],
  [
    "row-level security that is not forced",
    "CREATE TABLE app.t (account_id text); ALTER TABLE app.t ENABLE ROW LEVEL SECURITY",
    /(app\.)?t holds personal data/,
  ],
  [
    "a listed table no longer forced",
    "ALTER TABLE app.accounts NO FORCE ROW LEVEL SECURITY",
    /accounts holds personal data/,
  ],
  ["a view with its owner's rights", "CREATE VIEW app.v AS SELECT 1", /view (app\.)?v looks with its owner/],
  ["a materialised view", "CREATE MATERIALIZED VIEW app.m AS SELECT 1", /materialised view (app\.)?m/],
  [
    "an unknown definer function",
    "CREATE FUNCTION app.f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS 'SELECT 1'",
    /f\(\) runs with its owner's rights and is not on the list/,
  ],
  [
    "a definer function whose search path others choose",
    "ALTER FUNCTION app.enqueue_job RESET search_path",
    /enqueue_job.* does not fix its search_path/,
  ],
  [
    "rights for everyone on a table",
    "CREATE TABLE app.t (id int); GRANT SELECT ON app.t TO PUBLIC",
    /PUBLIC\) has rights on (app\.)?t/,
  ],
  ["rights for everyone on a schema", "GRANT USAGE ON SCHEMA auth TO PUBLIC", /PUBLIC\) has rights on the schema auth/],
  ["a function for everyone", "GRANT EXECUTE ON FUNCTION app.enqueue_job TO PUBLIC", /PUBLIC\) may run .*enqueue_job/],
  [
    "audit entries that can be changed",
    "GRANT UPDATE (at) ON app.entries TO lp_app",
    /lp_app may update the append-only table .*entries/,
  ],
  [
    "audit entries that can be deleted",
    "GRANT DELETE ON app.entries TO lp_app",
    /lp_app may delete the append-only table .*entries/,
  ],
  [
    "a migration table the app may write",
    "GRANT INSERT ON app.migration TO lp_app",
    /lp_app may write the table .*migration/,
  ],
];

describe("the server does not start with", () => {
  test.each(faults)("%s", async (_what, make, named) => {
    const client = await house.admin.connect();
    try {
      await client.query("BEGIN"); // roles belong to all databases of the cluster: the fault is never committed
      await client.query(make);
      const found = await findFaults(client);
      expect(found).toEqual(expect.arrayContaining([expect.stringMatching(named)]));
      await expect(checkDatabase(client)).rejects.toMatchObject({ code: "unsafe-database" });
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});
