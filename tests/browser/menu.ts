import { expect, type Page } from "@playwright/test";

type Place =
  | "Overview"
  | "Documents"
  | "Transfers"
  | "Agencies"
  | "Account"
  | "Received"
  | "Candidates"
  | "Ends soon"
  | "What we ask for"
  | "Members"
  | "Timeline"
  | "Uploads"
  | "Work";

/** By the menu that this size of screen shows: at the left, or at the top and the bottom, where some places stand behind More. */
export async function goTo(page: Page, place: Place): Promise<void> {
  const link = page.getByRole("link", { name: place, exact: true }).first();
  const more = page.getByRole("link", { name: "More", exact: true });
  await expect(link.or(more).first()).toBeVisible();
  if (!(await link.isVisible())) await more.click();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: place })).toBeAttached();
}
