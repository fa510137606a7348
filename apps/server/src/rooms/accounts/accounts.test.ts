import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operatorActor } from "../../context.ts";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { accountJobs } from "./accounts.jobs.ts";
import { addStaff, endSessions } from "./index.ts";
import { authenticator, mailTo, signedInLocum, type TestClient, testClient, testPassword, tokenIn } from "./testing.ts";

let house: TestHouse;
let serial = 0;
const hour = 3_600_000;

beforeAll(async () => {
  house = await openTestHouse();
  await house.start();
}, 120_000);
afterAll(async () => {
  await house?.close();
  expect(house.errors).toEqual([]);
});

async function locum(options: { secondFactor?: boolean } = {}) {
  const email = `person${++serial}@example.org`;
  return { email, ...(await signedInLocum(house, { email, ...options })) };
}
const signIn = (client: TestClient, email: string, password = testPassword) =>
  client.post("/api/auth/sign-in/email", { email, password });
const actsOf = async (client: TestClient): Promise<string[]> =>
  (await client.get("/api/timeline")).body.items.map((entry: { act: string }) => entry.act);

describe("a lost second factor", () => {
  async function lost() {
    const person = await locum();
    const { totpURI } = (await person.client.post("/api/auth/two-factor/enable", { password: testPassword })).body;
    const code = authenticator(totpURI);
    await person.client.post("/api/auth/two-factor/verify-totp", { code: code(-1) });
    return person;
  }
  const ask = (email: string, password = testPassword) =>
    testClient(house).post("/api/auth/two-factor/recovery", { email, password });

  it("needs the password, waits 72 hours with three mails, then comes off and freezes sending for 7 days", async () => {
    const { id, email } = await lost();
    expect((await ask(email, "not the password")).status).toBe(401);
    const started = house.clock.now().getTime();
    const asked = await ask(email);
    expect(asked.status).toBe(200);
    expect(Date.parse(asked.body.readyAt) - started).toBeGreaterThanOrEqual(72 * hour);
    expect((await ask(email)).body).toEqual(asked.body);
    await mailTo(house.mailbox, email, "recovery-asked");
    const { rows } = await house.database.admin.query(
      "select asked_at from app.second_factor_recoveries where account_id = $1",
      [id],
    );
    for (const n of [1, 2]) {
      const payload = { personId: id, askedAt: rows[0].asked_at.toISOString(), n };
      await accountJobs["recovery-mail"]?.(house.service(), payload);
    }
    expect(house.mailbox.filter((mail) => mail.to === email && mail.kind.startsWith("recovery"))).toHaveLength(3);

    house.clock.pass(71 * hour);
    expect((await signIn(testClient(house), email)).body).toEqual({ twoFactorRedirect: true });
    house.clock.pass(hour + 1000);
    const client = testClient(house);
    expect((await signIn(client, email)).body).toMatchObject({ user: { email } });
    const me = (await client.get("/api/me")).body;
    expect(me.secondFactor.on).toBe(false);
    const frozenFor = Date.parse(me.sendingFrozenUntil) - house.clock.now().getTime();
    expect(Math.round(frozenFor / hour)).toBe(7 * 24);
    expect(await actsOf(client)).toEqual(
      expect.arrayContaining(["second-factor-recovered", "second-factor-recovery-asked"]),
    );
    await mailTo(house.mailbox, email, "recovery-done");
    house.clock.pass(7 * 24 * hour);
    expect((await client.get("/api/me")).body.sendingFrozenUntil).toBeNull();
  });

  it("is kept when any signed-in device stops it, and mails nothing more", async () => {
    const { id, email, client } = await lost();
    await ask(email);
    expect((await client.get("/api/me")).body.secondFactorRecovery).not.toBeNull();
    await mailTo(house.mailbox, email, "recovery-asked");
    const { rows } = await house.database.admin.query(
      "select asked_at from app.second_factor_recoveries where account_id = $1",
      [id],
    );
    expect((await client.post("/api/auth/two-factor/recovery/cancel")).status).toBe(200);
    const sent = house.mailbox.length;
    await accountJobs["recovery-mail"]?.(house.service(), {
      personId: id,
      askedAt: rows[0].asked_at.toISOString(),
      n: 1,
    });
    expect(house.mailbox).toHaveLength(sent);
    house.clock.pass(73 * hour);
    expect((await signIn(testClient(house), email)).body).toEqual({ twoFactorRedirect: true });
    expect((await actsOf(client))[0]).toBe("password-accepted");
    expect(await actsOf(client)).toContain("second-factor-recovery-cancelled");
  });

  it("is kept by the link in the mail, which holds for its own request only", async () => {
    const { email } = await lost();
    await ask(email);
    const token = tokenIn(await mailTo(house.mailbox, email, "recovery-asked"));
    const nobody = testClient(house);
    expect((await nobody.post("/api/auth/two-factor/recovery/cancel")).status).toBe(401);
    expect((await nobody.post("/api/auth/two-factor/recovery/cancel", { token })).status).toBe(200);
    expect((await nobody.post("/api/auth/two-factor/recovery/cancel", { token })).body.code).toBe("link-expired");
    house.clock.pass(1000);
    await ask(email);
    expect((await nobody.post("/api/auth/two-factor/recovery/cancel", { token })).body.code).toBe("link-expired");
  });
});

