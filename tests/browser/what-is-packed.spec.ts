import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { terms } from "../../scripts/demo/people.ts";
import { expectGoodScreen } from "./good-screen.ts";
import { goTo } from "./menu.ts";
import { type Prepared, preparedPapers, preparedPerson, slowPaper } from "./prepared.ts";
import { line } from "./sending.ts";
import { signIn } from "./sign-up.ts";
import { expect, test } from "./test.ts";

/** A pack for an agency that has not joined: chosen, made, downloaded, ended. Goes on from test to test. */
test.describe.configure({ mode: "serial" });

const agency = "Riverside Locums";
let locum: Prepared;
let myAgencyId: string;
let packId: string;

const saved = async (page: Page, link: RegExp) => {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};
const card = (page: Page) => page.getByRole("article").filter({ hasText: `Pack for ${agency}` });

test("packs are found from Transfers, and an empty list says what a pack is and is not", async ({
  people,
  server,
  papers,
}) => {
  locum = await preparedPerson(people, server, "Catrin Example");
  const { client, person } = locum;
  const { healthNotice, criminalRecordNotice } = await terms(client);
  await client.call("PUT", "/api/me/consents/health", { noticeVersion: healthNotice.version });
  await client.call("PUT", "/api/me/consents/criminal-record", { noticeVersion: criminalRecordNotice.version });
  await preparedPapers(locum, papers, "bls-certificate", "passport", "utility-bill", "hepatitis-b", "dbs-certificate");
  await client.call("PATCH", "/api/me/work", { answers: { role: "doctor", nation: "england" } });
  const added = await client.call<{ id: string }>("POST", "/api/my-agencies", { name: agency });
  myAgencyId = added.id;
  const { page } = person;
  await signIn(person);
  await goTo(page, "Transfers");
  await page.getByRole("link", { name: "Packs to e-mail" }).click();
  await expect(page.getByText("No pack is kept here")).toBeVisible();
  await expectGoodScreen(page, "packs, none");
});

test("what the agency asks for starts ticked; health and criminal-record papers do not, and each has its own line", async () => {
  const { page } = locum.person;
  await page.goto(`/packs/new?for=${myAgencyId}`);
  await expect(page.getByRole("heading", { level: 1, name: `What goes into the pack for ${agency}?` })).toBeVisible();
  await expect(page.getByLabel("Who is it for?")).toHaveValue(myAgencyId);
  await expect(page.getByRole("checkbox", { name: /Basic life support/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /Passport/ })).toBeChecked();
  const health = page.getByRole("checkbox", { name: /^Put in my health papers/ });
  const records = page.getByRole("checkbox", { name: /^Put in my criminal-record papers/ });
  for (const guarded of [health, records]) await expect(guarded).not.toBeChecked();
  const before = await page.getByRole("status").filter({ hasText: "ticked" }).innerText();
  await expectGoodScreen(page, "pack, papers");
  await health.check();
  await expect(page.getByRole("status").filter({ hasText: "ticked" })).not.toHaveText(before);
  await page.getByRole("button", { name: "Go on to the size" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Make the pack for ${agency}` })).toBeVisible();
});

test("the size is chosen by its figure, and nothing is made without the yes to what goes in", async () => {
  const { page } = locum.person;
  await expect(page.getByRole("radio", { name: /Under 10 MB, for e-mail/ })).toBeChecked();
  await expect(page.getByText(/PDF about [\d.]+ (KB|MB), ZIP about/).first()).toBeVisible();
  await expect(page.getByText("This file is yours to send; we cannot stop or see what happens to it.")).toBeVisible();
  await expect(page.getByText("Put in my health papers. They are about my body")).toBeVisible();
  await expect(page.getByText("Put in my criminal-record papers")).toHaveCount(0);
  await page.getByRole("button", { name: `for ${agency}` }).click();
  await expect(page.getByRole("alert")).toContainText("Tick that you looked at what goes in");
  await expectGoodScreen(page, "pack, size, with a fault");
  expect(await locum.client.get("/api/packs")).toMatchObject({ items: [] });
});

test("a pack is made with its progress in sight, and its two files are downloaded by plain links", async ({
  people,
}) => {
  const { page } = locum.person;
  await page.goBack();
  await expect(page.getByRole("checkbox", { name: /^Put in my health papers/ })).toBeChecked();
  await page.goForward();
  await page.getByRole("checkbox", { name: /^I have looked at what goes in/ }).check();
  await page.getByRole("button", { name: `for ${agency}` }).click();
  await expect(
    page.getByText("Asked for. It is made here by machine, and you can leave this page meanwhile."),
  ).toBeVisible();
  await expect(card(page)).toContainText("Ready. Kept until", { timeout: 45_000 });
  await expectGoodScreen(page, "packs, one ready");

  const pdf = await saved(page, /^Download the PDF/);
  expect(pdf.name).toMatch(/^Pack for Riverside Locums 20\d\d-\d\d-\d\d\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const zip = await saved(page, /^Download the ZIP/);
  expect(zip.bytes.subarray(0, 2).toString()).toBe("PK");
  for (const { bytes } of [pdf, zip]) expect(bytes.length).toBeLessThan(10_000_000);
  expect(zip.bytes.includes("00 index.csv")).toBe(true);
  expect(zip.bytes.includes("DBS")).toBe(false);

  packId = (await locum.client.get<{ items: { id: string }[] }>("/api/packs")).items[0]?.id ?? "";
  const stranger = await people.freshBrowser();
  expect((await stranger.page.request.get(`/api/packs/${packId}/pack.pdf`)).status()).toBe(401);
  await page.reload();
  await goTo(page, "Overview");
  await expect(line(page, /You asked for a pack of \d papers for Riverside Locums\./)).toBeVisible();
  await expect(
    line(page, /A pack of \d papers for Riverside Locums was made by machine\. Nobody looked\./),
  ).toBeVisible();
});

test("a pack that is destroyed is nowhere any more", async () => {
  const { page } = locum.person;
  await page.goto("/packs");
  await page.getByRole("button", { name: /^Destroy it now/ }).click();
  await expectGoodScreen(page, "before a pack is destroyed");
  await page.getByRole("button", { name: "Destroy it here" }).click();
  await expect(card(page)).toContainText("Destroyed here. What you downloaded is yours.");
  await expect(page.getByRole("link", { name: /^Download/ })).toHaveCount(0);
  expect((await page.request.get(`/api/packs/${packId}/pack.pdf`)).status()).toBe(409);
  await expectGoodScreen(page, "packs, one ended");
});

test("one that is still being made is cancelled by one press, and nothing of it stays", async () => {
  const { page } = locum.person;
  const id = await slowPaper(locum);
  const wish = { documentIds: [id], myAgencyId, size: "full", consent: { general: true } };
  await locum.client.call("POST", "/api/packs", wish);
  await page.reload();
  await expect(page.getByRole("progressbar", { name: `Pack for ${agency}: being made` })).toBeVisible();
  await expectGoodScreen(page, "packs, one being made");
  await page.getByRole("button", { name: /^Cancel/ }).click();
  await expect(card(page).first()).toContainText("Cancelled before it was made. Nothing of it was kept.");
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});
