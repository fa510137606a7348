import { readFileSync } from "node:fs";
import { dayInWords, londonDay } from "@locum-passport/compliance";
import type { Page } from "@playwright/test";
import { expectGoodScreen } from "./good-screen.ts";
import { goTo } from "./menu.ts";
import { type Prepared, preparedAgency, preparedPapers, preparedPerson, preparedTransfer } from "./prepared.ts";
import { turnOnSecondFactor } from "./second-factor.ts";
import { line } from "./sending.ts";
import { signIn } from "./sign-up.ts";
import { expect, test } from "./test.ts";

/** What an agency asks for, and who it has: an owner's list, the candidates measured by it. Goes on from test to test. */
test.describe.configure({ mode: "serial" });

const agency = "Sluice Staffing";
const bls = "Basic life support";
let owner: Prepared;
let locum: Prepared;
let agencyId: string;
let transferId: string;

const today = londonDay(Date.now());
const asked = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: title, exact: true }) });
const tryIt = (page: Page) => page.getByRole("button", { name: "Try it on an invented person" }).click();
const save = (page: Page) => page.getByRole("button", { name: /^Save as version \d+$/ }).click();
const why = (page: Page) => page.getByLabel("Why you change it");

async function signedInWithSecondFactor({ person }: Prepared): Promise<void> {
  await signIn(person);
  await goTo(person.page, "Account");
  await person.page.getByRole("link", { name: /^Second factor/ }).click();
  await turnOnSecondFactor(person);
}

test("an owner begins from a starter list, and each fault is told at its place", async ({ people, server }) => {
  owner = await preparedPerson(people, server, "Una Sluice");
  agencyId = await preparedAgency(server, owner, agency);
  const { page } = owner.person;
  await signedInWithSecondFactor(owner);
  await page.goto("/agency");
  await goTo(page, "What we ask for");
  await expect(page.getByText("You have no list of your own yet")).toBeVisible();
  await expectGoodScreen(page, "what we ask for, nothing yet");
  await page.getByRole("link", { name: "Begin from a starter list" }).click();
  await page.getByRole("button", { name: "Begin with this list" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose where the work is");
  await expectGoodScreen(page, "beginning a list, with faults");
  await page.getByLabel("NHS hospital doctor, through a framework agency").check();
  await page.getByLabel("Where the work is").selectOption("England");
  await page.getByRole("button", { name: "Begin with this list" }).click();

  const support = asked(page, bls);
  await expect(support).toContainText("Basic life support; no older than 1 year");
  await support.getByRole("button", { name: `Change ${bls}` }).click();
  await support.getByLabel("Months").fill("1o");
  await tryIt(page);
  await expect(page.getByRole("alert")).toContainText(`Enter a whole number, 1 or more, for ${bls}, not “1o”`);
  await expect(page).toHaveTitle(/^Error: /);
  await expectGoodScreen(page, "changing a list, with a fault");
  await page.getByRole("alert").getByRole("link").click();
  await expect(support.getByLabel("Months")).toBeFocused();
  await expect(support.getByLabel("Months")).toHaveValue("1o");
  await support.getByLabel("Months").fill("11");
  await expect(support).toContainText("Basic life support; no older than 11 months");
});

test("what nobody could ever meet is named by the service, where it stands, and can be taken out and put back", async () => {
  const { page } = owner.person;
  await page.getByLabel("Ask for something else").fill("travel passport");
  await page
    .getByRole("button", { name: /^Ask for .*[Pp]assport$/ })
    .first()
    .click();
  const added = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Close .*[Pp]assport$/ }) });
  await expect(added.getByLabel("Why you ask for it")).toBeFocused();
  await added.getByLabel("Why you ask for it").fill("SPECIMEN: to book travel");
  await added.getByLabel("When you want it").selectOption("If asked");
  await added.getByLabel("How old it may be").selectOption("So many months at most");
  await tryIt(page);
  await expect(page.getByRole("alert")).toContainText("has no date to count an age from. Take the age limit out");
  await page.getByRole("alert").getByRole("link").click();
  await expect(added.getByRole("group", { name: /[Pp]assport/ })).toBeFocused();
  await added.getByRole("button", { name: /^Take out/ }).click();
  const back = page.getByRole("button", { name: /^Put back .*[Pp]assport$/ });
  await expect(back).toBeFocused();
  await back.click();
  await added.getByLabel("How old it may be").selectOption("As long as it is in date");
});

test("a list is tried on an invented person before it is saved", async () => {
  const { page } = owner.person;
  await tryIt(page);
  const dialog = page.getByRole("dialog", { name: "Your list, tried on an invented person" });
  await expect(dialog).toContainText(/has \d+ of the \d+ things you ask for/);
  await expect(dialog).toContainText("Specimen");
  await expectGoodScreen(page, "trying a list");
  await dialog.getByRole("button", { name: "Back to the list" }).click();
});

