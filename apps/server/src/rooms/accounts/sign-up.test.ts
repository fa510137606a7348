import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { accountSchedules } from "./index.ts";
import { codeIn, mailTo, type TestClient, testClient, testPassword, tokenIn } from "./testing.ts";

let house: TestHouse;
let terms: { licence: string; privacy: string };

beforeAll(async () => {
  house = await openTestHouse();
  await house.start();
  const { body } = await testClient(house).get("/api/terms");
  terms = { licence: body.licence.version, privacy: body.privacy.version };
}, 120_000);
afterAll(async () => {
  await house?.close();
  expect(house.errors).toEqual([]);
});

const signUp = (client: TestClient, email: string, more: object = {}) =>
  client.post("/api/auth/sign-up/email", {
    name: "Anna Specimen",
    email,
    password: testPassword,
    acceptedTerms: terms,
    over18: true,
    ...more,
  });
const signIn = (client: TestClient, email: string, password = testPassword) =>
  client.post("/api/auth/sign-in/email", { email, password });

describe("sign-up", () => {
  it("is confirmed by the code from the mail in another browser, and the waiting page learns of it", async () => {
    const email = "by-code@example.org";
    const waiting = testClient(house);
    const { status, body } = await signUp(waiting, email);
    expect(status).toBe(200);
    expect(body).toMatchObject({ user: { email }, resendAfterSeconds: 60 });
    const asked = () => waiting.get(`/api/auth/confirmation?handle=${body.confirmation}`);
    expect((await asked()).body).toEqual({ confirmed: false });

    const before = await signIn(waiting, email);
    expect([before.status, before.body.code]).toEqual([403, "address-not-confirmed"]);

    const code = codeIn(await mailTo(house.mailbox, email, "confirm-address"));
    const confirmed = await testClient(house).post("/api/auth/confirm", { email, code });
    expect(confirmed).toMatchObject({ status: 200, body: { confirmed: true } });
    expect((await asked()).body).toEqual({ confirmed: true });

    const signedIn = await signIn(waiting, email);
    expect(signedIn).toMatchObject({ status: 200, body: { user: { email } } });
    expect(JSON.stringify(signedIn.body)).not.toContain("token");
    const me = await waiting.get("/api/me");
    expect(me.body).toMatchObject({
      email,
      name: "Anna Specimen",
      roles: ["locum"],
      termsToAccept: [],
      acceptedTerms: { licence: { version: terms.licence }, privacy: { version: terms.privacy } },
    });
    const timeline = await waiting.get("/api/timeline");
    const acts = timeline.body.items.map((entry: { act: string }) => entry.act);
    expect(acts).toEqual(["signed-in", "address-confirmed", "terms-accepted", "terms-accepted", "account-created"]);
    expect(timeline.body.items[0].actor.kind).toBe("you");
  });

  it("is confirmed by the link, whose second opening changes nothing", async () => {
    const email = "by-link@example.org";
    await signUp(testClient(house), email);
    const token = tokenIn(await mailTo(house.mailbox, email, "confirm-address"));
    for (const _ of [1, 2]) {
      expect((await testClient(house).post("/api/auth/confirm", { token })).body).toEqual({ confirmed: true });
    }
    expect((await signIn(testClient(house), email)).status).toBe(200);
  });

  it("keeps nothing of a person before the address is confirmed: no user, no account, no chain", async () => {
    const email = "never@example.org";
    const accounts = async () =>
      (await house.database.admin.query("select count(*)::int as n from app.accounts")).rows[0].n;
    const before = await accounts();
    await signUp(testClient(house), email);
    await mailTo(house.mailbox, email, "confirm-address");
    expect(await accounts()).toBe(before);
    expect(await house.ports.signIn.users.byEmail(email)).toBeUndefined();
    const { rows } = await house.database.admin.query("select * from app.sign_ups");
    expect(JSON.stringify(rows)).not.toMatch(/never@|Specimen/);
  });

  it.each([
    ["no terms", { acceptedTerms: undefined }],
    ["one text only", { acceptedTerms: { licence: "2026-11-23" } }],
    ["an older version", { acceptedTerms: { licence: "2020-01-01", privacy: "2020-01-01" } }],
    ["no word about age", { over18: undefined }],
    ["under 18", { over18: false }],
  ])("with %s is refused with terms-not-accepted", async (_what, more) => {
    const { status, body } = await signUp(testClient(house), "refused@example.org", more);
    expect([status, body.code]).toEqual([403, "terms-not-accepted"]);
  });

  it.each([
    ["a short password", { password: "short" }, "password"],
    ["a password on every list", { password: "passwordpassword" }, "password"],
    ["the address as password", { password: "refused@example.org" }, "password"],
    ["no address", { email: "nobody" }, "email"],
    ["a name of nothing but marks", { name: "\u202e\u200f x".slice(0, 2) }, "name"],
  ])("with %s names the field", async (_what, more, field) => {
    const { status, body } = await signUp(testClient(house), "refused@example.org", more);
    expect([status, body.code]).toEqual([400, "bad-input"]);
    expect(body.errors[0].field).toBe(field);
  });

  it("for an address that has an account answers the same, and the owner alone is told", async () => {
    const email = "by-link@example.org";
    const known = await signUp(testClient(house), email.toUpperCase());
    const unknown = await signUp(testClient(house), "unknown@example.org");
    expect(known.status).toBe(200);
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body));
    expect((await mailTo(house.mailbox, email.toUpperCase(), "address-has-account")).text).not.toMatch(/\b\d{6}\b/);
    expect((await signIn(testClient(house), email)).status).toBe(200);
  });

  it("sends the mail again after a minute and not before, and then only the newest code works", async () => {
    const email = "again@example.org";
    const client = testClient(house);
    const { confirmation } = (await signUp(client, email)).body;
    const first = codeIn(await mailTo(house.mailbox, email, "confirm-address"));
    const early = await client.post("/api/auth/confirmation/resend", { confirmation });
    expect([early.status, early.body.code]).toEqual([429, "too-many-requests"]);
    expect(Number(early.headers["retry-after"])).toBeGreaterThan(0);
    house.clock.pass(61_000);
    expect((await client.post("/api/auth/confirmation/resend", { confirmation })).status).toBe(200);
    const second = codeIn(await mailTo(house.mailbox, email, "confirm-address", 2));
    if (first !== second) {
      expect((await client.post("/api/auth/confirm", { email, code: first })).body.code).toBe("wrong-code");
    }
    expect((await client.post("/api/auth/confirm", { email, code: second })).status).toBe(200);
  });

  it("lets the address be corrected, and the code sent to the wrong one confirms nothing", async () => {
    const client = testClient(house);
    const { confirmation } = (await signUp(client, "wrogn@example.org")).body;
    const wrong = await mailTo(house.mailbox, "wrogn@example.org", "confirm-address");
    house.clock.pass(61_000);
    const email = "right@example.org";
    expect((await client.post("/api/auth/confirmation/resend", { confirmation, email })).status).toBe(200);
    const right = await mailTo(house.mailbox, email, "confirm-address");
    const stranger = testClient(house);
    expect((await stranger.post("/api/auth/confirm", { token: tokenIn(wrong) })).body.code).toBe("link-expired");
    expect((await stranger.post("/api/auth/confirm", { email, code: codeIn(right) })).status).toBe(200);
    expect((await signIn(client, email)).status).toBe(200);
  });

  it("of one address by two people becomes the account of the one who reads the mailbox", async () => {
    const email = "fought-over@example.org";
    await signUp(testClient(house), email, { password: "the attacker's own words" });
    await mailTo(house.mailbox, email, "confirm-address");
    await signUp(testClient(house), email);
    const mine = await mailTo(house.mailbox, email, "confirm-address", 2);
    expect((await testClient(house).post("/api/auth/confirm", { email, code: codeIn(mine) })).status).toBe(200);
    expect((await signIn(testClient(house), email)).status).toBe(200);
    expect((await signIn(testClient(house), email, "the attacker's own words")).body.code).toBe("wrong-credentials");
  });

  it("confirmed many times at once becomes one account", async () => {
    const email = "at-once@example.org";
    await signUp(testClient(house), email);
    const mail = await mailTo(house.mailbox, email, "confirm-address");
    const body = { token: tokenIn(mail) };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => testClient(house).post("/api/auth/confirm", body)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const { rows } = await house.database.admin.query(`select id from auth."user" where "email" = $1`, [email]);
    expect(rows).toHaveLength(1);
  });

  it("cut by a crash between the account and its user is finished by the next sign-in", async () => {
    const email = "crashed@example.org";
    await signUp(testClient(house), email);
    const mail = await mailTo(house.mailbox, email, "confirm-address");
    const { admin } = house.database;
    await admin.query(`revoke insert on auth."user" from lp_auth`);
    const cut = await testClient(house).post("/api/auth/confirm", { token: tokenIn(mail) });
    expect(cut.status).toBe(500);
    house.expectErrors(1);
    expect(await house.ports.signIn.users.byEmail(email)).toBeUndefined();
    await admin.query(`grant insert on auth."user" to lp_auth`);
    const client = testClient(house);
    expect((await signIn(client, email)).status).toBe(200);
    const { items } = (await client.get("/api/timeline")).body;
    expect(items.filter((entry: { act: string }) => entry.act === "account-created")).toHaveLength(1);
  });

  it("never confirmed is forgotten after a day, and its link makes nothing any more", async () => {
    const email = "forgotten@example.org";
    const client = testClient(house);
    const { confirmation } = (await signUp(client, email)).body;
    const token = tokenIn(await mailTo(house.mailbox, email, "confirm-address"));
    house.clock.pass(24 * 3_600_000 + 1000);
    for (const schedule of accountSchedules) await schedule.run(house.service());
    expect((await client.post("/api/auth/confirm", { token })).body.code).toBe("link-expired");
    expect((await client.get(`/api/auth/confirmation?handle=${confirmation}`)).body.code).toBe("link-expired");
    const { rows } = await house.database.admin.query("select 1 from app.sign_ups where finished_at is null");
    expect(rows).toEqual([]);
  });

  it("a wrong code is refused, and after ten the code is dead while the link lives", async () => {
    const email = "guessed@example.org";
    await signUp(testClient(house), email);
    const mail = await mailTo(house.mailbox, email, "confirm-address");
    const code = codeIn(mail);
    const wrong = code === "000000" ? "000001" : "000000";
    for (let n = 0; n < 10; n++) {
      const client = testClient(house, { address: `203.0.113.${n}` });
      expect((await client.post("/api/auth/confirm", { email, code: wrong })).body.code).toBe("wrong-code");
    }
    const late = testClient(house, { address: "203.0.113.99" });
    expect((await late.post("/api/auth/confirm", { email, code })).body.code).toBe("wrong-code");
    expect((await late.post("/api/auth/confirm", { token: tokenIn(mail) })).status).toBe(200);
  });
});
