import { expect } from "@playwright/test";
import { AuthenticatorApp } from "./authenticator.ts";
import type { Person } from "./people.ts";

/** From the screen Second factor to the recovery codes saved. */
export async function turnOnSecondFactor(person: Person): Promise<void> {
  const { page, password } = person;
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Set up the second factor" }).click();
  const key = page.locator(".key-text");
  await expect(key).toBeVisible();
  person.app = new AuthenticatorApp((await key.textContent()) ?? "");
  await page.getByLabel("Six-digit code your app shows").fill(await person.app.code());
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { name: "Save your recovery codes" })).toBeVisible();
  await page.getByLabel("I have saved these codes").check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Your second factor is on")).toBeVisible();
}

/** The second step of signing in. */
export async function enterCode({ page, app }: Person): Promise<void> {
  if (!app) throw new Error("This person has no second factor");
  await page.getByLabel("Six-digit code").fill(await app.code());
  await page.getByRole("button", { name: "Sign in" }).click();
}
