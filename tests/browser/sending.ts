import { expect, type Page } from "@playwright/test";

/** The last two steps: why, until when, what they may do; then the button that names the act. */
export async function sayHow(page: Page): Promise<void> {
  await page.getByLabel("To register with them").check();
  await page.getByLabel("Open and download them").check();
  await page.getByLabel("A note to them").fill("SPECIMEN: my papers for registration");
}

export async function goOn(page: Page, button: string, heading: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** A line of a timeline: newest first, each a sentence. */
export const line = (page: Page, sentence: string | RegExp) =>
  page.getByRole("listitem").filter({ hasText: sentence }).first();
