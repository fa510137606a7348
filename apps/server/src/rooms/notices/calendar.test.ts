import { documentTypes } from "@locum-passport/compliance";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedInLocum, type TestClient, testClient } from "../accounts/testing.ts";
import { openReminderHouse, type ReminderHouse } from "./notices.testing.ts";

let t: ReminderHouse;
let locum: { id: string; client: TestClient };
let reader: TestClient;
const lines: string[] = [];
const start = new Date("2027-01-04T10:00:00Z");
beforeAll(async () => {
  t = await openReminderHouse({
    replaced: { log: pino({ level: "trace" }, { write: (line: string) => void lines.push(line) }) },
  });
  t.house.clock.set(start);
  locum = await signedInLocum(t.house, { email: "locum@example.test" });
  reader = testClient(t.house);
  await t.keep(locum.id, { id: "paper-1", type: "passport", details: { expiryDate: "2028-02-29" } });
});
afterAll(() => t.house.close());

const turnOn = async (): Promise<string> => {
  const { status, body } = await locum.client.request("PUT", "/api/me/calendar");
  expect(status).toBe(200);
  return body.address;
};
const pathOf = (address: string) => new URL(address).pathname;
const read = (address: string, headers: Record<string, string> = {}) =>
  reader.request("GET", pathOf(address), undefined, headers);
const summaries = (text: string) =>
  text
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .flatMap((line) => (line.startsWith("SUMMARY:") ? [line.slice(8)] : []));