describe("sessions", () => {
  it("are listed as devices and signed out one by one, by their owner alone", async () => {
    const { email, client } = await locum();
    const phone = testClient(house, { userAgent: "Mozilla/5.0 (iPhone) Version/17.0 Mobile Safari/604.1" });
    await signIn(phone, email);
    const { items } = (await client.get("/api/me/devices")).body;
    const names = items.map((one: { name: string; thisOne: boolean }) => [one.name, one.thisOne]);
    expect(names).toEqual(
      expect.arrayContaining([
        ["Safari on iPhone", false],
        ["A program", true],
      ]),
    );
    const other = items.find((one: { thisOne: boolean }) => !one.thisOne);
    const stranger = (await locum()).client;
    expect((await stranger.request("DELETE", `/api/me/devices/${other.id}`)).status).toBe(404);
    expect((await client.request("DELETE", `/api/me/devices/${other.id}`)).status).toBe(204);
    expect((await phone.get("/api/me")).status).toBe(401);
    expect((await actsOf(client))[0]).toBe("device-signed-out");
  });

  it("end with sign-out, at once and on the server", async () => {
    const { client } = await locum();
    const copied = testClient(house);
    for (const [name, value] of client.cookies) copied.cookies.set(name, value);
    expect((await client.post("/api/auth/sign-out")).status).toBe(200);
    expect(client.cookies.size).toBe(0);
    expect((await copied.get("/api/me")).status).toBe(401);
    expect((await client.post("/api/auth/sign-out")).status).toBe(200);
  });

  it("of a locum last 14 days without use, of whoever can open others' papers 30 minutes", async () => {
    const plain = await locum();
    const member = await locum();
    const agencyId = house.ports.newId();
    const { admin } = house.database;
    await admin.query("insert into app.accounts values ($1, 'agency', 1, null, now())", [agencyId]);
    await admin.query(
      "insert into app.agencies (id, name, state, asked_at) values ($1, 'Specimen Agency', 'approved', now())",
      [agencyId],
    );
    await admin.query("insert into app.members values ($1, $2, 'owner', now(), null)", [agencyId, member.id]);
    expect((await member.client.get("/api/me")).body).toMatchObject({
      roles: ["locum", "agency-owner"],
      agency: { name: "Specimen Agency", termsAccepted: false },
      secondFactor: { needed: true },
    });
    house.clock.pass(29 * 60_000);
    expect((await member.client.get("/api/me")).status).toBe(200);
    house.clock.pass(29 * 60_000);
    expect((await member.client.get("/api/me")).status).toBe(200);
    house.clock.pass(31 * 60_000);
    expect((await member.client.get("/api/me")).status).toBe(401);
    house.clock.pass(13 * 24 * hour);
    expect((await plain.client.get("/api/me")).status).toBe(200);
    house.clock.pass(15 * 24 * hour);
    expect((await plain.client.get("/api/me")).status).toBe(401);
  });

  it("of a person are all ended at once where a room asks for it", async () => {
    const { id, client } = await locum();
    await endSessions(house.service(), id);
    expect((await client.get("/api/me")).status).toBe(401);
  });

  it("with a cookie that was changed are nobody's", async () => {
    const { client } = await locum();
    const [[name = "", value = ""] = []] = client.cookies;
    client.cookies.set(
      name,
      value.replace(/^./, (first) => (first === "a" ? "b" : "a")),
    );
    expect((await client.get("/api/me")).status).toBe(401);
  });
});

