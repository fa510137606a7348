// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import { type Profile, starterProfile } from "@locum-passport/compliance";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { agencyOf } from "../../testing/scene.ts";
import { signedInLocum, type TestClient } from "../accounts/testing.ts";

let house: TestHouse;
let owner: TestClient;
let member: TestClient;
let other: TestClient;
let locum: TestClient;
beforeAll(async () => {
  house = await openTestHouse();
  await house.start();
  const acme = await agencyOf(house, "Acme", "acme@example.test");
  owner = acme.client;
  other = (await agencyOf(house, "Other", "other@example.test")).client;
  const second = await signedInLocum(house, { email: "member@example.test", name: "Me Member", secondFactor: true });
  await house.database.admin.query(
    "insert into app.members (agency_id, person_id, role, joined_at) values ($1, $2, 'member', now())",
    [acme.id, second.id],
  );
  member = second.client;
  locum = (await signedInLocum(house, { email: "locum@example.test" })).client;
});
afterAll(() => house.close());

const starter = starterProfile("quick-start-five") as Profile;
const own = (change: Partial<Record<keyof Profile, unknown>> = {}) => ({
  ...structuredClone(starter),
  name: "What Acme asks for",
  ...change,
});
const read = async (client = owner) => (await client.get("/api/agency/profile")).body;
const save = (profile: unknown, baseVersion: number, client = owner, why = "We begin") =>
  client.request("PUT", "/api/agency/profile", { baseVersion, profile, why });
const preview = async (profile: unknown, client = owner) =>
  (await client.post("/api/agency/profile/preview", { profile })).body;
const entries = async () =>
  (await owner.get("/api/agency/timeline?limit=50")).body.items.map((entry: { sentence: string }) => entry.sentence);

describe("what an agency asks for", () => {
  test("is nothing of its own before the first save", async () => {
    expect(await read()).toEqual({ version: 0, profile: null, saved: [] });
    expect((await owner.get("/api/agency/profile/versions/1")).status).toBe(404);
  });

  test("is saved by an owner as a new version, with who, when and why, and stands in the agency's timeline", async () => {
    const { status, body } = await save(own(), 0);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      profile: { name: "What Acme asks for", version: "1", kind: "profile" },
      saved: [{ version: 1, by: "Owner of Acme", why: "We begin" }],
    });
    expect(body.profile.id).not.toBe(starter.id);
    expect((await entries())[0]).toBe("Owner of Acme at Acme saved version 1 of what Acme asks for.");
  });

  test("each save is a version of its own, and an older one reads as it was saved", async () => {
    const [first] = starter.requirements;
    const { body } = await save(own({ requirements: [first] }), 1, owner, "Only one thing for now");
    expect(body.version).toBe(2);
    expect(body.saved.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    const before = (await owner.get("/api/agency/profile/versions/1")).body;
    expect(before).toMatchObject({ version: 1, why: "We begin", by: "Owner of Acme" });
    expect(before.profile.requirements).toHaveLength(starter.requirements.length);
    for (const change of ["update app.agency_profiles set why = 'x'", "delete from app.agency_profiles"]) {
      const tried = house.database.database.transaction(
        { accountId: null, kind: "service", personId: null, agencyId: null },
        async (tx) => (await import("kysely")).sql.raw(change).execute(tx),
      );
      await expect(tried).rejects.toThrow(/denied/);
    }
  });

  test("is read by every member and changed by an owner only; another agency and a locum see none of it", async () => {
    expect((await read(member)).version).toBe(2);
    expect((await save(own(), 2, member)).body.code).toBe("owner-needed");
    expect(await read(other)).toEqual({ version: 0, profile: null, saved: [] });
    expect((await other.get("/api/agency/profile/versions/1")).status).toBe(404);
    expect((await locum.get("/api/agency/profile")).status).toBe(404);
    expect((await save(own(), 2, locum)).status).toBe(404);
  });

  test("saved by two at once: one wins, the second is told who did, and nothing is written for it", async () => {
    const answers = await Promise.all([save(own(), 2), save(own({ note: "Second" }), 2), save(own(), 2)]);
    const told = answers.filter(({ status }) => status === 409);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(told).toHaveLength(2);
    for (const { body } of told) {
      expect(body.code).toBe("profile-changed-meanwhile");
      expect(body.detail).toMatch(/^Owner of Acme saved version 3 after you began/);
    }
    expect((await read()).version).toBe(3);
    expect((await save(own(), 9)).body.code).toBe("profile-changed-meanwhile");
    expect((await entries()).filter((sentence: string) => sentence.includes("saved version"))).toHaveLength(3);
  });
});

