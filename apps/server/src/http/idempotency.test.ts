import { afterAll, beforeAll, expect, test } from "vitest";
import { type Context, createContext } from "../context.ts";
import { Refusal } from "../failure.ts";
import { signedInLocum } from "../rooms/accounts/testing.ts";
import { append } from "../rooms/audit/index.ts";
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

/** An act like any other: one transaction with its entry in the log. */
async function act(ctx: Context): Promise<Presented> {
  await ctx.transaction((tx) => append(ctx, tx, [{ accountId: personId, act: "signed-out" }]));
  return done;
}
const never = () => Promise.reject(new Error("done twice"));
/** Of its transactions (the claim, those of the act, the keeping) only the first so many reach the database. */
const dyingAfter = (times: number): Context => {
  const ctx = me();
  return { ...ctx, transaction: failingAfter(times, ctx.transaction) };
};
const entries = async (): Promise<number> =>
  (await house.database.admin.query("select 1 from app.entries where account_id = $1", [personId])).rows.length;

test("what was done before its answer was lost is not done again, and the repeated request is told so", async () => {
  const before = await entries();
  await answerOnce(dyingAfter(2), "lost", request, act);
  expect(await entries()).toBe(before + 1);
  await expect(answerOnce(me(), "lost", request, never)).rejects.toMatchObject({ code: "idempotency-key-in-use" });
  house.clock.pass(11_000);
  for (const later of [0, 3_600_000]) {
    house.clock.pass(later);
    await expect(answerOnce(me(), "lost", request, never)).rejects.toMatchObject({
      status: 409,
      code: "idempotency-answer-lost",
    });
  }
  expect(await entries()).toBe(before + 1);
});

test("a fault after the act was done does not open its key again", async () => {
  const failing = answerOnce(me(), "half", request, async (ctx) => {
    await act(ctx);
    throw new Error("broken after the act");
  });
  await expect(failing).rejects.toThrow("broken after the act");
  house.clock.pass(11_000);
  await expect(answerOnce(me(), "half", request, never)).rejects.toMatchObject({ code: "idempotency-answer-lost" });
});

test("a request whose server died before anything was done is taken over, and done once", async () => {
  const before = await entries();
  await expect(answerOnce(dyingAfter(1), "nothing", request, act)).rejects.toThrow("the database went");
  await expect(answerOnce(me(), "nothing", request, never)).rejects.toMatchObject({ code: "idempotency-key-in-use" });
  house.clock.pass(21_000);
  expect(await answerOnce(me(), "nothing", request, act)).toEqual(done);
  expect((await answerOnce(me(), "nothing", request, never)).json).toBe(done.json);
  expect(await entries()).toBe(before + 1);
});

test("a request that another server took over meanwhile does nothing, and leaves the other's claim alone", async () => {
  const before = await entries();
  const late = answerOnce(me(), "over", request, async (ctx) => {
    await house.database.admin.query("update app.idempotency set claim = 'another server' where key = 'over'");
    return act(ctx);
  });
  await expect(late).rejects.toMatchObject({ code: "idempotency-key-in-use" });
  expect(await entries()).toBe(before);
  const { rows } = await house.database.admin.query(
    "select claim, acted_at, sealed_answer from app.idempotency where key = 'over'",
  );
  expect(rows).toEqual([{ claim: "another server", acted_at: null, sealed_answer: null }]);
});

test("an act that was only refused, with its entry, may be asked for again", async () => {
  const refusing = answerOnce(me(), "only-refused", request, async (ctx) => {
    await ctx.transaction((tx) =>
      append(ctx, tx, [{ accountId: personId, act: "sign-in-refused", result: "refused" }]),
    );
    throw new Error("the server went");
  });
  await expect(refusing).rejects.toThrow("the server went");
  expect(await answerOnce(me(), "only-refused", request, act)).toEqual(done);
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
