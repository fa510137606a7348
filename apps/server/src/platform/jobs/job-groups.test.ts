import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createContext, serviceActor } from "../../context.ts";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import type { DatabaseActor } from "../postgres/database.ts";
import { graphileJobs } from "./graphile-jobs.ts";
import { JobFailed } from "./job-failed.ts";
import type { JobGroup, Jobs } from "./jobs.ts";

let house: TestHouse;
let jobs: Jobs;
let works = false;
const lines: string[] = [];
const staff: DatabaseActor = { accountId: "sam", kind: "staff", personId: "sam", agencyId: null };
const locum: DatabaseActor = { accountId: "anna", kind: "locum", personId: "anna", agencyId: null };

beforeAll(async () => {
  house = await openTestHouse();
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  jobs = graphileJobs({ pool: house.database.database.pools.jobs, log, alone: true });
  const refused = Object.assign(new Error("550 no mailbox anna@example.test"), {
    code: "EENVELOPE",
    responseCode: 550,
  });
  await jobs.start({
    jobs: {
      "send-specimen": async () => {
        if (!works) throw refused;
      },
    },
    schedules: [],
    context: () => createContext({ actor: serviceActor, ports: house.ports }),
  });
});
afterAll(async () => {
  await jobs.stop();
  await house.close();
});

const add = (maxAttempts: number) =>
  house.database.database.transaction(staff, (tx) =>
    jobs.add(tx, "send-specimen", { to: "anna@example.test" }, { maxAttempts }),
  );
const groupAs = async (actor: DatabaseActor): Promise<JobGroup | undefined> =>
  (await house.database.database.transaction(actor, (tx) => jobs.groups(tx))).find(
    ({ name }) => name === "send-specimen",
  );

test("work that failed stands in numbers, with the name and code of its failure and no word of whom it was about", async () => {
  await add(25);
  await add(1);
  await expect.poll(() => groupAs(staff), { timeout: 20_000 }).toMatchObject({ retrying: 1, stuck: 1, running: 0 });
  expect(await groupAs(staff)).toEqual({
    name: "send-specimen",
    waiting: 0,
    running: 0,
    retrying: 1,
    stuck: 1,
    oldestAt: expect.any(Date),
    lastError: "Error EENVELOPE 550",
  });
  const { rows } = await house.database.admin.query("select last_error from graphile_worker._private_jobs");
  expect(JSON.stringify(rows)).not.toContain("anna");
});

test("a failure kept by an older version, in words, is shown as unknown", async () => {
  const set = "update graphile_worker._private_jobs set last_error = $1";
  await house.database.admin.query(set, ["550 no mailbox anna@example.test"]);
  expect(await groupAs(staff)).toMatchObject({ lastError: "Unknown" });
});

test("a locum sees no background work and sets none going", async () => {
  expect(await groupAs(locum)).toBeUndefined();
  expect(await house.database.database.transaction(locum, (tx) => jobs.retry(tx, "send-specimen"))).toBe(0);
});

test("staff have it tried again, and what works then is gone", async () => {
  works = true;
  expect(await house.database.database.transaction(staff, (tx) => jobs.retry(tx, "send-specimen"))).toBe(2);
  await expect.poll(() => groupAs(staff), { timeout: 20_000 }).toMatchObject({ retrying: 0, stuck: 0, waiting: 0 });
  expect(await groupAs(staff)).toMatchObject({ oldestAt: null, lastError: null });
});

test("a runner that is told to stop while it starts is stopped, and holds no connection", async () => {
  const { jobs: pool } = house.database.database.pools;
  const inUse = () => pool.totalCount - pool.idleCount;
  await expect.poll(inUse).toBe(1); // that of the runner above, which listens
  const other = graphileJobs({ pool, log: pino({ level: "silent" }), alone: false });
  const starting = other.start({
    jobs: { "send-other": async () => undefined },
    schedules: [],
    context: () => createContext({ actor: serviceActor, ports: house.ports }),
  });
  await other.stop();
  await starting;
  await expect.poll(inUse).toBe(1);
});

test.each([
  [new TypeError("anna@example.test"), "TypeError"],
  [Object.assign(new Error("x"), { code: "anna @ example" }), "Error"],
  ["anna@example.test", "Unknown"],
])("of %s only the kind is kept", (error, kept) => {
  expect(new JobFailed(error).message).toBe(kept);
});
