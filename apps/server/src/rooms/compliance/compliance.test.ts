import { londonDay, type Requirement } from "@locum-passport/compliance";
import type { MyAgency, Readiness } from "@locum-passport/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailTo, type TestClient } from "../accounts/testing.ts";
import { openTransferHouse, type TransferHouse } from "../transfers/transfers.testing.ts";
import { insertAgencyProfile } from "./index.ts";

let t: TransferHouse;
let me: TestClient;
beforeAll(async () => {
  t = await openTransferHouse();
  await t.house.start();
  me = t.locum.client;
});
afterAll(async () => {
  expect(t.house.errors).toEqual([]);
  await t.house.close();
});

const today = () => londonDay(t.house.clock.now().getTime());
const patch = (url: string, body: object) => me.request("PATCH", url, body);
const put = (url: string, body?: object) => me.request("PUT", url, body);
const readiness = async (query = ""): Promise<Readiness> => (await me.get(`/api/readiness${query}`)).body;
const mine = async (): Promise<MyAgency[]> => (await me.get("/api/my-agencies")).body.items;
const saveProfile = (version: number, requirements: Requirement[]) =>
  t.house.service().house((tx) =>
    insertAgencyProfile(tx, {
      agencyId: t.acme.id,
      version,
      profile: {
        ...{ id: "acme", name: "Acme", kind: "profile", version: String(version), requirements },
        appliesTo: { roles: ["doctor"], nations: ["england"], setting: "any" },
      },
      why: "SPECIMEN: our insurer asks",
      savedAt: t.house.clock.now(),
      savedBy: t.acme.ownerId,
    }),
  );
const wants = (id: string, title: string, rule: Requirement["rule"]): Requirement => ({
  id,
  title,
  why: "SPECIMEN",
  rule,
});

describe("what I do", () => {
  test("is answered in parts, taken back, and told in one line of the timeline", async () => {
    const answered = await patch("/api/me/work", { answers: { role: "doctor", nation: "england", eppRole: false } });
    expect(answered.body.answers).toEqual({ role: "doctor", nation: "england", eppRole: false });
    expect((await me.get("/api/me/profile")).body.profession).toBe("doctor");
    expect(await t.sentences(me)).toContain(
      "You answered where the work is, whether you do exposure-prone procedures.",
    );
    expect((await patch("/api/me/work", { answers: { eppRole: null }, setUp: true })).body).toEqual({
      answers: { role: "doctor", nation: "england" },
      setUpAt: expect.any(String),
    });
    await me.request("PATCH", "/api/me/profile", { profession: "gp" });
    expect((await me.get("/api/me/work")).body.answers.role).toBe("gp");
    await patch("/api/me/work", { answers: { role: "doctor" } });
  });
  test.each([
    [{ role: "boss" }, "answers.role"],
    [{ eppRole: "yes" }, "answers.eppRole"],
    [{ longestStayAbroadMonths: -1 }, "answers.longestStayAbroadMonths"],
    [{ whatever: true }, "answers.whatever"],
  ])("%j is refused with its place, and nothing is kept", async (answers, field) => {
    const refused = await patch("/api/me/work", { answers: { nation: "wales", ...answers } });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, field]);
    expect((await me.get("/api/me/work")).body.answers.nation).toBe("england");
  });
});

describe("readiness", () => {
  test("without an agency the starter list of the profession judges, and says that it does", async () => {
    const [only] = (await readiness()).profiles;
    expect(only).toMatchObject({ myAgencyId: null, profile: { id: "nhs-hospital-doctor-agency", starter: true } });
    expect(only?.asked).toBeGreaterThan(20);
  });
  test("a paper counts once its date is there, and its list breaks on the day after its last", async () => {
    await saveProfile(1, [wants("bls", "Basic life support", { document: { type: "bls" } })]);
    await me.post("/api/my-agencies", { agencyId: t.acme.id });
    const id = await t.paper("bls");
    const before = await readiness();
    expect(before.profiles).toMatchObject([
      { name: "Acme Locums", asked: 1, held: 0, profile: { starter: false, version: "1" } },
    ]);
    expect(before.doNext).toMatchObject([{ kind: "fill-in", documentId: id, unlocks: 1 }]);
    await patch(`/api/documents/${id}`, { details: { completedOn: today() } });
    const after = await readiness();
    expect(after.profiles[0]).toMatchObject({ held: 1, ready: true, breaks: { on: t.day(366) } });
    expect(after.sentences[0]).toBe("You have everything Acme Locums asks for.");
    const later = await readiness(`?on=${t.day(400)}`);
    expect(later.profiles[0]).toMatchObject({ held: 0, breaks: null });
    expect(later.profiles[0]?.requirements[0]?.missing[0]?.words).toBe("It ran out");
  });
  test("against one profile by its id, and not-found for one that is none", async () => {
    expect((await readiness("?profile=gp-practice-locum")).profiles).toMatchObject([
      { name: expect.any(String), asked: expect.any(Number) },
    ]);
    expect((await me.get("/api/readiness?profile=nothing")).status).toBe(404);
    expect((await me.get("/api/readiness?on=2027-02-29")).status).toBe(400);
  });
  test("what a list asks for comes with its source and its group", async () => {
    const { items } = (await me.get("/api/requirements?profile=nhs-hospital-doctor-agency")).body;
    const dbs = items.find(({ id }: { id: string }) => id === "criminal-record-check");
    expect(dbs).toMatchObject({
      group: "criminal-record",
      need: "before-first-shift",
      source: { strength: expect.any(String) },
    });
    expect(dbs.types).toContain("dbs-update-service");
  });
  test("a name, a birth date and an address that differ are told, and a name-change paper explains the name", async () => {
    await patch("/api/me/profile", { legalName: "Lo Specimen", birthDate: "1990-02-03" });
    const id = await t.paper("reference");
    await patch(`/api/documents/${id}`, { printedName: "Lo Before" });
    const differs = async () => (await readiness()).differences.filter((one) => one.documentId === id);
    expect(await differs()).toMatchObject([
      { about: "name", printed: "Lo Before", kept: "Lo Specimen", explained: false },
    ]);
    await t.paper("name-change", undefined, { oldName: "Lo Before", newName: "Lo Specimen" });
    expect(await differs()).toMatchObject([{ explained: true }]);
    const history = (await me.get(`/api/documents/${id}`)).body;
    expect(history).toMatchObject({ printedName: "Lo Before", changes: [{ printedName: null }] });
  });
});

