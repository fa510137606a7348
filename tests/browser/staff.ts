import { expect } from "@playwright/test";
import type { RunningServer } from "../crash/running-server.ts";
import type { People, Person } from "./people.ts";
import { turnOnSecondFactor } from "./second-factor.ts";
import { signIn } from "./sign-up.ts";

/** Made on the command line; sets a password by the link of the mail, and turns on the second factor that staff need. */
export async function memberOfStaff(people: People, server: RunningServer): Promise<Person> {
  const person = await people.newcomer("Sam Staff");
  const added = server.passport("staff", "add", person.email);
  expect(added.status, added.output).toBe(0);
  const { page, password } = person;
  await page.goto(await people.inMailTo(person, /^(http:\/\/\S+)\s*$/m));
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("heading", { name: "Your password is new" })).toBeVisible();
  await signIn(person);
  await page.getByRole("link", { name: "Turn on a second factor" }).click();
  await turnOnSecondFactor(person);
  return person;
}
