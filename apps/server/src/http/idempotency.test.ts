import { afterAll, beforeAll, expect, test } from "vitest";
import { createContext } from "../context.ts";
import { Refusal } from "../failure.ts";
import { signedInLocum } from "../rooms/accounts/testing.ts";
import { openTestHouse, type TestHouse } from "../testing/house.ts";
import type { Presented } from "./handler.ts";
import { answerOnce, idempotencySchedules } from "./idempotency.ts";

let house: TestHouse;
let personId: string;

beforeAll(async () => {
  house = await openTestHouse();
  personId = (await signedInLocum(house, { email: "twice@example.test" })).id;
}, 60_000);
afterAll(() => house.close());

type Request = Parameters<typeof answerOnce>[2];
const request = {
  method: "POST",
  url: "/api/x",
  body: {},
  headers: {},
  isMultipart: () => false,
} as unknown as Request;
const done: Presented = { status: 201, json: '{"id":"one"}', stream: undefined, headers: {} };
const me = () =>
  createContext({
    actor: { ...house.service().actor, kind: "locum", personId, agency: null, staffRole: null, sessionId: null },
    ports: house.ports,
  });

test("a first request that runs for hours is not done a second time under its key", async () => {
  let finish = (_: Presented) => {};
  const first = answerOnce(me(), "slow", request, () => new Promise<Presented>((resolve) => (finish = resolve)));
  await expect.poll(async () => (await keys("slow")).length).toBe(1);
  house.clock.pass(3 * 3_600_000);
  let again = 0;
  const second = answerOnce(me(), "slow", request, async () => {
    again += 1;
    return done;
  });
  await expect(second).rejects.toMatchObject({ code: "idempotency-key-in-use" });
  finish(done);
  expect(await first).toEqual(done);
  expect((await answerOnce(me(), "slow", request, () => Promise.reject(new Error("asked twice")))).json).toBe(
    done.json,
  );
  expect(again).toBe(0);
});

test("what was done is answered so, also when the answer could not be kept", async () => {
  const ctx = me();
  const answer = await answerOnce(
    { ...ctx, transaction: failingAfter(1, ctx.transaction) },
    "unkept",
    request,
    async () => done,
  );
  expect(answer).toEqual(done);
  const repeated = answerOnce(me(), "unkept", request, () => Promise.reject(new Error("done twice")));
  await expect(repeated).rejects.toBeInstanceOf(Refusal);
});

function failingAfter(times: number, run: ReturnType<typeof me>["transaction"]): typeof run {
  let left = times;
  return (work) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error("the database went")) : run(work);
  };
}

const keys = async (key: string) =>
  (await house.database.admin.query("select key from app.idempotency where key = $1", [key])).rows;

test("a key and its kept answer are gone a day later", async () => {
  await answerOnce(me(), "a-day", request, async () => done);
  const forget = async () => Promise.all(idempotencySchedules.map((schedule) => schedule.run(house.service())));
  await forget();
  expect(await keys("a-day")).toHaveLength(1);
  house.clock.pass(24 * 3_600_000 + 60_000);
  await forget();
  expect(await keys("a-day")).toEqual([]);
});
