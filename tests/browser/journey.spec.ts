import { addPaper, chooseFiles, digestOf, downloaded, expectPages, readPage } from "./documents.ts";
import { expectGoodScreen } from "./good-screen.ts";
import { goTo } from "./menu.ts";
import type { Person } from "./people.ts";
import { signUp } from "./sign-up.ts";
import { expect, test } from "./test.ts";

/** The main job, end to end. Each test goes on where the one before it ended. */
test.describe.configure({ mode: "serial" });

let locum: Person;

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
  await expect(page.getByText("Current version")).toBeVisible();
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