describe("profile and consents", () => {
  it("details are kept sealed, changed part by part, and their change told without what they hold", async () => {
    const { id, client } = await locum();
    expect((await client.get("/api/me/profile")).body).toMatchObject({ legalName: null, addresses: [] });
    const details = { legalName: "Anna Marie Specimen", birthDate: "1990-02-28", profession: "nurse" };
    expect((await client.request("PATCH", "/api/me/profile", details)).body).toMatchObject(details);
    const { body } = await client.request("PATCH", "/api/me/profile", { registrationNumber: "01A2345N" });
    expect(body).toMatchObject({ ...details, registrationNumber: "01A2345N" });
    const { rows } = await house.database.admin.query("select sealed from app.profiles where account_id = $1", [id]);
    expect(rows[0].sealed.includes("Specimen")).toBe(false);
    const { items } = (await client.get("/api/timeline")).body;
    expect(items[0].sentence).toBe("You changed the profile: registration number.");
    expect(items[1].sentence).toBe("You changed the profile: legal name, birth date, profession.");
    await client.request("PATCH", "/api/me/profile", details);
    expect((await client.get("/api/timeline")).body.items).toHaveLength(items.length);
  });

  it.each([
    ["a day that does not exist", { birthDate: "1990-02-30" }],
    ["a field nobody knows", { shoeSize: 42 }],
    ["a profession off the list", { profession: "wizard" }],
  ])("%s changes nothing", async (_what, change) => {
    const { client } = await locum();
    const answer = await client.request("PATCH", "/api/me/profile", change);
    expect([answer.status, answer.body.code]).toEqual([400, "bad-input"]);
  });

  it("a yes is to the notice in force, counted once", async () => {
    const { client } = await locum();
    const terms = (await client.get("/api/terms")).body;
    const give = (noticeVersion: string) => client.request("PUT", "/api/me/consents/health", { noticeVersion });
    expect((await give("2020-01-01")).body.errors[0].field).toBe("noticeVersion");
    for (const _ of [1, 2]) expect((await give(terms.healthNotice.version)).status).toBe(200);
    expect((await client.get("/api/me")).body.consents).toMatchObject({
      health: { noticeVersion: terms.healthNotice.version },
      criminalRecord: null,
    });
    expect((await actsOf(client)).filter((act) => act === "consent-given")).toHaveLength(1);
  });

  it("terms are accepted in the versions in force only", async () => {
    const { client } = await locum();
    const old = { licence: "2020-01-01", privacy: "2020-01-01" };
    expect((await client.post("/api/me/terms", old)).body.code).toBe("terms-not-accepted");
  });
});

describe("staff", () => {
  it("come in by a one-time link from the command line, and need a second factor before anything opens", async () => {
    const ctx = house.contextFor(operatorActor);
    const email = "staff@example.org";
    const first = await addStaff(ctx, email, "support");
    const { link } = await addStaff(ctx, email, "support");
    expect(first.link).not.toBe(link);
    const mails = house.mailbox.filter((mail) => mail.to === email && mail.kind === "start-staff");
    expect(mails.at(-1)?.text.split("\n")).toContain(link);
    const client = testClient(house);
    const [, token] = link.split("#token=");
    const [, older] = first.link.split("#token=");
    const newPassword = "twelve letters of staff";
    expect((await client.post("/api/auth/reset-password", { token: older, newPassword })).body.code).toBe(
      "link-expired",
    );
    expect((await client.post("/api/auth/reset-password", { token, newPassword })).status).toBe(200);
    expect((await signIn(client, email, newPassword)).status).toBe(200);
    expect((await client.get("/api/me")).body).toMatchObject({
      roles: ["staff"],
      staffRole: "support",
      termsToAccept: [],
      secondFactor: { on: false, needed: true },
    });
    const { totpURI } = (await client.post("/api/auth/two-factor/enable", { password: newPassword })).body;
    const code = authenticator(totpURI)();
    expect((await client.post("/api/auth/two-factor/verify-totp", { code })).status).toBe(200);
    expect((await client.get("/api/me")).body.secondFactor.needed).toBe(false);
    expect(await actsOf(client)).toContain("staff-added");
  });

  it("are not made of a locum's address", async () => {
    const { email } = await locum();
    await expect(addStaff(house.contextFor(operatorActor), email)).rejects.toMatchObject({ code: "conflict" });
  });
});
