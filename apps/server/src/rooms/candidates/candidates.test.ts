import { dayInWords } from "@locum-passport/compliance";
import type { Candidate, CandidateDetail } from "@locum-passport/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { decideAgency } from "../agencies/index.ts";
import { openTransferHouse, type TransferHouse } from "../transfers/transfers.testing.ts";
import { sender } from "./candidates.testing.ts";

let t: TransferHouse;
beforeAll(async () => {
  t = await openTransferHouse();
  await t.house.start();
  await t.locum.client.request("PATCH", "/api/me/profile", { profession: "doctor", registrationNumber: "7000001" });
});
afterAll(async () => {
  expect(t.house.errors).toEqual([]);
  await t.house.close();
});

const list = async (query = "", client = t.acme.client): Promise<Candidate[]> =>
  (await client.get(`/api/agency/candidates${query}`)).body.items;
const only = async (query = "?query=7000001", client = t.acme.client): Promise<Candidate> => {
  const [candidate, ...others] = await list(query, client);
  if (!candidate || others.length > 0) throw new Error("Not one candidate");
  return candidate;
};
const detail = async ({ id }: { id: string }): Promise<z.output<typeof CandidateDetail>> =>
  (await t.acme.client.get(`/api/agency/candidates/${id}`)).body;
const yes = () => ({ noticeVersion: t.noticeVersion, general: true, health: true, criminalRecord: true });
const bls = (completedOn: string) => ({ practical: true, audience: "adult", completedOn });
const dbs = { level: "enhanced-barred-lists", workforce: "both", certificateNumber: "001234567890" };
const stopAll = async () => {
  for (const { id, state } of (await t.locum.client.get("/api/transfers?limit=200")).body.items)
    if (state === "active") await t.locum.client.post(`/api/transfers/${id}/stop`);
};

describe("an agency sees nothing it was not sent", () => {
  test("neither papers that were kept back, nor what changed on the original, nor answers to questions", async () => {
    const sentBls = await t.paper("bls", undefined, bls(t.day(-30)));
    await t.paper("cv", undefined, { versionDate: t.day(-20) });
    await t.sent([sentBls]);
    const before = await only();
    expect(before).toMatchObject({ name: "Lo Specimen", profession: "doctor", held: 1 });
    expect(before.notSent).toContain("CV with no unexplained gaps");
    expect(before.summary).toMatch(/^1 of \d+; Photo ID and proof of address, .* not sent; cannot tell about .*/);

    await t.locum.client.request("PATCH", `/api/documents/${sentBls}`, { details: { completedOn: t.day(-400) } });
    await t.locum.client.request("PATCH", "/api/me/profile", { legalName: "Another Name", profession: "nurse" });
    await t.locum.client.request("PATCH", "/api/me/work", { answers: { eppRole: false, namesDiffer: false } });
    expect(await only()).toEqual(before);
    const { requirements } = await detail(before);
    const epp = requirements.find(({ id }) => id === "epp-clearance");
    expect(epp).toMatchObject({ state: "cannot-tell", missing: [{ fact: "eppRole", reason: "fact-unknown" }] });
    await t.locum.client.request("PATCH", "/api/me/profile", { legalName: null, profession: "doctor" });
  });

  test("and another agency nothing at all of what this one was sent", async () => {
    const { id } = await only();
    expect(await list("", t.other.client)).toEqual([]);
    expect((await t.other.client.get(`/api/agency/candidates/${id}`)).status).toBe(404);
    expect((await t.other.client.get("/api/agency/expiries?days=366")).body.items).toEqual([]);
    expect(
      (await t.bytes(t.other.client, "/api/agency/expiries?format=csv")).body.toString().split("\r\n").length,
    ).toBe(2);
  });

  test("an id is the same each time, another one for another agency, and says nothing of the account", async () => {
    const { id } = await only();
    await t.sent([await t.paper("bls")], { agencyId: t.other.id });
    const elsewhere = await only("", t.other.client);
    expect((await only()).id).toBe(id);
    expect(elsewhere.id).not.toBe(id);
    const everything = JSON.stringify([await only(), await detail({ id }), elsewhere]);
    expect(everything).not.toContain(t.locum.id);
    expect(id).toMatch(/^[a-z0-9_-]{1,64}$/);
  });

  test("nothing of a stopped or ended transfer", async () => {
    const { id } = await only();
    await stopAll();
    expect(await list()).toEqual([]);
    expect((await t.acme.client.get(`/api/agency/candidates/${id}`)).status).toBe(404);
    expect((await t.acme.client.get("/api/agency/expiries?days=366")).body.items).toEqual([]);
  });
});

