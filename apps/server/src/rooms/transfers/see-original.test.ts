import { afterAll, beforeAll, expect, test } from "vitest";
import { openTransferHouse, type TransferHouse } from "./transfers.testing.ts";

let t: TransferHouse;
beforeAll(async () => {
  t = await openTransferHouse();
  await t.house.start();
});
afterAll(async () => {
  expect(t.house.errors).toEqual([]);
  await t.house.close();
});

const yes = () => ({ noticeVersion: t.noticeVersion, general: true, health: false, criminalRecord: true });
const sentDbs = async (issueDate?: string) =>
  t.sent([await t.paper("dbs-certificate", undefined, issueDate === undefined ? undefined : { issueDate })], {
    consent: yes(),
  });
const url = (sent: { id: string; copies: { id: string }[] }) =>
  `/api/agency/transfers/${sent.id}/copies/${sent.copies[0]?.id}/original-seen`;
const mine = async (id: string) => (await t.locum.client.get(`/api/transfers/${id}`)).body.copies[0].originalSeen;
const by = "Owner of Acme Locums";

test("a named member's word that they saw an original stands with both, by whom and when, and in both timelines", async () => {
  const sent = await sentDbs();
  expect(sent.copies[0].originalSeen).toBeNull();
  const on = t.day(-3);
  const answer = await t.acme.client.post(url(sent), { on });
  expect([answer.status, answer.body.copies[0].originalSeen]).toEqual([200, { on, by }]);
  expect(await mine(sent.id)).toEqual({ on, by });
  const sentence =
    /^Owner of Acme Locums at Acme Locums recorded that they saw the original of DBS certificate in person on /;
  expect((await t.sentences(t.locum.client))[0]).toMatch(sentence);
  expect((await t.sentences(t.acme.client, "/api/agency/timeline"))[0]).toMatch(
    /recorded that they saw the original of/,
  );

  const entries = (await t.sentences(t.locum.client)).length;
  await t.acme.client.post(url(sent), { on });
  expect((await t.sentences(t.locum.client)).length).toBe(entries);
  const later = await t.acme.client.post(url(sent), { on: t.day(0) });
  expect(later.body.copies[0].originalSeen).toEqual({ on: t.day(0), by });
});

test("it can be taken back, which is told too", async () => {
  const sent = await sentDbs();
  await t.acme.client.post(url(sent), { on: t.day(0) });
  const answer = await t.acme.client.request("DELETE", url(sent));
  expect([answer.status, answer.body.copies[0].originalSeen]).toEqual([200, null]);
  expect(await mine(sent.id)).toBeNull();
  expect((await t.sentences(t.locum.client))[0]).toBe(
    "Owner of Acme Locums at Acme Locums took back the record that the original of DBS certificate was seen in person.",
  );
  const twice = await t.acme.client.request("DELETE", url(sent));
  expect(twice.status).toBe(200);
});

test("nobody saw an original tomorrow, nor before it was issued", async () => {
  const sent = await sentDbs(t.day(-10));
  for (const [days, message] of [
    [1, "Enter the day you saw it, today or earlier"],
    [-11, "Enter a day on or after the day the paper was issued"],
  ] as const) {
    const { status, body } = await t.acme.client.post(url(sent), { on: t.day(days) });
    expect([status, body.code, body.errors]).toEqual([400, "bad-input", [{ field: "on", message }]]);
  }
  expect(await mine(sent.id)).toBeNull();
  expect((await t.acme.client.post(url(sent), { on: t.day(-10) })).status).toBe(200);
});

test("what one agency saw is nothing to another, and of an ended copy nothing is recorded any more", async () => {
  const sent = await sentDbs();
  expect((await t.other.client.post(url(sent), { on: t.day(0) })).status).toBe(404);
  expect((await t.locum.client.post(url(sent), { on: t.day(0) })).status).toBe(404);
  const [{ documentId }] = sent.copies;
  const toOther = await t.sent([documentId], { agencyId: t.other.id, consent: yes() });
  await t.acme.client.post(url(sent), { on: t.day(0) });
  expect(await mine(toOther.id)).toBeNull();
  expect((await t.other.client.get(`/api/agency/transfers/${toOther.id}`)).body.copies[0].originalSeen).toBeNull();

  await t.locum.client.post(`/api/transfers/${toOther.id}/stop`);
  const late = await t.other.client.post(url(toOther), { on: t.day(0) });
  expect([late.status, late.body.code]).toEqual([403, "transfer-not-active"]);
  // What was recorded while it ran stays readable for both, as who looked does.
  await t.locum.client.post(`/api/transfers/${sent.id}/stop`);
  expect(await mine(sent.id)).toEqual({ on: t.day(0), by });
});

test("the database keeps day and names together, and the name only sealed", async () => {
  const sent = await sentDbs();
  await t.acme.client.post(url(sent), { on: t.day(0) });
  const { rows } = await t.house.database.admin.query(
    "select original_seen_owner as o, original_seen_agency as a from app.copies where id = $1",
    [sent.copies[0].id],
  );
  for (const side of [rows[0].o, rows[0].a]) expect(side.toString("latin1")).not.toContain("Owner");
  await expect(
    t.house.database.admin.query("update app.copies set original_seen_on = null where id = $1", [sent.copies[0].id]),
  ).rejects.toThrow(/original_seen_whole/);
});