test("unsaved work survives a reload, leaving is asked about, and a save says why", async () => {
  const { page } = owner.person;
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(asked(page, bls)).toContainText("no older than 11 months");
  await page.getByRole("link", { name: "Received", exact: true }).first().click();
  const leaving = page.getByRole("dialog", { name: "Your changes are not saved" });
  await expectGoodScreen(page, "leaving a list that is not saved");
  await leaving.getByRole("button", { name: "Stay here" }).click();
  await save(page);
  await expect(page.getByRole("alert")).toContainText("Say why, in a sentence the locums will read");
  await why(page).fill("SPECIMEN: wards ask for a newer life support");
  await save(page);
  await expect(page.getByText("Saved as version 1.")).toBeVisible();
  await expect(asked(page, bls)).toContainText("no older than 11 months");
  await expectGoodScreen(page, "what we ask for");
  await goTo(page, "Timeline");
  await expect(line(page, `Una Sluice at ${agency} saved version 1 of what ${agency} asks for.`)).toBeVisible();
});

test("the second of two saves is told who saved meanwhile, and loses nothing", async () => {
  const { page, watch } = owner.person;
  await page.goto("/agency/profile/edit");
  await asked(page, bls)
    .getByRole("button", { name: `Change ${bls}` })
    .click();
  await asked(page, bls).getByLabel("Months").fill("10");
  await why(page).fill("SPECIMEN: mine");

  const other = await page.context().newPage();
  await other.goto("/agency/profile/edit");
  await asked(other, "Fire safety").getByRole("button", { name: "Take out Fire safety" }).click();
  await why(other).fill("SPECIMEN: no ward asks for fire safety");
  await save(other);
  await expect(other.getByText("Saved as version 2.")).toBeVisible();
  await other.close();

  watch.expectRefusal(409, /api\/agency\/profile/);
  const answer = page.waitForResponse((response) => response.request().method() === "PUT");
  await save(page);
  expect((await answer).status()).toBe(409);
  const told = page.getByRole("alert").filter({ hasText: "Version 2 was saved after you began" });
  await expect(told).toContainText("Una Sluice saved it");
  await expect(told).toContainText("Taken out: Fire safety");
  await expect(asked(page, bls).getByLabel("Months")).toHaveValue("10");
  await expect(why(page)).toHaveValue("SPECIMEN: mine");
  await expectGoodScreen(page, "saved meanwhile");
  await told.getByRole("button", { name: "Go on with mine" }).click();
  await asked(page, "Fire safety").getByRole("button", { name: "Take out Fire safety" }).click();
  await save(page);
  await expect(page.getByText("Saved as version 3.")).toBeVisible();
  await page.getByRole("link", { name: "Version 2", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Version 2 of what we ask for" })).toBeVisible();
  await expect(page.getByText("Taken out: Fire safety")).toBeVisible();
  await expect(asked(page, bls)).toContainText("no older than 11 months");
  await expectGoodScreen(page, "one version");
});

test("a sender's copies show among Candidates, measured by this list, and are found by name and by what is missing", async ({
  people,
  server,
  papers,
}) => {
  const { page } = owner.person;
  await goTo(page, "Candidates");
  await expect(page.getByText("Nobody has access open to you")).toBeVisible();
  await expectGoodScreen(page, "candidates, nobody");

  locum = await preparedPerson(people, server, "Sioned Example");
  await locum.client.call("PATCH", "/api/me/profile", { profession: "doctor", registrationNumber: "7000099" });
  const documentIds = await preparedPapers(locum, papers, "bls-certificate", "degree", "gmc-letter");
  transferId = await preparedTransfer(locum, { agencyId, documentIds, mayDownload: false });
  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: "Sioned Example" });
  await expect(row).toContainText(/[23] of \d+; .* not sent/);
  await expect(row).toContainText("Doctor, 7000099 (typed by the sender)");
  await expect(row).toContainText("Measured by version 3 of what you ask for");
  await expect(row).toContainText("Ends soon");
  await expectGoodScreen(page, "candidates");
  await page.getByLabel("Show").selectOption("All met");
  await expect(page.getByText("Nobody fits this")).toBeVisible();
  await page.getByLabel("Show").selectOption("Something missing or unclear");
  await expect(row).toBeVisible();
  await page.getByLabel("Search by name or number").fill("nobody of this name");
  await expect(page.getByText("Nobody fits this")).toBeVisible();
  await page.getByLabel("Search by name or number").fill("7000 099");
  await expect(row).toBeVisible();
});

