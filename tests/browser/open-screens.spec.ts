import { expectGoodScreen } from "./good-screen.ts";
import { expect, test } from "./test.ts";

test("the first screen and the six texts are read without signing in", async ({ people }) => {
  const { page } = await people.freshBrowser();
  await page.goto("/");
  await expectGoodScreen(page, "welcome");
  const texts = page.getByRole("navigation", { name: "The texts" }).getByRole("link");
  await expect(texts).toHaveCount(6);
  for (const name of await texts.allInnerTexts()) {
    await texts.filter({ hasText: new RegExp(`^${name}$`) }).click();
    await expect(page.getByText("Fingerprint of these exact words")).toBeVisible();
    await expect(page).toHaveTitle(/Locum Passport/);
    await expectGoodScreen(page, `text ${name}`);
  }
});

test("an address that leads nowhere says so, and so does a link that has run out", async ({ people }) => {
  const { page } = await people.freshBrowser();
  await page.goto("/nothing/of/the/kind");
  await expectGoodScreen(page, "nothing here");
  await page.goto("/confirm");
  await expect(page.getByRole("heading", { name: "This link has run out" })).toBeVisible();
  await expectGoodScreen(page, "link run out");
  await page.goto("/reset-password");
  await expectGoodScreen(page, "forgotten password");
});
