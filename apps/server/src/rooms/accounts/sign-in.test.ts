import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { authenticator, mailTo, signedInLocum, type TestClient, testClient, testPassword, tokenIn } from "./testing.ts";

let house: TestHouse;
let serial = 0;

beforeAll(async () => {
  house = await openTestHouse();
  await house.start();
}, 120_000);
afterAll(async () => {
  await house?.close();
  expect(house.errors).toEqual([]);
});

const signIn = (client: TestClient, email: string, password = testPassword) =>
  client.post("/api/auth/sign-in/email", { email, password });
const actsOf = async (client: TestClient): Promise<string[]> =>
  (await client.get("/api/timeline")).body.items.map((entry: { act: string }) => entry.act);

/** A locum with an address of their own, signed in by password, and their way to do so again elsewhere. */
async function locum() {
  serial += 1;
  const email = `locum${serial}@example.org`;
  const { id } = await signedInLocum(house, { email });
  const client = testClient(house);
  expect((await signIn(client, email)).status).toBe(200);
  return { id, email, client };
}

async function withSecondFactor() {
  const person = await locum();
  const { body } = await person.client.post("/api/auth/two-factor/enable", { password: testPassword });
  const code = authenticator(body.totpURI);
  expect((await person.client.post("/api/auth/two-factor/verify-totp", { code: code(-1) })).status).toBe(200);
  return { ...person, code, recoveryCodes: body.backupCodes as string[] };
}

