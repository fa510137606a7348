import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { agencyOf } from "../../testing/scene.ts";
import { asPerson } from "../accounts/actions/as-person.ts";
import { mailTo, signedInLocum, type TestClient } from "../accounts/testing.ts";
import { addAgency, claimInvitation } from "./index.ts";

let house: TestHouse;
let acme: { id: string; client: TestClient };

beforeAll(async () => {
  house = await openTestHouse();
  await house.start();
  acme = await agencyOf(house, "Acme", "owner@example.test");
}, 60_000);
afterAll(() => house.close());

const signIn = (id: string, email: string) => claimInvitation(asPerson(house.service(), id), { id, email });
const agencyOfClient = async (client: TestClient) => (await client.get("/api/me")).body.agency?.id;
const tokenTo = async (email: string) =>
  /#(?:token=)?([\w-]{20,})/.exec((await mailTo(house.mailbox, email, "agency-invitation")).text)?.[1];

test("an agency that types the address of somebody with an account does not make them a member", async () => {
  const email = "has-account@example.test";
  const person = await signedInLocum(house, { email, name: "Known Only To Herself" });
  expect((await acme.client.post("/api/agency/invitations", { email })).status).toBe(201);
  await signIn(person.id, email);
  expect(await agencyOfClient(person.client)).toBeUndefined();
  expect(JSON.stringify((await acme.client.get("/api/agency/members")).body)).not.toContain("Known Only");

  const accepted = await person.client.post("/api/invitations/accept", { token: await tokenTo(email) });
  expect([accepted.status, accepted.body.agencyId]).toEqual([200, acme.id]);
});

test("somebody invited before they signed up is a member from the first sign-in, and the link still leads in", async () => {
  const email = "new-here@example.test";
  expect((await acme.client.post("/api/agency/invitations", { email })).status).toBe(201);
  const person = await signedInLocum(house, { email });
  await signIn(person.id, email);
  expect(await agencyOfClient(person.client)).toBe(acme.id);
  expect((await person.client.post("/api/invitations/accept", { token: await tokenTo(email) })).status).toBe(200);
});

test("the owner whom the operator named owns the agency, account or not", async () => {
  const email = "named@example.test";
  const person = await signedInLocum(house, { email });
  const { id } = await addAgency(house.service(), { name: "Named", ownerEmail: email, mayHoldCriminalRecords: false });
  await signIn(person.id, email);
  expect(await agencyOfClient(person.client)).toBe(id);
});

test("an agency nobody has approved mails no strangers", async () => {
  const asker = await signedInLocum(house, { email: "asker@example.test", secondFactor: true });
  const { body: terms } = await asker.client.get("/api/terms");
  const asked = await asker.client.post("/api/agencies", {
    name: "Rogue",
    companyNumber: "00000002",
    email: "asker@example.test",
    website: "https://rogue.example",
    acceptedTerms: { agencyTerms: terms.agencyTerms.version },
  });
  expect(asked.status).toBe(201);
  const answer = await asker.client.post("/api/agency/invitations", { email: "stranger@example.test" });
  expect([answer.status, answer.body.code]).toEqual([403, "agency-not-approved"]);
});

test("an invitation withdrawn stands in the agency's timeline and lets nobody in", async () => {
  const email = "withdrawn@example.test";
  const { body: invitation } = await acme.client.post("/api/agency/invitations", { email });
  const token = await tokenTo(email);
  expect((await acme.client.request("DELETE", `/api/agency/invitations/${invitation.id}`)).status).toBe(204);
  const [newest] = (await acme.client.get("/api/agency/timeline")).body.items;
  expect(newest.sentence).toBe("Owner of Acme at Acme withdrew an invitation.");
  const person = await signedInLocum(house, { email });
  expect((await person.client.post("/api/invitations/accept", { token })).body.code).toBe("link-expired");
});

test("one address is not flooded with invitations", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    statuses.push((await acme.client.post("/api/agency/invitations", { email: "flooded@example.test" })).status);
  }
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429]);
});