describe("expiries", () => {
  test("each says who asks for it; booked and put off stand with this end alone", async () => {
    const [first] = (await me.get("/api/expiries")).body.items;
    expect(first).toMatchObject({
      type: "bls",
      endsOn: t.day(365),
      wantedBy: [{ name: "Acme Locums" }],
      daysLeft: 365,
    });
    const url = `/api/expiries/${first.documentId}`;
    expect((await put(`${url}/booking`, { on: t.day(20) })).body.bookedOn).toBe(t.day(20));
    expect((await put(`${url}/snooze`)).body.snoozedUntil).toBe(t.day(14));
    expect((await me.request("DELETE", `${url}/snooze`)).body.snoozedUntil).toBeNull();
    expect((await put(`${url}/booking`, { on: t.day(-1) })).status).toBe(400);
    await patch(`/api/documents/${first.documentId}`, { details: { completedOn: t.day(-355) } });
    const [moved] = (await me.get("/api/expiries")).body.items;
    expect(moved).toMatchObject({ endsOn: t.day(10), bookedOn: null });
    expect((await put(`${url}/snooze`)).body.snoozedUntil).toBe(t.day(3));
    await patch(`/api/documents/${first.documentId}`, { details: { completedOn: t.day(-360) } });
    expect((await put(`${url}/snooze`)).status).toBe(400);
  });
});

describe("my agencies", () => {
  test("a private one is mine alone, is judged by a starter list, is invited once, and becomes the one that joins", async () => {
    const added = await me.post("/api/my-agencies", {
      name: "Harbour \u202e Staffing",
      website: "https://harbour.example",
      complianceEmail: "papers@harbour.example",
      profileId: "quick-start-five",
    });
    expect(added.body).toMatchObject({
      name: "Harbour Staffing",
      state: "not-here",
      profile: { id: "quick-start-five", starter: true },
    });
    const url = `/api/my-agencies/${added.body.id}`;
    expect((await me.post(`${url}/invite`)).body.invitedAt).toEqual(expect.any(String));
    const mail = await mailTo(t.house.mailbox, "papers@harbour.example", "agency-invited-here");
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/Lo Specimen|Harbour/);
    await me.post(`${url}/invite`);
    expect(t.house.mailbox.filter(({ kind }) => kind === "agency-invited-here")).toHaveLength(1);
    const linked = await patch(url, { agencyId: t.other.id });
    expect(linked.body).toMatchObject({ agencyId: t.other.id, name: "Other Agency", state: "approved" });
    expect((await me.post(`${url}/invite`)).status).toBe(409);
    expect((await me.request("DELETE", url)).status).toBe(204);
  });
  test("the same agency stands there once", async () => {
    const again = await me.post("/api/my-agencies", { agencyId: t.acme.id });
    expect([again.status, again.body.code]).toEqual([409, "agency-here-already"]);
    expect((await me.post("/api/my-agencies", { name: "   " })).status).toBe(400);
    expect((await me.post("/api/my-agencies", { agencyId: "nothing" })).status).toBe(404);
  });
  test("a new version of its list is told with what it means for me, until I have read it", async () => {
    await saveProfile(2, [
      wants("bls", "Basic life support", { document: { type: "bls", maxAgeMonths: 6 } }),
      wants("fire", "Fire safety", { document: { type: "fire-safety" } }),
    ]);
    const [acme] = await mine();
    expect(acme?.changes).toMatchObject({
      from: "version 1",
      to: "version 2",
      why: "SPECIMEN: our insurer asks",
      items: [
        { kind: "added", title: "Fire safety", words: "Fire safety: you have not added this." },
        {
          kind: "changed",
          title: "Basic life support",
          words: "Basic life support: it is older than this agency allows.",
        },
      ],
    });
    const url = `/api/my-agencies/${acme?.id}/changes-seen`;
    expect((await me.post(url, { to: "version 1" })).body.changes?.to).toBe("version 2");
    expect((await me.post(url, { to: "version 3" })).status).toBe(400);
    expect((await me.post(url, { to: "the newest" })).status).toBe(400);
    const seen = await me.post(url, { to: "version 2" });
    expect(seen.body.changes).toBeNull();
    expect((await mine())[0]?.changes).toBeNull();
  });
});

test("nothing of it is readable in the database", async () => {
  const { rows } = await t.house.database.admin.query(
    "select encode(sealed, 'escape') as text from app.work_answers union all select encode(sealed, 'escape') from app.my_agencies",
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const { text } of rows) expect(text).not.toMatch(/england|Harbour|quick-start/);
});