describe("what was sent", () => {
  test("twice counts once, by the newest copy", async () => {
    const photo = await t.paper("passport-photo", undefined, { takenOn: t.day(-5) });
    await t.sent([photo]);
    await t.sent([photo]);
    const candidate = await only();
    expect(candidate.transferIds).toHaveLength(2);
    const { requirements, copies } = await detail(candidate);
    expect(copies).toHaveLength(2);
    const photos = requirements.find(({ id }) => id === "passport-photos");
    expect(photos).toMatchObject({ state: "not-held", missing: [{ words: "1 of 2 sent" }] });
    await stopAll();
  });

  test("and sent back does not count until another is sent in its place", async () => {
    const paper = await t.paper("bls", undefined, bls(t.day(-30)));
    const sent = await t.sent([paper]);
    expect((await only()).held).toBe(1);
    const [copy] = sent.copies;
    const answer = { reason: "cut-off", message: "The date is cut off" };
    await t.acme.client.post(`/api/agency/transfers/${sent.id}/copies/${copy.id}/send-back`, answer);
    const candidate = await only();
    expect(candidate.held).toBe(0);
    expect(candidate.summary).toContain("Basic life support sent back");
    expect(candidate.notSent).not.toContain("Basic life support");
    const { copies, requirements } = await detail(candidate);
    expect(copies).toMatchObject([{ id: copy.id, state: "Sent back" }]);
    expect(requirements.find(({ id }) => id === "bls")?.missing).toMatchObject([{ words: "You sent it back" }]);
    await t.locum.client.post(`/api/transfers/${sent.id}/copies`, { documentIds: [paper], consent: yes() });
    expect((await only()).held).toBe(1);
    await stopAll();
  });

  test("a passport that gives no right to work is nothing sent for it", async () => {
    const details = { number: "123456789", surname: "SPECIMEN", givenNames: "ANN", expiryDate: t.day(900) };
    await t.sent([await t.paper("passport", undefined, { ...details, issuingCountry: "FRA" })]);
    const candidate = await only();
    expect(candidate.notSent).toContain("Right to work");
    expect(candidate.summary).not.toContain("Right to work sent, but not as asked for");
    await stopAll();
  });

  test("has its state and date in words, by the details sent with it", async () => {
    const undated = await t.paper("fire-safety");
    await t.sent([undated, await t.paper("bls", undefined, bls(t.day(-300)))]);
    const ends = dayInWords(lastDayOfYear(t.day(-300)));
    const candidate = await only();
    expect(candidate.summary).toMatch(new RegExp(`; Basic life support ends ${ends}$`));
    const { copies } = await detail(candidate);
    expect(copies).toMatchObject([
      { title: "Fire safety", state: "Date needed", line: "The date was not sent", endsOn: null },
      { title: "Basic life support", state: "Ends soon", line: expect.stringContaining(`Ends ${ends}`) },
    ]);
    await stopAll();
  });

  test("original seen: what is still to be seen moves, for this agency only, also on the copy sent in its place", async () => {
    const paper = await t.paper("dbs-certificate", undefined, { ...dbs, issueDate: t.day(-100) });
    const sent = await t.sent([paper], { consent: yes() });
    await t.sent([paper], { consent: yes(), agencyId: t.other.id });
    expect((await only()).originalsToSee).toBe(1);
    const url = `/api/agency/transfers/${sent.id}/copies/${sent.copies[0].id}/original-seen`;
    expect((await t.acme.client.post(url, { on: t.day(-1) })).status).toBe(200);
    expect((await only()).originalsToSee).toBe(0);
    expect((await only("", t.other.client)).originalsToSee).toBe(1);
    await t.locum.client.post(`/api/transfers/${sent.id}/copies`, { documentIds: [paper], consent: yes() });
    const seen = { on: t.day(-1), by: "Owner of Acme Locums" };
    const after = await detail(await only());
    expect(after.copies).toMatchObject([{ originalSeen: seen }]);
    expect(after.originalsToSee).toBe(0);

    const [newer] = after.copies;
    expect(newer?.id).not.toBe(sent.copies[0].id);
    const taken = await t.acme.client.request(
      "DELETE",
      `/api/agency/transfers/${sent.id}/copies/${newer?.id}/original-seen`,
    );
    expect(taken.status).toBe(200);
    expect((await detail(await only())).copies).toMatchObject([{ originalSeen: null }]);
    expect((await only()).originalsToSee).toBe(1);
    expect((await t.sentences(t.locum.client))[0]).toMatch(/^Owner of Acme Locums .* took back the record/);
    await stopAll();
  });
});

