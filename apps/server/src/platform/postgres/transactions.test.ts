import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type DatabaseActor, preparedStatement, type Tx } from "./database.ts";
import { DatabaseUnavailable, UniqueViolation } from "./errors.ts";
import { cloneDatabase, type TestDatabase } from "./testing.ts";

let house: TestDatabase;
beforeAll(async () => {
  house = await cloneDatabase();
  await house.admin.query(
    `CREATE TABLE app.papers (account_id text, title text, CONSTRAINT one_title UNIQUE (account_id, title));
     ALTER TABLE app.papers OWNER TO lp_owner;
     GRANT SELECT, INSERT, UPDATE, DELETE ON app.papers TO lp_app;
     ALTER TABLE app.papers ENABLE ROW LEVEL SECURITY;
     ALTER TABLE app.papers FORCE ROW LEVEL SECURITY;
     CREATE POLICY own ON app.papers USING (account_id = nullif(current_setting('app.account', true), ''));
     INSERT INTO app.papers VALUES ('anna', 'Passport'), ('ben', 'Passport');`,
  );
});
afterAll(() => house.drop());

const as = (accountId: string | null): DatabaseActor => ({ accountId, kind: "locum", personId: null, agencyId: null });
type Papers = { papers: { account_id: string; title: string } };
const titles = (actor: DatabaseActor) =>
  house.database.transaction(actor, (tx) => tx.withTables<Papers>().selectFrom("papers").selectAll().execute());

