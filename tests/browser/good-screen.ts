import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const narrowest = 320;
const picturesInSight = `[...document.images].every((image) => {
  const { top, bottom } = image.getBoundingClientRect();
  return bottom < 0 || top > innerHeight || (image.complete && image.naturalWidth > 0);
})`;

/** What every screen must be: readable for everyone by what a machine can tell, in both lights, and no wider than the smallest phone. */
export async function expectGoodScreen(page: Page, name: string): Promise<void> {
  await expect(page.locator("main h1")).toHaveCount(1);
  await expect(page.locator(".waiting-space")).toHaveCount(0);
  await expect.poll(() => page.evaluate(picturesInSight), `the pictures at ${name} are drawn`).toBe(true);
  await picture(page, name, "light");
  await expectClean(name, new AxeBuilder({ page }).withTags(wcag22aa));
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, name, "dark");
  await expectClean(`${name}, dark`, new AxeBuilder({ page }).withRules(["color-contrast"]));
  await page.emulateMedia({ colorScheme: "light" });
  const size = page.viewportSize();
  if (size && size.width < 600) await expectNarrow(page, name, size);
}

async function expectClean(name: string, axe: AxeBuilder): Promise<void> {
  // Without frames there is nothing to gather from other pages; the other mode opens a page for each look.
  const { violations } = await axe.setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("; ")}`,
  );
  expect(found, `axe at ${name}`).toEqual([]);
}

async function expectNarrow(page: Page, name: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize({ width: narrowest, height: size.height });
  await expect.poll(() => page.evaluate<number>("window.innerWidth")).toBeLessThan(size.width);
  const width = await page.evaluate<number>("document.documentElement.scrollWidth");
  expect(width, `${name} fits a screen of ${narrowest} px`).toBeLessThanOrEqual(narrowest);
  await page.setViewportSize(size);
}

/** To look at by eye: set PICTURES to a folder. */
async function picture(page: Page, name: string, light: "light" | "dark"): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  const width = page.viewportSize()?.width;
  await page.screenshot({ path: `${folder}/${width}-${name}-${light}.png`, fullPage: true });
}
