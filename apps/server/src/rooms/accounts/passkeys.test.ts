import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { softPasskey } from "./soft-passkey.testing.ts";
import { authenticator, signedInLocum, type TestClient, testClient, testPassword } from "./testing.ts";

let house: TestHouse;
let serial = 0;

beforeAll(async () => {
  house = await openTestHouse();
}, 120_000);
afterAll(async () => {
  await house?.close();
  expect(house.errors).toEqual([]);
});

const locum = () => signedInLocum(house, { email: `passkey${++serial}@example.org` });
const newPasskey = (verifies = true, origin = house.ports.settings.publicUrl) => softPasskey(origin, verifies);
type Passkey = ReturnType<typeof newPasskey>;

async function add(client: TestClient, passkey: Passkey) {
  const { body } = await client.get("/api/auth/passkey/generate-register-options");
  return client.post("/api/auth/passkey/verify-registration", { response: passkey.register(body), name: "My phone" });
}
async function use(client: TestClient, passkey: Passkey) {
  const { body } = await client.get("/api/auth/passkey/generate-authenticate-options");
  return client.post("/api/auth/passkey/verify-authentication", { response: passkey.sign(body) });
}

describe("passkeys", () => {
  it("are added by whoever has just signed in, and sign in with both factors at once", async () => {
    const { client } = await locum();
    const passkey = newPasskey();
    expect(await add(client, passkey)).toMatchObject({ status: 200, body: { name: "My phone" } });
    const other = testClient(house);
    const signedIn = await use(other, passkey);
    expect(signedIn.status).toBe(200);
    expect(Object.keys(signedIn.body)).toEqual(["user"]);
    expect((await other.get("/api/me")).body.passkeys).toHaveLength(1);
    const { items } = (await other.get("/api/timeline")).body;
    expect(items.slice(0, 2).map((entry: { act: string }) => entry.act)).toEqual(["signed-in", "passkey-added"]);
    const { rows } = await house.database.admin.query(
      `select "secondFactor" from auth."session" order by "createdAt" desc`,
    );
    expect(rows[0]).toEqual({ secondFactor: true });
  });

  it("that do not check who holds them pass no second factor that is on", async () => {
    const { client } = await locum();
    const passkey = newPasskey(false);
    expect((await add(client, passkey)).status).toBe(200);
    expect((await use(testClient(house), passkey)).status).toBe(200);
    const { totpURI } = (await client.post("/api/auth/two-factor/enable", { password: testPassword })).body;
    await client.post("/api/auth/two-factor/verify-totp", { code: authenticator(totpURI)() });
    const other = testClient(house);
    expect((await use(other, passkey)).body.code).toBe("second-factor-needed");
    expect((await other.get("/api/me")).status).toBe(401);
  });

  it("answer each challenge once, and those of another site or another key not at all", async () => {
    const { client } = await locum();
    const passkey = newPasskey();
    await add(client, passkey);
    const other = testClient(house);
    const { body } = await other.get("/api/auth/passkey/generate-authenticate-options");
    const response = passkey.sign(body);
    const replay = testClient(house);
    for (const [name, value] of other.cookies) replay.cookies.set(name, value);
    expect((await other.post("/api/auth/passkey/verify-authentication", { response })).status).toBe(200);
    expect((await replay.post("/api/auth/passkey/verify-authentication", { response })).status).toBe(400);
    expect((await use(testClient(house), newPasskey())).body.code).toBe("wrong-credentials");
    const elsewhere = newPasskey(true, "https://elsewhere.example.org");
    expect((await add(client, elsewhere)).status).toBe(400);
  });

  it("cannot be added without signing in, nor an hour after", async () => {
    expect((await testClient(house).get("/api/auth/passkey/generate-register-options")).status).toBe(401);
    const { client } = await locum();
    house.clock.pass(3_601_000);
    const late = await client.get("/api/auth/passkey/generate-register-options");
    expect([late.status, late.body.code]).toEqual([403, "sign-in-again"]);
  });

  it("are removed by their owner alone, and then sign nobody in", async () => {
    const { client } = await locum();
    const passkey = newPasskey();
    const { id } = (await add(client, passkey)).body;
    const stranger = (await locum()).client;
    expect((await stranger.post("/api/auth/passkey/delete-passkey", { id })).status).toBe(404);
    expect((await client.post("/api/auth/passkey/delete-passkey", { id })).status).toBe(200);
    expect((await use(testClient(house), passkey)).body.code).toBe("wrong-credentials");
  });

  it("are not kept when the log cannot be written", async () => {
    const { client } = await locum();
    const { admin } = house.database;
    const { body } = await client.get("/api/auth/passkey/generate-register-options");
    await admin.query("revoke insert on app.entries from lp_app");
    const response = newPasskey().register(body);
    const answer = await client.post("/api/auth/passkey/verify-registration", { response });
    await admin.query("grant insert on app.entries to lp_app");
    expect(answer.status).toBe(500);
    house.expectErrors(1);
    expect((await client.get("/api/me")).body.passkeys).toEqual([]);
  });
});