describe("a calendar address", () => {
  test("is off until it is turned on, is told once, and is kept nowhere, in no table and no log line", async () => {
    const settings = async () => (await locum.client.get("/api/me/reminders")).body.calendar;
    expect(await settings()).toMatchObject({ on: false, turnedOnAt: null });
    const key = { "idempotency-key": "one-and-the-same-key" };
    const made = await locum.client.request("PUT", "/api/me/calendar", undefined, key);
    const again = await locum.client.request("PUT", "/api/me/calendar", undefined, key);
    expect(again.body.address).not.toBe(made.body.address);
    expect((await read(again.body.address)).status).toBe(200);
    expect(await settings()).toMatchObject({
      on: true,
      turnedOnAt: expect.any(String),
      lastReadAt: expect.any(String),
    });
    const token = /calendar\/(.*)\.ics$/.exec(again.body.address)?.[1] ?? "none";
    expect(token).toMatch(/^[\w-]{43}$/);
    const { rows: tables } = await t.house.database.admin.query(
      "select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace in ('app'::regnamespace, 'graphile_worker'::regnamespace, 'auth'::regnamespace)",
    );
    for (const { name } of tables) {
      const held = await t.house.database.admin.query(`select from ${name} x where x::text like $1`, [`%${token}%`]);
      expect([name, held.rowCount]).toEqual([name, 0]);
    }
    await reader.get(`/calendar/${token}.ics?x=%`);
    await reader.request("POST", `/calendar/${token}.ics`);
    expect(lines.join("\n")).not.toContain(token);
  });

  test("gives one event for each lapse, in words that say nothing, and the same name for it each time", async () => {
    const address = await turnOn();
    const { body, headers } = await read(address);
    expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(summaries(body)).toEqual(["Something in your passport ends"]);
    expect(body).toContain("\r\nDTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n");
    const uid = (text: string) => /\r\nUID:(.*)\r\n/.exec(text)?.[1];
    expect(uid((await read(await turnOn())).body)).toBe(uid(body));
    await t.change(locum.id, { id: "paper-1", type: "passport", details: { expiryDate: "2028-03-01" } });
    expect(uid((await read(await turnOn())).body)).not.toBe(uid(body));
  });

  test("is not sent again while nothing changed", async () => {
    const address = await turnOn();
    const first = await read(address);
    expect(first.headers["cache-control"]).toBe("private, no-cache");
    const second = await read(address, { "if-none-match": String(first.headers.etag) });
    expect([second.status, second.body]).toEqual([304, ""]);
    await t.keep(locum.id, { id: "paper-2", type: "smartcard", details: { certificateExpiry: "2027-05-05" } });
    expect((await read(address, { "if-none-match": String(first.headers.etag) })).status).toBe(200);
  });

  test("names papers only where their owner ticked it, and health and criminal-record papers never, whatever they are called", async () => {
    const address = await turnOn();
    const secret = documentTypes.filter(
      ({ sensitivity }) => sensitivity === "health" || sensitivity === "criminal-record",
    );
    expect(secret.length).toBeGreaterThan(10);
    const dates = {
      issueDate: "2026-12-01",
      signedOn: "2026-12-01",
      sampleDate: "2026-12-01",
      lastCheckedOn: "2026-12-01",
    };
    const ends = { subscriptionEndsOn: "2027-06-01", membershipEndsOn: "2027-06-01" };
    for (const { id } of secret)
      await t.keep(locum.id, { id: `secret-${id}`, type: id, details: { ...dates, ...ends }, title: "My HIV test" });
    await t.keep(locum.id, {
      id: "paper-3",
      type: "driving-licence",
      details: { expiryDate: "2029-01-01" },
      title: "My HIV test",
    });
    const neutral = summaries((await read(address)).body);
    expect(neutral.length).toBeGreaterThan(7);
    expect(new Set(neutral)).toEqual(new Set(["Something in your passport ends"]));
    await locum.client.request("PATCH", "/api/me/reminders", { calendarNamed: true });
    const named = summaries((await read(address)).body);
    expect(named.filter((title) => title !== "Something in your passport ends").sort()).toEqual([
      "NHS smartcard ends",
      "Passport ends",
      "Photocard driving licence ends",
    ]);
    expect(named).toHaveLength(neutral.length);
  });

  test("ends with the next one, and when it is turned off; then it answers like one that never was", async () => {
    const old = await turnOn();
    const address = await turnOn();
    const gone = await read(old);
    expect(gone.status).toBe(404);
    expect((await locum.client.request("DELETE", "/api/me/calendar")).status).toBe(204);
    expect((await locum.client.request("DELETE", "/api/me/calendar")).status).toBe(204);
    const never = await read(`https://x.example/calendar/${"a".repeat(43)}.ics`);
    const shapeless = await read("https://x.example/calendar/a.ics");
    // Counters of our own limit apart, which count on.
    const shown = ({ status, body, headers }: typeof gone) => [
      status,
      body,
      Object.entries(headers).filter(([name]) => name !== "date" && !name.startsWith("x-ratelimit")),
    ];
    for (const other of [await read(address), never, shapeless]) expect(shown(other)).toEqual(shown(gone));
  });

  test("stands in the timeline when it is made, read (once a day) and turned off", async () => {
    const day = t.house.clock.now();
    t.house.clock.set(new Date(day.getTime() + 86_400_000));
    const address = await turnOn();
    for (let n = 0; n < 3; n += 1) await read(address);
    t.house.clock.pass(86_400_000);
    await read(address);
    await locum.client.request("DELETE", "/api/me/calendar");
    const { items } = (await locum.client.get("/api/timeline?limit=4")).body;
    expect(items.map((item: { sentence: string }) => item.sentence)).toEqual([
      "You turned off the calendar address.",
      "Your calendar address was read. Whoever keeps your calendar sees what it says.",
      "Your calendar address was read. Whoever keeps your calendar sees what it says.",
      "You made a new secret calendar address. An older one stopped working.",
    ]);
  });

  test("is read a hundred times at once, and then with pauses", async () => {
    const address = await turnOn();
    const answers: number[] = [];
    await t.house.clock.stand(async () => {
      for (let n = 0; n < 102; n += 1) answers.push((await read(address)).status);
    });
    expect(answers.filter((status) => status === 200)).toHaveLength(100);
    const refused = await read(address);
    expect([refused.status, Number(refused.headers["retry-after"])]).toEqual([429, expect.any(Number)]);
    t.house.clock.pass(61_000);
    expect((await read(address)).status).toBe(200);
  });
});