describe("sign-in by password", () => {
  it("is in the timeline before there is a session, with the device's name", async () => {
    const { client } = await locum();
    const { items } = (await client.get("/api/timeline")).body;
    expect(items[0]).toMatchObject({ act: "signed-in", sentence: "You signed in on Firefox on Linux." });
  });

  it("makes no session when the log cannot be written", async () => {
    const { email } = await locum();
    const { admin } = house.database;
    await admin.query("revoke insert on app.entries from lp_app");
    const client = testClient(house);
    const answer = await signIn(client, email);
    await admin.query("grant insert on app.entries to lp_app");
    expect(answer.status).toBe(500);
    house.expectErrors(1);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect((await client.get("/api/me")).status).toBe(401);
  });

  it("with a wrong password and with an unknown address is refused alike", async () => {
    const { email } = await locum();
    const wrong = await signIn(testClient(house, { address: "198.51.100.1" }), email, "not the password");
    const unknown = await signIn(testClient(house, { address: "198.51.100.2" }), "nobody@example.org");
    expect(wrong).toMatchObject({ status: 401, body: { code: "wrong-credentials" } });
    expect(unknown.body).toEqual(wrong.body);
  });

  it("guessed at from elsewhere makes the guesser wait and never the owner's own device", async () => {
    const { email, client } = await locum();
    const guesser = testClient(house, { address: "198.51.100.7" });
    const statuses: number[] = [];
    const refused = await house.clock.stand(async () => {
      for (let n = 0; n < 8; n++) statuses.push((await signIn(guesser, email, `guess number ${n}`)).status);
      return signIn(guesser, email);
    });
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(refused).toMatchObject({ status: 429, body: { code: "too-many-requests" } });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await signIn(client, email)).status).toBe(200);
  });

  it("guessed at by many at once lets no more through than one after the other", async () => {
    const { email } = await locum();
    const guesser = testClient(house, { address: "198.51.100.8" });
    const answers = await house.clock.stand(() =>
      Promise.all(Array.from({ length: 15 }, (_, n) => signIn(guesser, email, `guess number ${n}`))),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  it("refused again and again writes one line into the owner's timeline, not one a try", async () => {
    const { email, client } = await locum();
    const guesser = testClient(house, { address: "198.51.100.9" });
    for (let n = 0; n < 4; n++) await signIn(guesser, email, "not the password");
    await expect.poll(() => actsOf(client)).toContain("sign-in-refused");
    expect((await actsOf(client)).filter((act) => act === "sign-in-refused")).toHaveLength(1);
  });

  it("on a new device mails the owner, on a known one does not, and names nobody", async () => {
    const { email, client } = await locum();
    expect((await signIn(client, email)).status).toBe(200);
    expect(house.mailbox.filter((mail) => mail.to === email)).toEqual([]);
    await signIn(testClient(house), email);
    const mail = await mailTo(house.mailbox, email, "new-device");
    expect(mail.text).not.toMatch(/Specimen|Firefox|locum\d/);
  });
});

describe("the second factor", () => {
  it("is asked for after the password; before it nothing opens and the log says no more than that", async () => {
    const { email, code } = await withSecondFactor();
    const client = testClient(house);
    expect((await signIn(client, email)).body).toEqual({ twoFactorRedirect: true });
    expect((await client.get("/api/me")).status).toBe(401);
    expect((await client.post("/api/auth/two-factor/verify-totp", { code: "000000" })).body.code).toBe("wrong-code");
    const done = await client.post("/api/auth/two-factor/verify-totp", { code: code(1) });
    expect(done).toMatchObject({ status: 200, body: { user: { email } } });
    expect((await client.get("/api/me")).body.secondFactor).toEqual({ on: true, needed: false, recoveryCodesLeft: 10 });
    const acts = (await actsOf(client)).filter((act) => act !== "sign-in-refused");
    expect(acts.slice(0, 3)).toEqual(["signed-in", "password-accepted", "second-factor-turned-on"]);
  });

  it("takes a code once: not again by the same person, not by two at the same time", async () => {
    const { email, code } = await withSecondFactor();
    const used = code(1);
    const clients = [testClient(house), testClient(house), testClient(house)];
    for (const client of clients) await signIn(client, email);
    const answers = await Promise.all(
      clients.map((client) => client.post("/api/auth/two-factor/verify-totp", { code: used })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = answers.filter(({ status }) => status !== 200).map(({ status, body }) => [status, body.code]);
    expect(lost).toEqual([
      [400, "wrong-code"],
      [400, "wrong-code"],
    ]);
    const later = testClient(house);
    await signIn(later, email);
    expect((await later.post("/api/auth/two-factor/verify-totp", { code: used })).body.code).toBe("wrong-code");
    expect((await later.get("/api/me")).status).toBe(401);
  });

  it("does not take the code that turned it on for the next sign-in", async () => {
    const { email, client } = await locum();
    const { body } = await client.post("/api/auth/two-factor/enable", { password: testPassword });
    const code = authenticator(body.totpURI)();
    expect((await client.post("/api/auth/two-factor/verify-totp", { code })).status).toBe(200);
    expect((await client.get("/api/me")).status).toBe(200);
    const other = testClient(house);
    await signIn(other, email);
    expect((await other.post("/api/auth/two-factor/verify-totp", { code })).body.code).toBe("wrong-code");
  });

  it("has ten recovery codes, each of which works once", async () => {
    const { email, recoveryCodes } = await withSecondFactor();
    expect(recoveryCodes).toHaveLength(10);
    const client = testClient(house);
    await signIn(client, email);
    const code = recoveryCodes[0];
    expect((await client.post("/api/auth/two-factor/verify-backup-code", { code })).status).toBe(200);
    expect((await client.get("/api/me")).body.secondFactor.recoveryCodesLeft).toBe(9);
    expect((await actsOf(client)).slice(0, 2)).toEqual(["signed-in", "recovery-code-used"]);
    const again = testClient(house);
    await signIn(again, email);
    expect((await again.post("/api/auth/two-factor/verify-backup-code", { code })).body.code).toBe("wrong-code");
  });

  it("takes a recovery code once, also of two who send it at the same time", async () => {
    const { email, recoveryCodes } = await withSecondFactor();
    for (const code of recoveryCodes.slice(0, 4)) {
      const clients = [testClient(house), testClient(house), testClient(house)];
      for (const client of clients) await signIn(client, email);
      const answers = await Promise.all(
        clients.map((client) => client.post("/api/auth/two-factor/verify-backup-code", { code })),
      );
      const told = answers.map(({ status, body }) => (status === 200 ? "signed in" : `${status} ${body.code}`)).sort();
      expect(told).toEqual(["400 wrong-code", "400 wrong-code", "signed in"]);
    }
  });

  it("guessed at makes the guesser wait", async () => {
    const { email } = await withSecondFactor();
    const guesser = testClient(house, { address: "198.51.100.20" });
    const statuses: number[] = [];
    await signIn(guesser, email);
    for (let n = 0; n < 7; n++) {
      const way = n % 2 ? "verify-backup-code" : "verify-totp";
      statuses.push((await guesser.post(`/api/auth/two-factor/${way}`, { code: `00000${n}` })).status);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429]);
  });

  it.each([
    ["verify-totp", { code: "123456" }],
    ["verify-backup-code", { code: "abcde-fghij" }],
  ])("%s without the password step before it is refused", async (way, body) => {
    const answer = await testClient(house).post(`/api/auth/two-factor/${way}`, body);
    expect(answer).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
  });

  it("is changed only with the password typed again", async () => {
    const { client } = await withSecondFactor();
    for (const way of ["enable", "disable", "generate-backup-codes"]) {
      const answer = await client.post(`/api/auth/two-factor/${way}`, { password: "not the password" });
      expect(answer).toMatchObject({ status: 400, body: { code: "bad-input", errors: [{ field: "password" }] } });
    }
    expect((await client.post("/api/auth/two-factor/enable", { password: testPassword })).body.code).toBe("conflict");
    const made = await client.post("/api/auth/two-factor/generate-backup-codes", { password: testPassword });
    expect(made.body.backupCodes).toHaveLength(10);
    expect((await client.post("/api/auth/two-factor/disable", { password: testPassword })).status).toBe(200);
    expect((await client.get("/api/me")).body.secondFactor.on).toBe(false);
    expect((await actsOf(client)).slice(0, 2)).toEqual(["second-factor-turned-off", "recovery-codes-made"]);
  });
});

describe("a forgotten password", () => {
  it("is set anew by a link that works once, signs out every device and passes no second factor", async () => {
    const { email, client, code } = await withSecondFactor();
    const asked = await testClient(house).post("/api/auth/request-password-reset", { email });
    const unknown = await testClient(house).post("/api/auth/request-password-reset", { email: "nobody2@example.org" });
    expect([asked.status, asked.body]).toEqual([unknown.status, unknown.body]);
    const token = tokenIn(await mailTo(house.mailbox, email, "reset-password"));
    const newPassword = "another twelve letters";
    const weak = await testClient(house).post("/api/auth/reset-password", { token, newPassword: "passwordpassword" });
    expect(weak.body.errors[0].field).toBe("newPassword");
    const answers = await Promise.all(
      [1, 2, 3].map(() => testClient(house).post("/api/auth/reset-password", { token, newPassword })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect((await client.get("/api/me")).status).toBe(401);
    expect((await signIn(testClient(house), email)).body.code).toBe("wrong-credentials");
    const again = testClient(house);
    expect((await signIn(again, email, newPassword)).body).toEqual({ twoFactorRedirect: true });
    expect((await again.get("/api/me")).status).toBe(401);
    expect((await again.post("/api/auth/two-factor/verify-totp", { code: code(1) })).status).toBe(200);
    expect(await actsOf(again)).toEqual(expect.arrayContaining(["password-reset-asked", "password-reset"]));
  });

  it("set anew ends a sign-in that is half done with the old one", async () => {
    const { email, code } = await withSecondFactor();
    const half = testClient(house);
    expect((await signIn(half, email)).body).toEqual({ twoFactorRedirect: true });
    await testClient(house).post("/api/auth/request-password-reset", { email });
    const token = tokenIn(await mailTo(house.mailbox, email, "reset-password"));
    const newPassword = "another twelve letters";
    expect((await testClient(house).post("/api/auth/reset-password", { token, newPassword })).status).toBe(200);
    expect((await half.post("/api/auth/two-factor/verify-totp", { code: code(1) })).status).toBe(401);
    expect((await half.get("/api/me")).status).toBe(401);
  });

  it("is not set by a link that has run out, or by a made-up one", async () => {
    const { email } = await locum();
    await testClient(house).post("/api/auth/request-password-reset", { email });
    const token = tokenIn(await mailTo(house.mailbox, email, "reset-password"));
    const body = { newPassword: "another twelve letters" };
    house.clock.pass(3_601_000);
    for (const one of [token, "bcdfghjkmnpqrstvwxyz"]) {
      const answer = await testClient(house).post("/api/auth/reset-password", { ...body, token: one });
      expect(answer).toMatchObject({ status: 400, body: { code: "link-expired" } });
    }
  });
});

describe("a changed password", () => {
  it("signs out the other devices and keeps this one", async () => {
    const { email, client } = await locum();
    const other = testClient(house);
    await signIn(other, email);
    const wrong = { currentPassword: "not the password", newPassword: "another twelve letters" };
    expect((await client.post("/api/auth/change-password", wrong)).body.errors[0].field).toBe("currentPassword");
    const right = { ...wrong, currentPassword: testPassword };
    expect((await client.post("/api/auth/change-password", right)).status).toBe(200);
    expect((await client.get("/api/me")).status).toBe(200);
    expect((await other.get("/api/me")).status).toBe(401);
    expect((await signIn(testClient(house), email, right.newPassword)).status).toBe(200);
  });
});