test("that an original was seen is one named person's word for a day, and both read it", async () => {
  const { page } = owner.person;
  await page.getByRole("link", { name: "Sioned Example" }).click();
  await expect(page.getByRole("heading", { name: "3 copies" })).toBeVisible();
  await expect(asked(page, bls)).toContainText(/Meets what you ask for: Basic life support, until \d+ \w+ 20\d\d/);
  await expectGoodScreen(page, "one candidate");
  await page.getByRole("button", { name: `I have seen the original of ${bls}` }).click();
  const dialog = page.getByRole("dialog", { name: `The original of ${bls}` });
  await expect(dialog).toContainText("Una Sluice");
  const day = dialog.getByRole("group", { name: "The day you saw it" });
  const [year = "", month = "", date = ""] = today.split("-");
  await day.getByLabel("Day").fill(date);
  await day.getByLabel("Month").fill(month);
  await day.getByLabel("Year").fill(String(Number(year) + 1));
  owner.person.watch.expectRefusal(400, /original-seen/);
  await dialog.getByRole("button", { name: "I saw it in person" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Enter the day you saw it, today or earlier");
  await expectGoodScreen(page, "original seen, with a fault");
  await day.getByLabel("Year").fill(year);
  await dialog.getByRole("button", { name: "I saw it in person" }).click();
  const seen = `Original: seen in person by Una Sluice, ${dayInWords(today)}`;
  await expect(asked(page, bls).filter({ hasText: seen })).toBeVisible();
  await expect(page.getByText("Original: nobody here has recorded that they saw it")).toHaveCount(2);
  const { copies } = await locum.client.get<{ copies: { originalSeen: unknown }[] }>(`/api/transfers/${transferId}`);
  expect(copies.map(({ originalSeen }) => originalSeen)).toEqual([{ on: today, by: "Una Sluice" }, null, null]);
  const { items } = await locum.client.get<{ items: { sentence: string }[] }>("/api/timeline?limit=10");
  const told = items.map(({ sentence }) => sentence);
  expect(told).toContainEqual(
    expect.stringMatching(/^Una Sluice at Sluice Staffing recorded that they saw the original/),
  );
  expect(told).toContainEqual(expect.stringMatching(/^Una Sluice at Sluice Staffing looked at your record there/));
  await page.getByRole("link", { name: `The transfer of ${bls}` }).click();
  await expect(page.getByText(seen)).toBeVisible();

  await page.goBack();
  await page.getByRole("button", { name: `Take back that the original of ${bls} was seen` }).click();
  await expect(page.getByText("Original: nobody here has recorded that they saw it")).toHaveCount(3);
});

test("what ends soon stands under whose it is, and comes as a table", async () => {
  const { page } = owner.person;
  await goTo(page, "Ends soon");
  await expect(page.getByRole("listitem").filter({ hasText: bls })).toContainText(
    /last good day \d+ \w+ 20\d\d, in \d+ days/,
  );
  await expectGoodScreen(page, "ends soon");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as a table (CSV)" }).click();
  const table = await coming;
  expect(table.suggestedFilename()).toBe("ends-soon.csv");
  const rows = readFileSync(await table.path(), "utf8")
    .trim()
    .split("\r\n");
  const { items } = await (await page.request.get("/api/agency/expiries?days=90")).json();
  expect(rows).toHaveLength(1 + items.length);
  const ending = items.find(({ title }: { title: string }) => title === bls);
  const told = ["Sioned Example", "7000099", bls, bls, ending.endsOn, dayInWords(ending.endsOn), ending.daysLeft, bls];
  expect(rows.find((one) => one.includes(bls))).toBe(told.map((cell) => `"${cell}"`).join(","));
});

test("a member who is no owner reads the list and cannot change it", async ({ people, server }) => {
  const member = await preparedPerson(people, server, "Wil Sluice");
  await goTo(owner.person.page, "Members");
  await owner.person.page.getByLabel("Their email address").fill(member.person.email);
  await owner.person.page.getByRole("button", { name: "Send the invitation" }).click();
  const { page } = member.person;
  await signedInWithSecondFactor(member);
  await page.goto(await people.inMailTo(member.person, /^(http:\/\/\S+invitation\S+)\s*$/m));
  await page.getByRole("button", { name: /^Join/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Received" })).toBeVisible();
  await goTo(page, "What we ask for");
  await expect(asked(page, bls)).toContainText("no older than 10 months");
  await expect(page.getByRole("link", { name: "Change it" })).toHaveCount(0);
  await expectGoodScreen(page, "what we ask for, to a member");
  await page.goto("/agency/profile/edit");
  await expect(page.getByText("An owner of the agency changes this")).toBeVisible();
  const body = { baseVersion: 3, profile: {}, why: "SPECIMEN" };
  const refused = await page.request.put("/api/agency/profile", { data: body });
  expect([refused.status(), (await refused.json()).code]).toEqual([403, "owner-needed"]);
  await page.goto("/agency/more");
  await expectGoodScreen(page, "more places");
  await goTo(page, "Candidates");
  await expect(page.getByRole("link", { name: "Sioned Example" })).toBeVisible();
});
