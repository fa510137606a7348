import { expect, type Page } from "@playwright/test";

type Place =
  | "Overview"
  | "Documents"
  | "Transfers"
  | "Agencies"
  | "Account"
  | "Received"
  | "Members"
  | "Timeline"
  | "Uploads"
  | "Work";

/** By the menu that this size of screen shows: at the left, or at the top and the bottom. */
export async function goTo(page: Page, place: Place): Promise<void> {
  await page.getByRole("link", { name: place, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: place })).toBeAttached();
}
