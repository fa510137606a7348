import { expectGoodScreen } from "./good-screen.ts";
import { goTo } from "./menu.ts";
import { type Prepared, preparedPapers, preparedPerson } from "./prepared.ts";
import { inThirtyDays, remindNow } from "./reminding.ts";
import { line } from "./sending.ts";
import { signIn } from "./sign-up.ts";
import { expect, test } from "./test.ts";

/** What is mailed and what a calendar reads, as its owner wants it. Goes on from test to test. */
test.describe.configure({ mode: "serial" });

let locum: Prepared;
let address: string;

const settings = async () => {
  const { page } = locum.person;
  await goTo(page, "Account");
  await page.getByRole("link", { name: /^Reminders/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reminders" })).toBeVisible();
};

test("each kind of mail is turned off and on by its own tick, and the timeline says so", async ({
  people,
  server,
  papers,
}) => {
  locum = await preparedPerson(people, server, "Ffion Example");
  const [passport] = await preparedPapers(locum, papers, "passport");
  await locum.client.call("PATCH", `/api/documents/${passport}`, { details: { expiryDate: inThirtyDays() } });
  const { page } = locum.person;
  await signIn(locum.person);
  await settings();
  const kinds = page.getByRole("group", { name: "Remind me by mail of" }).getByRole("checkbox");
  await expect(kinds).toHaveCount(3);
  for (const kind of await kinds.all()) await expect(kind).toBeChecked();
  const ended = page.getByRole("checkbox", { name: /^Papers that have ended/ });
  await ended.uncheck();
  await expectGoodScreen(page, "reminders");
  await page.reload();
  await expect(ended).not.toBeChecked();
  await ended.check();
  await goTo(page, "Overview");
  await expect(line(page, "You changed the reminders: mails about papers that have ended again.")).toBeVisible();
  await expect(line(page, "You changed the reminders: no more mails about papers that have ended.")).toBeVisible();
});

test("a tick that could not be kept goes back and says so", async () => {
  const { page, watch } = locum.person;
  await settings();
  watch.expectRefusal(500, /api\/me\/reminders/);
  await page.route("**/api/me/reminders", (route) =>
    route.request().method() === "PATCH" ? route.fulfill({ status: 500, body: "" }) : route.fallback(),
  );
  const ending = page.getByRole("checkbox", { name: /^Papers that will end/ });
  await ending.click();
  await expect(page.getByText("The service answered in a way we did not expect")).toBeVisible();
  await expect(ending).toBeChecked();
  await expect(ending).toHaveAttribute("aria-invalid", "true");
  await expectGoodScreen(page, "reminders, with a fault");
  await page.unroute("**/api/me/reminders");
});

test("a reminder's link stops its kind by one press, without signing in, and says what still comes", async ({
  people,
  server,
}) => {
  const { id } = await locum.client.get<{ id: string }>("/api/me");
  await remindNow(server, id);
  const link = await people.inMailTo(locum.person, /papers that will end:\s+(http:\/\/\S+unsubscribe#\S+)\s/);
  const { page } = await people.freshBrowser();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Stop these mails?" })).toBeVisible();
  await expectGoodScreen(page, "stop these mails");
  const before = await locum.client.get<{ mails: { expiry: boolean } }>("/api/me/reminders");
  expect(before.mails.expiry, "looking turns nothing off").toBe(true);
  await page.getByRole("button", { name: "Stop these mails" }).click();
  await expect(page.getByText("No more mails about papers that will end.")).toBeVisible();
  await expect(page.getByText(/^Mails about signing in, .* always come\./)).toBeVisible();
  await expectGoodScreen(page, "these mails have stopped");
  expect(await locum.client.get("/api/me/reminders")).toMatchObject({
    mails: { expiry: false, afterExpiry: true, agencyProfileChanged: true },
  });
});

test("a link that is not whole, or was changed, stops nothing and says where to go", async ({ people }) => {
  const { page, watch } = await people.freshBrowser();
  await page.goto("/unsubscribe");
  await expect(page.getByRole("heading", { level: 1, name: "This link is not whole" })).toBeVisible();
  await expectGoodScreen(page, "unsubscribe link not whole");
  watch.expectRefusal(400, /api\/unsubscribe/);
  await page.goto("/unsubscribe#token=made-up-made-up-made-up");
  await page.getByRole("button", { name: "Stop these mails" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "This link is not whole" })).toBeVisible();
});

test("the calendar is off until it is turned on; its address is shown once and read without signing in", async ({
  people,
}) => {
  const { page } = locum.person;
  await page.reload();
  await expect(page.getByText(/firm that keeps your calendar reads them too/)).toBeVisible();
  await page.getByRole("button", { name: "Turn the calendar on" }).click();
  const shown = page.getByText(/^http:\/\/\S+\.ics$/);
  await expect(shown).toBeVisible();
  address = (await shown.textContent()) ?? "";
  await expectGoodScreen(page, "calendar, just turned on");
  const stranger = await people.freshBrowser();
  const read = async (at: string) => (await stranger.page.request.get(at)).text();
  expect(await read(address)).toContain("SUMMARY:Something in your passport ends");
  await page.getByRole("checkbox", { name: /^Name ordinary papers/ }).check();
  await expect.poll(() => read(address)).toContain("SUMMARY:Passport ends");
  await page.reload();
  await expect(page.getByText("Last read")).toBeVisible();
  await expect(page.getByText(address)).toHaveCount(0);
  await expectGoodScreen(page, "calendar, on");
});

test("a new address ends the old one, and turned off there is none", async ({ people }) => {
  const { page } = locum.person;
  const stranger = await people.freshBrowser();
  const status = async (at: string) => (await stranger.page.request.get(at)).status();
  await page.getByRole("button", { name: "Make a new address" }).click();
  await expectGoodScreen(page, "before a new calendar address");
  await page.getByRole("button", { name: "End the old address and make a new one" }).click();
  const shown = page.getByText(/^http:\/\/\S+\.ics$/);
  await expect(shown).toBeVisible();
  const next = (await shown.textContent()) ?? "";
  expect(next).not.toBe(address);
  expect([await status(address), await status(next)]).toEqual([404, 200]);
  await page.getByRole("button", { name: "Turn the calendar off" }).click();
  await page.getByRole("button", { name: "Turn it off" }).click();
  await expect(page.getByRole("button", { name: "Turn the calendar on" })).toBeVisible();
  await expect(shown).toHaveCount(0);
  expect(await status(next)).toBe(404);
});
