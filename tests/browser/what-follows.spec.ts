import type { Page } from "@playwright/test";
import { chooseFiles, expectDrawn, expectPages } from "./documents.ts";
import { expectGoodScreen } from "./good-screen.ts";
import { goTo } from "./menu.ts";
import { type Prepared, preparedAgency, preparedPapers, preparedPerson, preparedTransfer } from "./prepared.ts";
import { enterCode, turnOnSecondFactor } from "./second-factor.ts";
import { line } from "./sending.ts";
import { signIn } from "./sign-up.ts";
import { expect, test } from "./test.ts";

/** What follows a sending: each of it a new yes of the sender, or the agency's own act. Goes on from test to test. */
test.describe.configure({ mode: "serial" });

const agency = "Harbour Staffing";
const [bls, bill] = ["Basic life support", "Proof of address"];
let locum: Prepared;
let member: Prepared;
let transferId: string;
let ids: string[];

const receipts = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("copies for looking only can be looked at, and no way to download them is offered or works", async ({
  people,
  server,
  papers,
}) => {
  locum = await preparedPerson(people, server, "Nerys Example");
  member = await preparedPerson(people, server, "Tom Harbour");
  const agencyId = await preparedAgency(server, member, agency);
  ids = await preparedPapers(locum, papers, "bls-certificate", "degree", "utility-bill");
  transferId = await preparedTransfer(locum, { agencyId, documentIds: ids.slice(0, 2), mayDownload: false });

  const { page } = member.person;
  await signIn(member.person);
  await goTo(page, "Account");
  await page.getByRole("link", { name: /^Second factor/ }).click();
  await turnOnSecondFactor(member.person);
  await page.goto("/agency");
  await page.getByRole("link", { name: "Nerys Example" }).click();
  await expect(page.getByRole("heading", { name: "2 copies" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Download (?!.*[Rr]eceipt)/ })).toHaveCount(0);
  await page.getByRole("button", { name: `Look at the pages of ${bls}` }).click();
  await expectDrawn(page.getByRole("dialog").getByRole("img"));
  await page.getByRole("button", { name: "Close" }).click();
  const { copies } = await locum.client.get<{ copies: { id: string }[] }>(`/api/transfers/${transferId}`);
  const refused = await page.request.get(`/api/agency/transfers/${transferId}/copies/${copies[0]?.id}/content`);
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "download-not-allowed" });
  await expectGoodScreen(page, "one received, looking only");
});