describe("many candidates", () => {
  test("come in pages, each once, newest first, and are found by name or number", async () => {
    for (const [name, number] of [
      ["Zoë Specimen", "7000010"],
      ["Ben Specimen", "7000011"],
      ["Ada Sample", "7000012"],
    ] as const)
      await sender(t, { name, number }, [["bls", bls(t.day(-10))]]);
    const ben = await only("?query=700%200011");
    expect(ben.name).toBe("Ben Specimen");
    expect((await list("?query=zoe")).map(({ name }) => name)).toEqual(["Zoë Specimen"]);
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await t.acme.client.get(`/api/agency/candidates?limit=2${cursor}`);
      seen.push(...body.items.map(({ name }: Candidate) => name));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(["Ada Sample", "Ben Specimen", "Zoë Specimen"]);
    expect((await t.acme.client.get("/api/agency/candidates?cursor=junk")).body.code).toBe("bad-input");
  });

  test("one of a profession is measured by its starter list, and one of no known profession by the general one", async () => {
    const nurse = { name: "Noor Specimen", number: "01A2345N", profession: "nurse" };
    await sender(t, nurse, [["bls", bls(t.day(-10))]]);
    expect((await only("?query=01A2345N")).profile).toMatchObject({ id: "nhs-nurse-agency", starter: true });
    const aide = { name: "Sol Specimen", number: "X1", profession: "support-worker" };
    await sender(t, aide, [["bls", bls(t.day(-10))]]);
    expect((await only("?query=X1")).profile).toMatchObject({ id: "quick-start-five", starter: true });
  });

  test("one of a profession that the agency's own list is written for is measured by that list", async () => {
    const requirements = [
      { id: "bls", title: "Life support", why: "Wards ask", rule: { document: { type: "bls", maxAgeMonths: 1 } } },
      { id: "fire", title: "Fire safety", why: "Wards ask", rule: { document: { type: "fire-safety" } } },
      ...[{ id: "cv", title: "CV", why: "Some ask", need: "if-asked", rule: { document: { type: "cv" } } }],
    ];
    const profile = {
      name: "What Acme asks for",
      appliesTo: { roles: ["doctor"], nations: ["england"], setting: "any" },
      requirements,
    };
    const saved = await t.acme.client.request("PUT", "/api/agency/profile", {
      baseVersion: 0,
      profile,
      why: "SPECIMEN",
    });
    expect(saved.status).toBe(200);
    const ben = await only("?query=7000011");
    expect(ben.profile).toEqual({ id: t.acme.id, name: "Acme Locums", version: "1", starter: false });
    expect(ben.summary).toMatch(/^1 of 2; Fire safety not sent; Life support ends /);
    expect(ben.notSent).toEqual(["Fire safety"]);
    expect((await only("?query=01A2345N")).profile).toMatchObject({ id: "nhs-nurse-agency", starter: true });
  });

  test("none of them is shown while the agency is suspended", async () => {
    const agency = { agencyId: t.acme.id };
    const { id } = await only("?query=7000010");
    await decideAgency(t.house.service(), { decision: "suspend", ...agency, reason: "SPECIMEN" });
    expect(await list()).toEqual([]);
    expect((await t.acme.client.get(`/api/agency/candidates/${id}`)).status).toBe(404);
    expect((await t.acme.client.get("/api/agency/expiries?days=366")).body.items).toEqual([]);
    await decideAgency(t.house.service(), { decision: "resume", ...agency });
    expect((await list()).length).toBeGreaterThan(2);
  });
});

/** A year from a day, the day itself counting as day 0. */
function lastDayOfYear(day: string): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCFullYear(moved.getUTCFullYear() + 1);
  return moved.toISOString().slice(0, 10);
}
