import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";

/** From the menu to the end of the upload: files in this order, and what they are, by a word people use for it. */
export async function chooseFiles(page: Page, files: string[]): Promise<void> {
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Choose (more )?files$/ }).click();
  await (await asked).setFiles(files);
}

export async function beginToAdd(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Add( a document)?$/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Add a document" })).toBeVisible();
}

export async function sayWhatItIs(page: Page, word: string, type: string): Promise<void> {
  await page.getByLabel("What is it?").fill(word);
  await page.getByRole("button", { name: type, exact: true }).click();
}

/** Adds a paper, and waits until its pages can be seen. */
export async function addPaper(page: Page, files: string[], word: string, type: string): Promise<void> {
  await beginToAdd(page);
  await chooseFiles(page, files);
  await sayWhatItIs(page, word, type);
  await page.getByRole("button", { name: "Add this document" }).click();
}

/** The pages as pictures, all of them drawn. */
export async function expectPages(page: Page, pages: number): Promise<void> {
  const pictures = page.getByRole("button", { name: /^Read page/ });
  await expect(pictures).toHaveCount(pages, { timeout: 45_000 });
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expectDrawn(picture.locator("img"));
  }
}

export async function readPage(page: Page, number: number): Promise<void> {
  await page.getByRole("button", { name: `Read page ${number}`, exact: true }).click();
  await expectDrawn(page.getByRole("dialog").getByRole("img"));
}

/** A picture that came and could be decoded has a width of its own. */
export async function expectDrawn(picture: Locator): Promise<void> {
  await expect(picture).toHaveJSProperty("complete", true);
  await expect(picture).not.toHaveJSProperty("naturalWidth", 0);
}

/** What pressing a link saves, as a digest. */
export async function downloaded(page: Page, link: string | RegExp): Promise<string> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).first().click();
  return digestOf(await (await coming).path());
}

export const digestOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
