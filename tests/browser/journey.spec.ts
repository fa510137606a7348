import { askForAgency, letIn } from "./agencies.ts";
import { addPaper, chooseFiles, digestOf, downloaded, expectDrawn, expectPages, readPage } from "./documents.ts";
import { expectGoodScreen } from "./good-screen.ts";
import { goTo } from "./menu.ts";
import type { Person } from "./people.ts";
import { enterCode, turnOnSecondFactor } from "./second-factor.ts";
import { goOn, line, sayHow } from "./sending.ts";
import { signedUp, signIn, signUp } from "./sign-up.ts";
import { memberOfStaff } from "./staff.ts";
import { expect, test } from "./test.ts";

/** The main job, end to end. Each test goes on where the one before it ended. */
test.describe.configure({ mode: "serial" });

const acme = "Acme Locums";
const sent = { degree: "Degree or diploma certificate", bls: "Basic life support", dbs: "DBS certificate" };
let locum: Person;
let priya: Person;
/** Where the agency fetched a copy from, kept by somebody who means to use it later. */
let keptAddress: string;

test("an address is confirmed by the link of the mail in another browser, and the waiting page goes on by itself", async ({
  people,
}) => {
  locum = await people.newcomer("Amara Okonkwo-Hale");
  await signUp(locum);
  await expectGoodScreen(locum.page, "waiting for the mail");
  const elsewhere = await people.freshBrowser();
  await elsewhere.page.goto(await people.inMailTo(locum, /^(http:\/\/\S+)\s*$/m));
  await expect(elsewhere.page.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
  await expectGoodScreen(elsewhere.page, "address confirmed");
  await expect(locum.page).toHaveURL("/overview");
  await expect(locum.page.getByText("Your passport is empty")).toBeVisible();
  await expectGoodScreen(locum.page, "overview, empty");
});

test("a photo that holds a place, a PDF, and several files as one document are kept, and their pages can be looked at", async ({
  papers,
}) => {
  const { page } = locum;
  await addPaper(page, papers.of("degree"), "diploma", "Degree or diploma certificate");
  await expect(page.getByText("Saved, and private to you")).toBeVisible();
  await expect(page.getByText("This photo holds the place where it was taken")).toBeVisible();
  await expectPages(page, 1);
  await expectGoodScreen(page, "one document, a photo with a place");

  await addPaper(page, papers.of("bls-certificate"), "BLS", "Basic life support");
  await expectPages(page, 1);

  await addPaper(page, papers.of("dbs-certificate"), "CRB", "DBS certificate");
  await expect(page.getByRole("heading", { name: "Your own yes to keeping criminal-record papers" })).toBeVisible();
  await expectGoodScreen(page, "own yes to criminal-record papers");
  await page.getByLabel("I agree to you keeping my criminal-record papers here").check();
  await page.getByRole("button", { name: "Say yes and go on" }).click();
  await expectPages(page, 3);
  await expectGoodScreen(page, "one document, three photos");
  await readPage(page, 1);
  await page.getByRole("button", { name: "Next page" }).click();
  await expect(page.getByRole("dialog", { name: /page 2 of 3$/ })).toBeVisible();
  await expectGoodScreen(page, "reading a page");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a replaced paper shows its new pages, and keeps the past version to the byte", async ({ papers }) => {
  const { page } = locum;
  const [bill = ""] = papers.of("utility-bill");
  await addPaper(page, [bill], "utility bill", "Proof of address");
  await expectPages(page, 1);
  await page.getByRole("link", { name: "Add the new one" }).click();
  await expect(page.getByRole("heading", { name: "Add the new one" })).toBeVisible();
  await chooseFiles(page, papers.of("council-tax-bill"));
  await expectGoodScreen(page, "replacing a document");
  await page.getByRole("button", { name: /^Replace / }).click();
  await expect(page.getByText("Current version.", { exact: true })).toBeVisible();
  await expectPages(page, 1);
  await expectGoodScreen(page, "one document, replaced");
  expect(await downloaded(page, "Download Fenmoor bill")).toBe(digestOf(bill));
});

test("the list shows every paper with its first page", async () => {
  const { page } = locum;
  await goTo(page, "Documents");
  await expect(page.getByRole("article")).toHaveCount(4);
  await expectGoodScreen(page, "documents");
  await goTo(page, "Overview");
  await expectGoodScreen(page, "overview, four papers");
});

test("nobody finds an agency before staff let it in, with evidence, and both need a second factor first", async ({
  people,
  server,
}) => {
  await goTo(locum.page, "Agencies");
  await expect(locum.page.getByText("No agency can receive copies yet")).toBeVisible();
  await expectGoodScreen(locum.page, "agencies, none");

  priya = await people.newcomer("Priya Mockridge");
  await signedUp(priya, server);
  await signIn(priya);
  await askForAgency(priya, acme);
  await expectGoodScreen(priya.page, "second factor first");
  await priya.page.getByRole("link", { name: "Turn on a second factor" }).click();
  await turnOnSecondFactor(priya);
  await priya.page.goto("/agency");
  await expect(priya.page.getByText("Waiting for our team")).toBeVisible();
  await expectGoodScreen(priya.page, "agency waits");

  const staff = await memberOfStaff(people, server);
  await goTo(staff.page, "Uploads");
  await expect(staff.page.getByRole("row")).toHaveCount(6);
  await expect(staff.page.getByText("Amara")).toHaveCount(0);
  await expectGoodScreen(staff.page, "uploads");
  await goTo(staff.page, "Agencies");
  await expectGoodScreen(staff.page, "agencies that wait");
  await letIn(staff, acme);
  await expectGoodScreen(staff.page, "no agency waits");
});

test("copies of some papers go to the agency after four steps, the last of which says what will happen", async () => {
  const { page } = locum;
  await goTo(page, "Transfers");
  await expectGoodScreen(page, "transfers, none");
  await page.getByRole("link", { name: "Send copies" }).click();
  await expectGoodScreen(page, "send, whom");
  await page.getByRole("button", { name: `Choose ${acme}` }).click();

  await expect(page.getByText("3 papers ticked.")).toBeVisible();
  await page.getByRole("checkbox", { name: /Proof of address/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Include my criminal-record papers/ }).check();
  await expect(page.getByText("3 papers ticked.")).toBeVisible();
  await expect(page.getByLabel("Leave out where it was taken")).toBeChecked();
  await expectGoodScreen(page, "send, what");

  await goOn(page, "Go on to how they may be used", `How may ${acme} use them?`);
  await sayHow(page);
  await expectGoodScreen(page, "send, how");
  await goOn(page, "Go on to the check", "Check, then send");
  await expectGoodScreen(page, "send, check");
  await page.getByRole("button", { name: `Send 3 copies to ${acme}` }).click();
  await expect(page.getByText("Sent. The receipt is under Transfers.")).toBeVisible();
  await expectGoodScreen(page, "one transfer, just sent");
  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: /^Read or print/ }).click();
  const receipt = await opening;
  await expect(receipt.getByText("I have read the transfer notice.")).toBeVisible();
  await expectGoodScreen(receipt, "receipt");
  await receipt.close();
});