describe("row-level security", () => {
  test("a transaction sees the rows of its own actor and no others", async () => {
    expect(await titles(as("anna"))).toEqual([{ account_id: "anna", title: "Passport" }]);
    expect(await titles(as("ben"))).toEqual([{ account_id: "ben", title: "Passport" }]);
    expect(await titles(as(null))).toEqual([]);
  });

  test("the actor is gone after the transaction, on the same connection, after commit and after rollback", async () => {
    await titles(as("anna"));
    await expect(
      house.database.transaction(as("anna"), async () => {
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    const { rows } = await house.database.pools.app.query("SELECT current_setting('app.account', true) AS account");
    expect(rows[0].account ?? "").toBe("");
    expect((await house.database.pools.app.query("SELECT * FROM papers")).rows).toEqual([]);
  });

  test("an account id that tries to break out of the quoting is only a strange account id", async () => {
    const id = "x', true); SELECT set_config('app.account', 'ben', true); --\\'";
    const seen = await house.database.transaction(as(id), async (tx) => {
      const { rows } = await sql<{ account: string }>`SELECT current_setting('app.account') AS account`.execute(tx);
      return rows[0]?.account;
    });
    expect(seen).toBe(id);
    expect(await titles(as(id))).toEqual([]);
  });

  test("RESET ROLE and RESET ALL lead back to the app role, not to the login", async () => {
    const client = await house.database.pools.app.connect();
    try {
      await client.query("RESET ROLE; RESET ALL");
      expect((await client.query("SELECT current_user::text AS me")).rows).toEqual([{ me: "lp_app" }]);
    } finally {
      client.release(true);
    }
  });
});

describe("a transaction", () => {
  test("is there whole when it resolves and not at all when it throws", async () => {
    const add = (fail: boolean) =>
      house.database.transaction(as("carl"), async (tx) => {
        await tx.withTables<Papers>().insertInto("papers").values({ account_id: "carl", title: "DBS" }).execute();
        if (fail) throw new Error("no");
      });
    await expect(add(true)).rejects.toThrow("no");
    expect(await titles(as("carl"))).toEqual([]);
    await add(false);
    expect(await titles(as("carl"))).toHaveLength(1);
  });

  test("a key that is there already is told by its constraint", async () => {
    const again = house.database.transaction(as("anna"), (tx) =>
      tx.withTables<Papers>().insertInto("papers").values({ account_id: "anna", title: "Passport" }).execute(),
    );
    await expect(again).rejects.toMatchObject({ constraint: "one_title" });
    await expect(again).rejects.toBeInstanceOf(UniqueViolation);
  });

  test("a query left running without await does not run in the next person's transaction", async () => {
    let late: (() => Promise<unknown>) | undefined;
    await house.database.transaction(as("anna"), async (tx) => {
      late = () => tx.withTables<Papers>().deleteFrom("papers").execute();
    });
    await expect(house.database.transaction(as("ben"), async () => late?.())).rejects.toThrow(
      /has ended|already committed/,
    );
    expect(await titles(as("ben"))).toHaveLength(1);
  });

  test("an error that was swallowed inside does not look like success", async () => {
    const swallowed = house.database.transaction(as("anna"), async (tx) => {
      await sql`SELECT 1/0`.execute(tx).catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow("rolled back");
  });

  test("statements started together run in the order they were started, and nothing of them stays when one fails", async () => {
    const add = (tx: Tx, title: string) =>
      tx.withTables<Papers>().insertInto("papers").values({ account_id: "dora", title }).execute();
    const both = house.database.transaction(as("dora"), (tx) =>
      Promise.all([add(tx, "DBS"), add(tx, "CV"), tx.withTables<Papers>().selectFrom("papers").selectAll().execute()]),
    );
    expect((await both)[2]).toHaveLength(2);
    const failing = house.database.transaction(as("dora"), (tx) =>
      Promise.all([add(tx, "Visa"), add(tx, "CV"), add(tx, "BLS")]),
    );
    // What is told is the statement that failed, not those that PostgreSQL then refused after it.
    await expect(failing).rejects.toBeInstanceOf(UniqueViolation);
    expect((await titles(as("dora"))).map(({ title }) => title).sort()).toEqual(["CV", "DBS"]);
  });

  test("statements started together wait for one round trip, not one each", async () => {
    const { query } = pg.Client.prototype;
    const waits: boolean[] = [];
    let waiting = 0;
    const counted = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: unknown, ...given) {
      waits.push(waiting > 0);
      waiting += 1;
      const answered: unknown = Reflect.apply(query, this, given);
      if (answered instanceof Promise) void answered.finally(() => (waiting -= 1));
      return answered;
    });
    const one = (tx: Tx) => sql`SELECT 1`.execute(tx);
    await house.database.transaction(as("anna"), (tx) => Promise.all([one(tx), one(tx), one(tx)]));
    counted.mockRestore();
    // BEGIN goes first, three statements while it is on its way, COMMIT when all are answered.
    expect(waits).toEqual([false, true, true, true, false]);
  });

  test("a statement planned once is refused with its transaction and works in the next on that connection", async () => {
    const count = preparedStatement<{ n: number }>("count-papers", "SELECT count(*)::int AS n FROM papers");
    for (let turn = 0; turn < 3; turn++) {
      const failed = house.database.transaction(as("anna"), (tx) =>
        Promise.all([sql`SELECT 1/0`.execute(tx), count(tx)]),
      );
      await expect(failed).rejects.toThrow("division by zero");
      expect(await house.database.transaction(as("anna"), (tx) => count(tx))).toEqual([{ n: 1 }]);
      expect(await house.database.transaction(as("nobody"), (tx) => count(tx))).toEqual([{ n: 0 }]);
    }
  });

  test("a connection cut in the middle is a coded unavailability, and the next transaction works", async () => {
    const cut = house.database.transaction(as("anna"), async (tx) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
      await house.admin.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
      await sql`SELECT 1`.execute(tx);
    });
    await expect(cut).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await titles(as("anna"))).toHaveLength(1);
  });
});

test("whole numbers, days, instants and bytes arrive as what they are, and a number too large is an error, not another number", async () => {
  const { rows } = await house.database.pools.app.query(
    `SELECT 9007199254740991::bigint AS n, date '2026-03-29' AS day, timestamptz '2026-03-29T01:30:00Z' AS at, '\\x00ff'::bytea AS bytes,
            ARRAY[1::bigint, NULL] AS ns, ARRAY[date '2026-03-29'] AS days`,
  );
  expect(rows[0]).toEqual({
    n: Number.MAX_SAFE_INTEGER,
    day: "2026-03-29",
    at: new Date("2026-03-29T01:30:00Z"),
    bytes: Buffer.from([0, 255]),
    ns: [1, null],
    days: ["2026-03-29"],
  });
  await expect(house.database.pools.app.query("SELECT 9007199254740993::bigint")).rejects.toThrow(RangeError);
});

test("the app role enqueues a job in its transaction and cannot touch the job tables", async () => {
  const enqueue = (fail: boolean) =>
    house.database.transaction(as("anna"), async (tx) => {
      await sql`SELECT app.enqueue_job('tell-somebody', '{"n":1}')`.execute(tx);
      if (fail) throw new Error("no");
    });
  await expect(enqueue(true)).rejects.toThrow("no");
  await enqueue(false);
  const { rows } = await house.database.pools.jobs.query("SELECT task_identifier FROM graphile_worker.jobs");
  expect(rows).toEqual([{ task_identifier: "tell-somebody" }]);
  await expect(house.database.pools.app.query("SELECT * FROM graphile_worker.jobs")).rejects.toThrow(
    "permission denied",
  );
});

test("a listener hears what is said on its channel, also after its connection was lost", async () => {
  const heard: string[] = [];
  const stop = await house.database.listen("transfer-stopped", (payload) => heard.push(payload));
  const say = (text: string) => house.admin.query("SELECT pg_notify('transfer-stopped', $1)", [text]);
  await say("one");
  await expect.poll(() => heard).toEqual(["one"]);
  await house.admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE query = 'LISTEN "transfer-stopped"' AND datname = current_database()`,
  );
  await expect.poll(() => heard).toEqual(["one", ""]); // told to look again
  await say("two");
  await expect.poll(() => heard).toEqual(["one", "", "two"]);
  await stop();
  await say("three");
  await say("four");
  expect(heard).toHaveLength(3);
});
