import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, type DatabaseActor, openDatabase } from "./database.ts";
import { quietLog, startTestDatabase } from "./testing.ts";

const service: DatabaseActor = { accountId: null, kind: "service", personId: null, agencyId: null };
const name = `ways_${randomBytes(6).toString("hex")}`;
let folder: string;
let admin: pg.Client;
let url: (database: string) => string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "locum ways "));
  ({ url } = await startTestDatabase());
  admin = new pg.Client({ connectionString: url("postgres") });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
});
afterAll(async () => {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
  await rm(folder, { recursive: true, force: true });
});

const ways: [string, () => Promise<Database>][] = [
  ["embedded", () => openDatabase({ dataDir: folder, log: quietLog })],
  ["external", () => openDatabase({ databaseUrl: url(name), dataDir: folder, log: quietLog })],
];

describe.each(ways)("PostgreSQL %s", (_way, open) => {
  test("an empty one is brought up to date, keeps what was written, and opens again", async () => {
    const first = await open();
    try {
      await first.transaction(service, (tx) =>
        sql`INSERT INTO deployment (key, value) VALUES ('said-once', 'kept')`.execute(tx),
      );
    } finally {
      await first.close();
    }
    const second = await open();
    try {
      const { rows } = await second.transaction(service, (tx) =>
        sql`SELECT value, current_user::text AS me FROM deployment WHERE key = 'said-once'`.execute(tx),
      );
      expect(rows).toEqual([{ value: "kept", me: "lp_app" }]);
    } finally {
      await second.close();
    }
  });

  test("each pool acts as its own role, and what one says the other hears", async () => {
    const database = await open();
    try {
      const heard: string[] = [];
      await database.listen("here", (payload) => heard.push(payload));
      for (const role of ["app", "auth", "jobs"] as const) {
        const { rows } = await database.pools[role].query("SELECT current_user::text AS me");
        expect(rows).toEqual([{ me: `lp_${role}` }]);
      }
      await database.pools.app.query("SELECT pg_notify('here', 'word')");
      await expect.poll(() => heard).toEqual(["word"]);
    } finally {
      await database.close();
    }
  });
});

test("embedded, each role logs in by itself: not even SET ROLE NONE leads to more rights", async () => {
  const database = await openDatabase({ dataDir: folder, log: quietLog });
  try {
    const client = await database.pools.app.connect();
    await client.query("SET ROLE NONE");
    expect((await client.query("SELECT current_user::text AS me")).rows).toEqual([{ me: "lp_app" }]);
    client.release(true);
  } finally {
    await database.close();
  }
});

test("external, a login that may not make roles is told the SQL to run, and it is enough", async () => {
  const own = `${name}_plain`;
  await admin.query(`CREATE ROLE ${own} LOGIN PASSWORD 'specimen'`);
  await admin.query(`CREATE DATABASE ${own}`);
  try {
    const databaseUrl = url(own).replace(/\/\/[^@]*@/, `//${own}:specimen@`);
    const open = () => openDatabase({ databaseUrl, dataDir: folder, log: quietLog });
    const refused = await open().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "roles-missing" });
    const said = refused instanceof Error ? refused.message.split("\n\n")[1] : undefined;
    const superuser = new pg.Client({ connectionString: url(own) });
    await superuser.connect();
    await superuser.query(said ?? "");
    await superuser.end();
    await (await open()).close();
  } finally {
    await admin.query(`DROP DATABASE ${own} WITH (FORCE)`);
    await admin.query(`DROP ROLE ${own}`);
  }
});

test("external, a server that does not answer is named, without its password", async () => {
  const databaseUrl = "postgresql://somebody:secret@127.0.0.1:1/none";
  const refused = await openDatabase({ databaseUrl, dataDir: folder, log: quietLog }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "database-unreachable" });
  expect(String(refused)).toContain("127.0.0.1:1");
  expect(String(refused)).not.toContain("secret");
});