test("a copy that will not do is sent back with a reason, and its owner reads it and is mailed without it", async ({
  people,
}) => {
  const { page } = member.person;
  await page.getByRole("button", { name: `Send back ${bls}` }).click();
  const dialog = page.getByRole("dialog", { name: `Send back ${bls}?` });
  await dialog.getByRole("button", { name: "Send it back" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Choose what is wrong");
  await expectGoodScreen(page, "sending back, with faults");
  await dialog.getByLabel("What is wrong").selectOption("cut-off");
  await dialog.getByLabel("In your words").fill("SPECIMEN: the date at the foot is cut off");
  await dialog.getByRole("button", { name: "Send it back" }).click();
  await expect(page.getByText("You sent it back on")).toBeVisible();

  await expect(people.inMailTo(locum.person, /^Subject: (A copy was sent back)/m)).resolves.toBeTruthy();
  const { page: own } = locum.person;
  await signIn(locum.person);
  await goTo(own, "Transfers");
  await own.getByRole("link", { name: agency }).click();
  await expect(own.getByText("SPECIMEN: the date at the foot is cut off")).toBeVisible();
  await expectGoodScreen(own, "one transfer, a copy sent back");
});

test("a better version takes the place of the copy only when its owner says so again", async ({ papers }) => {
  const { page } = locum.person;
  await page.getByRole("link", { name: `Fix: ${bls}` }).click();
  await chooseFiles(page, papers.of("cv"));
  await page.getByRole("button", { name: /^Replace / }).click();
  await expectPages(page, 8);
  await page.goto(`/transfers/${transferId}`);
  await expect(page.getByText("SPECIMEN: the date at the foot is cut off")).toBeVisible();
  await page.getByRole("button", { name: "Send your newer version" }).click();
  await expectGoodScreen(page, "before a newer copy");
  await page.getByRole("button", { name: `Send 1 copy to ${agency}` }).click();
  await expect(page.getByText("1 older copy, replaced by a newer one")).toBeVisible();
  await expect(receipts(page, "Receipt of the added copies")).toHaveCount(1);
});

test("papers are added to a transfer that runs, with a receipt of their own", async () => {
  const { page } = locum.person;
  await page.getByRole("link", { name: "Add papers" }).click();
  await expect(page.getByText("0 papers ticked.")).toBeVisible();
  await page.getByRole("checkbox", { name: new RegExp(bill) }).check();
  await expectGoodScreen(page, "adding papers to a transfer");
  await page.getByRole("button", { name: `Send 1 copy to ${agency}` }).click();
  await expect(page.getByText(`Sent. ${agency} has 1 copy more.`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "3 copies" })).toBeVisible();
  await expect(receipts(page, "Receipt of the added copies")).toHaveCount(2);
});

test("a later end is chosen by the sender alone, and an earlier or impossible one is told at its field", async () => {
  const { page } = locum.person;
  await page.getByRole("link", { name: "Choose a later end" }).click();
  const day = page.getByRole("group", { name: "New last day of access" });
  await day.getByLabel("Day").fill("31");
  await day.getByLabel("Month").fill("2");
  await page.getByRole("button", { name: /open them longer$/ }).click();
  await expect(page.getByRole("alert")).toContainText("Enter a date that exists");
  await expectGoodScreen(page, "choosing a later end, with a fault");
  const year = new Date().getFullYear() + 1;
  await day.getByLabel("Day").fill("28");
  await day.getByLabel("Month").fill("3");
  await day.getByLabel("Year").fill(String(year));
  await page.getByRole("button", { name: /open them longer$/ }).click();
  await expect(page.getByText(`Done. ${agency} can open the copies until 28 March ${year}.`)).toBeVisible();
  await expect(receipts(page, "Receipt of the longer time")).toHaveCount(1);
  await goTo(page, "Overview");
  await expect(line(page, `You extended what ${agency} can open until 28 March ${year}.`)).toBeVisible();
});

test("who forgot the password sets a new one by mail, and the second factor is still asked for", async ({ people }) => {
  const { person } = member;
  const { page } = person;
  await goTo(page, "Account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/reset-password");
  await expectGoodScreen(page, "reset the password");
  await page.getByLabel("Email address").fill(person.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await people.inMailTo(person, /^(http:\/\/\S+reset-password\S+)\s*$/m));
  person.password = "another specimen pass phrase of Tom";
  await page.getByLabel("New password").fill(person.password);
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is new" })).toBeVisible();
  await signIn(person);
  await expect(page.getByRole("heading", { name: "Enter the code from your app" })).toBeVisible();
  await enterCode(person);
  await expect(page.getByRole("heading", { level: 1, name: "Received" })).toBeVisible();
});

test("a lost second factor waits 72 hours, and the link in its mail keeps the second factor", async ({ people }) => {
  const { person } = member;
  const { page } = person;
  await goTo(page, "Account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  await signIn(person);
  await page.getByRole("button", { name: "I have neither" }).click();
  await expectGoodScreen(page, "lost second factor");
  await page.getByRole("button", { name: "Start the 72 hours" }).click();
  await expect(page.getByRole("heading", { name: "Your second factor will be removed" })).toBeVisible();
  const elsewhere = await people.freshBrowser();
  await elsewhere.page.goto(await people.inMailTo(person, /^(http:\/\/\S+second-factor\/cancel\S+)\s*$/m));
  await expectGoodScreen(elsewhere.page, "keep the second factor");
  await elsewhere.page.getByRole("button", { name: "Stop it and keep my second factor" }).click();
  await expect(elsewhere.page.getByRole("heading", { name: "Your second factor stays" })).toBeVisible();
  await signIn(person);
  await enterCode(person);
  await expect(page.getByRole("heading", { level: 1, name: "Received" })).toBeVisible();
});
