import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { signedInLocum } from "../accounts/testing.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test("an agency's name reads as what it is, and its website is one", async () => {
  const { client } = await signedInLocum(house, { email: "asks@example.test" });
  const { body: terms } = await client.get("/api/terms");
  const ask = (change: object) =>
    client.post("/api/agencies", {
      name: "Acme\u202e\u0000 Locums",
      companyNumber: "00000001",
      email: "asks@example.test",
      website: "https://acme.example",
      acceptedTerms: { agencyTerms: terms.agencyTerms.version },
      ...change,
    });
  for (const website of ["javascript:alert(1)", "data:text/html,x"]) {
    expect((await ask({ website })).status).toBe(400);
  }
  expect((await ask({ name: "\u202e \u0000\u200f" })).status).toBe(400);
  const asked = await ask({});
  expect([asked.status, asked.body.name]).toEqual([201, "Acme Locums"]);
});
