import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { signedInLocum, type TestClient, testClient } from "../accounts/testing.ts";
import { turnOffToken } from "./notices.seals.ts";

let house: TestHouse;
let locum: { id: string; client: TestClient };
let nobody: TestClient;
beforeAll(async () => {
  house = await openTestHouse();
  locum = await signedInLocum(house, { email: "locum@example.test" });
  nobody = testClient(house);
});
afterAll(() => house.close());

const tokenOf = (...kinds: Parameters<typeof turnOffToken>[1]["kinds"]) =>
  turnOffToken(house.ports.signIn.sealingKey, { account: locum.id, kinds });
const mails = async () => (await locum.client.get("/api/me/reminders")).body.mails;
const sentences = async (): Promise<string[]> =>
  (await locum.client.get("/api/timeline?act=reminders-changed")).body.items.map(
    (item: { sentence: string }) => item.sentence,
  );
const allOn = { mails: { expiry: true, afterExpiry: true, agencyProfileChanged: true } };

test("everything is mailed until its reader turns it off, kind by kind, and each change stands in the timeline", async () => {
  expect(await mails()).toEqual(allOn.mails);
  const change = { mails: { afterExpiry: false }, calendarNamed: true };
  const changed = await locum.client.request("PATCH", "/api/me/reminders", change);
  expect(changed.body).toEqual({
    mails: { ...allOn.mails, afterExpiry: false },
    calendar: { on: false, named: true, turnedOnAt: null, lastReadAt: null },
  });
  await locum.client.request("PATCH", "/api/me/reminders", change);
  await locum.client.request("PATCH", "/api/me/reminders", { ...allOn, calendarNamed: false });
  expect(await sentences()).toEqual([
    "You changed the reminders: mails about papers that have ended again; the calendar names no papers.",
    "You changed the reminders: no more mails about papers that have ended; the calendar names ordinary papers.",
  ]);
});

test("the link in a mail turns off its kind and no other, without signing in, once however often it is pressed", async () => {
  const token = tokenOf("expiry");
  const answers = [await nobody.post("/api/unsubscribe", { token }), await nobody.post("/api/unsubscribe", { token })];
  for (const { status, body } of answers) expect([status, body]).toEqual([200, { kinds: ["expiry"] }]);
  expect(await mails()).toEqual({ ...allOn.mails, expiry: false });
  const told = (await sentences()).filter((sentence) => sentence.startsWith("The link in a reminder"));
  expect(told).toEqual(["The link in a reminder was pressed: no more mails about papers that will end."]);
});

test.each([
  ["a form", { "content-type": "application/x-www-form-urlencoded" }, "List-Unsubscribe=One-Click"],
  [
    "a form in parts",
    { "content-type": "multipart/form-data; boundary=x" },
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  ],
  ["nothing at all", {}, undefined],
])("a mail program that posts %s turns off the kinds of that mail", async (_what, headers, body) => {
  await locum.client.request("PATCH", "/api/me/reminders", allOn);
  const answer = await nobody.request("POST", `/api/unsubscribe/${tokenOf("expiry", "after-expiry")}`, body, headers);
  expect(answer.status).toBe(200);
  expect(await mails()).toEqual({ expiry: false, afterExpiry: false, agencyProfileChanged: true });
});

test("a program that only looks at the address turns nothing off and is led to the page for people", async () => {
  await locum.client.request("PATCH", "/api/me/reminders", allOn);
  const token = tokenOf("expiry");
  const looked = await nobody.get(`/api/unsubscribe/${token}`);
  expect([looked.status, looked.headers.location]).toEqual([
    303,
    `${house.ports.settings.publicUrl}/unsubscribe#token=${token}`,
  ]);
  expect(await mails()).toEqual(allOn.mails);
});

test("a link that was changed, or made up, turns nothing off", async () => {
  const token = tokenOf("expiry");
  for (const wrong of [`${token.slice(0, -2)}AA`, "made-up-made-up-made-up", Buffer.alloc(90).toString("base64url")]) {
    const { status, body } = await nobody.post("/api/unsubscribe", { token: wrong });
    expect([status, body.code]).toEqual([400, "link-expired"]);
  }
  expect(await mails()).toEqual(allOn.mails);
});

test("no other address takes a form", async () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const { status } = await nobody.request("POST", "/api/unsubscribe", `token=${tokenOf("expiry")}`, form);
  expect(status).toBe(415);
});
