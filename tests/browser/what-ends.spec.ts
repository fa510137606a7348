import { expectGoodScreen } from "./good-screen.ts";
import { goTo } from "./menu.ts";
import { type Prepared, preparedPapers, preparedPerson } from "./prepared.ts";
import { signIn } from "./sign-up.ts";
import { expect, test } from "./test.ts";

/** What ends, by month. Goes on from test to test. */
test.describe.configure({ mode: "serial" });

let locum: Prepared;

test("what ends stands by month with its day in words, and is found from Documents", async ({
  people,
  server,
  papers,
}) => {
  locum = await preparedPerson(people, server, "Owain Example");
  await preparedPapers(locum, papers, "bls-certificate", "passport", "degree");
  const { page } = locum.person;
  await signIn(locum.person);
  await goTo(page, "Documents");
  await page.getByRole("link", { name: "Expiry, by month" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Expiry" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(page.getByRole("article").filter({ hasText: "Basic life support" })).toContainText(
    /Ends? \d+ \w+ 20\d\d/,
  );
  await expectGoodScreen(page, "expiry");
});

test("a booking is told a wrong day at its field, keeps silent until the day after, and can be taken back", async () => {
  const { page } = locum.person;
  const row = page.getByRole("article").filter({ hasText: "Basic life support" });
  await row.getByRole("button", { name: /^I have booked it/ }).click();
  const dialog = page.getByRole("dialog", { name: "Booked: Basic life support" });
  const day = dialog.getByRole("group", { name: "For which day?" });
  await day.getByLabel("Day").fill("31");
  await day.getByLabel("Month").fill("2");
  await day.getByLabel("Year").fill(String(new Date().getFullYear() + 1));
  await dialog.getByRole("button", { name: "I have booked it" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Enter a date that exists");
  await expectGoodScreen(page, "booking, with a fault");
  await day.getByLabel("Day").fill("3");
  await dialog.getByRole("button", { name: "I have booked it" }).click();
  await expect(row).toContainText(`You booked it for 3 February ${new Date().getFullYear() + 1}`);
  await row.getByRole("button", { name: /^Remind me again/ }).click();
  await expect(row).not.toContainText("You booked it");
});

test("a snooze says until when, and the timeline keeps both", async () => {
  const { page } = locum.person;
  const row = page.getByRole("article").filter({ hasText: "Basic life support" });
  await expect(page.getByRole("article").filter({ hasText: "Passport" }).getByRole("button")).toHaveCount(0);
  await row.getByRole("button", { name: /^Snooze/ }).click();
  await expect(row).toContainText(/Put off until \d+ \w+ 20\d\d/);
  await goTo(page, "Overview");
  await expect(
    page.getByRole("listitem").filter({ hasText: "You noted a booking for Basic life support" }),
  ).toHaveCount(1);
  await expect(page.getByRole("listitem").filter({ hasText: /^.*put off reminders about/ })).toHaveCount(1);
});
