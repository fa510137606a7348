import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedInLocum, type TestClient, testClient } from "../rooms/accounts/testing.ts";
import { openTestHouse, type TestHouse } from "../testing/house.ts";

let house: TestHouse;
let locum: TestClient;

beforeAll(async () => {
  house = await openTestHouse();
  locum = (await signedInLocum(house, { email: "hostile@example.test" })).client;
}, 60_000);
afterAll(() => house.close());

const cursor = (text: string) => encodeURIComponent(Buffer.from(text).toString("base64url"));

describe("what no database can keep is a coded refusal, never a fault of ours", () => {
  test.each([
    ["a search for NUL", "/api/agencies?query=a%00b"],
    ["a cursor that hides NUL", `/api/agencies?cursor=${cursor('["a\\u0000","b"]')}`],
  ])("%s", async (_, url) => {
    const answer = await locum.get(url);
    expect([answer.status, answer.body.code]).toEqual([400, "bad-input"]);
  });

  test("an address with NUL at sign-in", async () => {
    const answer = await testClient(house).post("/api/auth/sign-in/email", {
      email: "a\u0000@example.test",
      password: "twelve letters of SPECIMEN",
    });
    expect(answer.status).toBe(400);
  });

  test("a multipart body without a boundary", async () => {
    const answer = await locum.request("POST", "/api/documents", "x", { "content-type": "multipart/form-data" });
    expect([answer.status, answer.body.code]).toEqual([400, "bad-input"]);
  });

  test("nothing of it was a fault", () => {
    expect(house.errors).toEqual([]);
  });
});

test("whoever may not ask learns nothing of what a request should look like", async () => {
  const nobody = testClient(house);
  for (const [method, url] of [
    ["POST", "/api/transfers"],
    ["PATCH", "/api/me/profile"],
    ["GET", "/api/documents/no%20id"],
    ["GET", "/api/timeline?limit=0"],
  ] as const) {
    expect((await nobody.request(method, url, method === "GET" ? undefined : { wrong: 1 })).status).toBe(401);
  }
  const answer = await locum.get("/api/staff/agencies?state=wrong");
  expect([answer.status, answer.body.code]).toEqual([404, "not-found"]);
});

test("a body that is neither JSON nor multipart is refused by its type", async () => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/xml"]) {
    const answer = await locum.request("PATCH", "/api/me/profile", "{}", { "content-type": type });
    expect([type, answer.status, answer.body.code]).toEqual([type, 415, "media-type-not-accepted"]);
  }
});