describe("a profile that cannot be used", () => {
  const asking = (rule: unknown, more: object = {}) =>
    own({ requirements: [{ id: "r", title: "Thing", why: "Because", rule, ...more }] });

  test.each([
    [
      "an unknown type",
      asking({ document: { type: "blz" } }),
      "requirements[0].rule.document.type",
      /There is no document type "blz"/,
    ],
    [
      "what nobody can meet any more",
      asking({ document: { type: "rtw-brp" } }),
      "requirements[0].rule.document",
      /accepted no longer/,
    ],
    [
      "more different types than it names",
      asking({ nOf: { count: 3, type: ["passport"], distinctBy: "type" } }),
      "requirements[0].rule.nOf",
      /out of 1/,
    ],
    [
      "an unknown question",
      asking({ onlyIf: { condition: { fact: "tall", equals: true }, then: { document: { type: "bls" } } } }),
      "requirements[0].rule.onlyIf.condition",
      /no question "tall"/,
    ],
    ["no requirements", own({ requirements: [] }), "profile.requirements", /1 to 200/],
    [
      "a title without end",
      asking({ document: { type: "bls" } }, { title: "x".repeat(201) }),
      "requirements[0].title",
      /200 characters/,
    ],
    [
      "an odd id",
      asking({ document: { type: "bls" } }, { id: "a b" }),
      "requirements[0].id",
      /letters, digits and hyphens/,
    ],
    ["something else altogether", { hello: 1 }, "profile.hello", /There is no "hello" here/],
  ])("%s is refused with its place and the reason, and nothing is saved", async (_name, profile, field, message) => {
    const { status, body } = await save(profile, 3);
    expect([status, body.code]).toEqual([400, "profile-not-usable"]);
    expect(body.errors).toContainEqual({ field, message: expect.stringMatching(message) });
    expect((await read()).version).toBe(3);
    const { errors, readiness } = await preview(profile);
    expect(errors.map(({ at }: { at: string }) => at)).toContain(field);
    expect(readiness).toBeNull();
  });

  test("a profile longer than any list in use is refused before it is looked at", async () => {
    const { status, body } = await save(own({ note: "x".repeat(210_000) }), 3);
    expect([status, body.code]).toEqual([413, "request-too-large"]);
    expect((await owner.post("/api/agency/profile/preview", { profile: { x: "y".repeat(210_000) } })).status).toBe(413);
  });

  test("marks that turn a line around and broken characters are taken out of what locums read", async () => {
    const odd = "Card\u202e\u0000 \ud800of BLS";
    const { body } = await save(asking({ document: { type: "bls" } }, { title: odd }), 3);
    expect(body.profile.requirements[0].title).toBe("Card \ufffdof BLS");
  });
});

describe("a preview", () => {
  test("judges an invented person, whose papers are named, and saves nothing", async () => {
    const { version } = await read();
    const seen = await preview(own());
    expect(seen.errors).toEqual([]);
    expect(seen.person.name).toContain("Specimen");
    expect(seen.person.holds.length).toBeGreaterThan(3);
    expect(seen.readiness).toMatchObject({
      name: "What Acme asks for",
      asked: starter.requirements.length,
      myAgencyId: null,
    });
    expect(seen.readiness.profile.starter).toBe(false);
    expect((await read()).version).toBe(version);
    expect((await preview(own(), member)).errors).toEqual([]);
  });

  test("shows what a shorter period does", async () => {
    const asks = (maxAgeMonths: number) =>
      own({
        appliesTo: { roles: ["doctor"], nations: ["england"], setting: "any" },
        requirements: [
          {
            id: "bls",
            title: "Basic life support",
            why: "",
            need: "if-asked",
            rule: { document: { type: "bls", maxAgeMonths } },
          },
        ].map((one) => ({ ...one, why: "Wards ask" })),
      });
    const long = await preview(asks(12));
    const short = await preview(asks(1));
    expect(long.readiness.requirements[0]).toMatchObject({ state: "held", need: "if-asked", group: "training" });
    expect(short.readiness.requirements[0]).toMatchObject({ state: "not-held", missing: [{ reason: "too-old" }] });
  });
});