test("a member of the agency signs in with a code of their app, looks at the pages and downloads the copies", async ({
  people,
  papers,
}) => {
  const { page } = priya;
  await expect(people.inMailTo(priya, /^Subject: (A locum sent you copies)/m)).resolves.toBeTruthy();
  await goTo(page, "Account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  await signIn(priya);
  await enterCode(priya);
  await expect(page.getByRole("heading", { level: 1, name: "Received" })).toBeVisible();
  await expectGoodScreen(page, "received");
  await page.getByRole("link", { name: "Amara Okonkwo-Hale" }).click();
  await expect(page.getByRole("heading", { name: "3 copies" })).toBeVisible();
  await expect(page.getByText("place removed").first()).toBeVisible();
  await expectGoodScreen(page, "one received");

  await page.getByRole("button", { name: `Look at the pages of ${sent.dbs}` }).click();
  await expectDrawn(page.getByRole("dialog").getByRole("img"));
  await expectGoodScreen(page, "reading a copy");
  await page.getByRole("button", { name: "Close" }).click();
  expect(await downloaded(page, `Download ${sent.bls}`)).toBe(digestOf(papers.of("bls-certificate")[0] ?? ""));
  keptAddress = (await page.getByRole("link", { name: `Download ${sent.bls}` }).getAttribute("href")) ?? "";
  for (const place of ["Members", "Timeline"] as const) {
    await goTo(page, place);
    await expectGoodScreen(page, `agency, ${place}`);
  }
});

test("the locum sees each of these acts in the Timeline, and the transfer under Transfers", async () => {
  const { page } = locum;
  await goTo(page, "Overview");
  await page.reload();
  await expect(line(page, `You sent 3 copies to ${acme}`)).toBeVisible();
  await expect(line(page, `Priya Mockridge at ${acme} opened ${sent.dbs}.`)).toBeVisible();
  await expect(line(page, `Priya Mockridge at ${acme} downloaded ${sent.bls}.`)).toBeVisible();
  await page.getByLabel("Show").selectOption("Copies downloaded");
  await expect(line(page, `Priya Mockridge at ${acme} downloaded ${sent.bls}.`)).toBeVisible();
  await expect(line(page, `opened ${sent.dbs}`)).toHaveCount(0);
  await page.getByLabel("Show").selectOption("Everything");
  await goTo(page, "Transfers");
  await expect(page.getByRole("article").filter({ hasText: acme })).toContainText("2 opened, 1 downloaded");
  await expectGoodScreen(page, "transfers");
});

test("one press checks the whole record, the second time against the summary saved before", async () => {
  const { page } = locum;
  await goTo(page, "Overview");
  const timeline = page.getByRole("region", { name: "Timeline" });
  await page.getByRole("button", { name: "Check this record" }).click();
  await expect(timeline.getByText("These entries agree with each other. Save this summary")).toBeVisible();
  await expectGoodScreen(page, "record checked");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save this summary" }).click();
  await saving;
  await page.getByRole("button", { name: "Check this record" }).click();
  await expect(timeline.getByText("None has been changed or taken out.")).toBeVisible();
  await expectGoodScreen(page, "record checked against the summary");
});

test("a stopped transfer opens nothing, even at an address kept from before, and the try stands in the Timeline", async () => {
  await goTo(priya.page, "Received");
  await priya.page.getByRole("link", { name: "Amara Okonkwo-Hale" }).click();
  const reading = priya.page.getByRole("dialog");
  await priya.page.getByRole("button", { name: `Look at the pages of ${sent.dbs}` }).click();
  await expectDrawn(reading.getByRole("img"));

  const { page } = locum;
  await goTo(page, "Transfers");
  await page.getByRole("link", { name: acme }).click();
  await page.getByRole("button", { name: "Stop access" }).click();
  await expectGoodScreen(page, "before a stop");
  await page.getByRole("button", { name: "Stop access now" }).click();
  await expect(
    page.getByText(`Stopped. ${acme} has been told. They still hold the copy they downloaded`),
  ).toBeVisible();
  await expectGoodScreen(page, "one transfer, stopped");

  priya.watch.expectRefusal(404, /api\/agency\/transfers/);
  await reading.getByRole("button", { name: "Next page" }).click();
  await expect(reading.getByText("This page cannot be opened now")).toBeVisible();
  await expectGoodScreen(priya.page, "reading a copy, stopped");
  await priya.page.keyboard.press("Escape");
  expect((await priya.page.request.get(keptAddress)).status()).toBe(404);
  await priya.page.reload();
  await expect(priya.page.getByText("The copies cannot be opened here any more")).toBeVisible();
  await expect(priya.page.getByRole("link", { name: /^Download (?!.*[Rr]eceipt)/ })).toHaveCount(0);
  await expectGoodScreen(priya.page, "one received, stopped");

  await goTo(page, "Overview");
  await page.reload();
  await expect(line(page, `Priya Mockridge at ${acme} tried to open ${sent.bls}`)).toBeVisible();
  await expectGoodScreen(page, "overview after a stop");
});

test("the originals never moved: the same bytes, and only their owner can see them", async ({ papers }) => {
  const { page } = locum;
  await goTo(page, "Documents");
  await expect(page.getByRole("article")).toHaveCount(4);
  await page.getByRole("link", { name: sent.bls }).click();
  await expect(page.getByText("You stopped its access")).toBeVisible();
  await expectPages(page, 1);
  expect(await downloaded(page, /^Download/)).toBe(digestOf(papers.of("bls-certificate")[0] ?? ""));
  await expectGoodScreen(page, "one document, stopped");
});
