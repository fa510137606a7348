import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { authenticator, signedInLocum, testClient, testPassword } from "./testing.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test("a session from before the second factor was on changes no way to sign in, until the factor is proved there", async () => {
  const email = "late@example.test";
  const { client: owner } = await signedInLocum(house, { email });
  const thief = testClient(house);
  expect((await thief.post("/api/auth/sign-in/email", { email, password: testPassword })).status).toBe(200);

  const { body: made } = await owner.post("/api/auth/two-factor/enable", { password: testPassword });
  const code = authenticator(made.totpURI);
  expect((await owner.post("/api/auth/two-factor/verify-totp", { code: code() })).status).toBe(200);

  const tries = [
    await thief.get("/api/auth/passkey/generate-register-options"),
    await thief.post("/api/auth/two-factor/disable", { password: testPassword }),
    await thief.post("/api/auth/two-factor/generate-backup-codes", { password: testPassword }),
    await thief.post("/api/auth/change-password", {
      currentPassword: testPassword,
      newPassword: "another SPECIMEN phrase",
    }),
  ];
  expect(tries.map((answer) => answer.body.code)).toEqual(Array(4).fill("second-factor-needed"));

  expect((await thief.post("/api/auth/two-factor/verify-totp", { code: code(1) })).status).toBe(200);
  expect((await thief.post("/api/auth/two-factor/disable", { password: testPassword })).status).toBe(200);
});
