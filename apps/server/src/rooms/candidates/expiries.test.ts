import type { CandidateExpiry } from "@locum-passport/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { openTransferHouse, type TransferHouse } from "../transfers/transfers.testing.ts";
import { sender } from "./candidates.testing.ts";

type Expiry = z.output<typeof CandidateExpiry>;
let t: TransferHouse;
beforeAll(async () => {
  t = await openTransferHouse();
  await t.house.start();
  const endingIn = (days: number) => ({ expiryDate: t.day(days) });
  await sender(t, { name: "=cmd|' /C calc'!A0", number: "7000020" }, [["driving-licence", endingIn(10)]]);
  await sender(t, { name: 'Zoë "Z" Specimen', number: "7000021" }, [
    ["passport", endingIn(0)],
    ["driving-licence", endingIn(90)],
    ["national-id-card", endingIn(91)],
    ["other-photo-id", endingIn(-1)],
  ]);
});
afterAll(async () => {
  expect(t.house.errors).toEqual([]);
  await t.house.close();
});

const expiries = async (query = ""): Promise<Expiry[]> =>
  (await t.acme.client.get(`/api/agency/expiries${query}`)).body.items;

test("what ends from today to the last of the days asked for is listed by candidate, the earliest first", async () => {
  const found = await expiries();
  expect(
    found.map(({ registrationNumber, title, endsOn, daysLeft }) => [registrationNumber, title, endsOn, daysLeft]),
  ).toEqual([
    ["7000021", "Passport", t.day(0), 0],
    ["7000021", "Photocard driving licence", t.day(90), 90],
    ["7000020", "Photocard driving licence", t.day(10), 10],
  ]);
  expect(new Set(found.map(({ candidateId }) => candidateId)).size).toBe(2);
  expect(await expiries("?days=91")).toHaveLength(4);
  expect(await expiries("?days=1")).toHaveLength(1);
});

test.each(["0", "367", "-1", "1.5", "many"])("%s days are refused", async (days) => {
  const { status, body } = await t.acme.client.get(`/api/agency/expiries?days=${days}`);
  expect([status, body.code]).toEqual([400, "bad-input"]);
});

test("a page is some candidates with all that ends of theirs, and the pages together are all", async () => {
  const { body: first } = await t.acme.client.get("/api/agency/expiries?limit=1");
  const { body: second } = await t.acme.client.get(`/api/agency/expiries?limit=1&cursor=${first.nextCursor}`);
  expect(second.nextCursor).toBeNull();
  expect([...first.items, ...second.items]).toEqual(await expiries());
});

test("as a table it is a download in UTF-8, whole, and no cell of it is a formula", async () => {
  const { status, headers, body } = await t.bytes(t.acme.client, "/api/agency/expiries?format=csv&limit=1");
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": expect.stringMatching(/^text\/csv; charset=utf-8/),
    "content-disposition": 'attachment; filename="ends-soon.csv"',
    "cache-control": "no-store",
  });
  expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = body.toString("utf8").slice(1).split("\r\n");
  expect(lines).toHaveLength(5);
  expect(lines.at(-1)).toBe("");
  expect(lines[1]).toContain('"Zoë ""Z"" Specimen","7000021","Passport","Passport",');
  expect(lines[3]).toMatch(/^"'=cmd/);
});
