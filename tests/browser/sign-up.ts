import { expect } from "@playwright/test";
import { signUp as signUpByContract } from "../../scripts/demo/people.ts";
import type { RunningServer } from "../crash/running-server.ts";
import type { Person } from "./people.ts";

/** From the first screen to the one that waits for the mail. */
export async function signUp({ page, name, email, password }: Person): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Sign up" }).click();
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("I have read and accept").check();
  await page.getByLabel("I am 18 or over").check();
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Confirm your email address" })).toBeVisible();
}

/** The same for a test about something else: an account that is there, with a confirmed address. */
export async function signedUp(person: Person, { base, mailFolder }: RunningServer): Promise<void> {
  await signUpByContract({ base, mailFolder }, person);
}

export async function signIn({ page, email, password }: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
