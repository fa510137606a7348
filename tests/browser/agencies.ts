import { expect } from "@playwright/test";
import { goTo } from "./menu.ts";
import type { Person } from "./people.ts";

/** A person who speaks for an agency asks for it, and is asked for a second factor before anything else. */
export async function askForAgency({ page }: Person, name: string): Promise<void> {
  await goTo(page, "Agencies");
  await page.getByRole("link", { name: "Ask for an agency" }).click();
  await page.getByLabel("Name of the agency").fill(name);
  await page.getByLabel("Company number").fill("00000017");
  await page.getByLabel("Email address of the agency").fill("compliance@agency.example");
  await page.getByLabel("Website").fill("www.agency.example");
  await page.getByLabel("I may speak for this agency").check();
  await page.getByRole("button", { name: "Ask our team to let it in" }).click();
  await expect(page.getByRole("heading", { name: "A second factor first" })).toBeVisible();
}

/** The decision of a member of staff, with evidence. */
export async function letIn({ page }: Person, name: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^Let it in ?: ${name}$`) }).click();
  const decision = page.getByRole("dialog", { name: `Let ${name} in?` });
  await decision
    .getByLabel("What shows that it is real")
    .fill("SPECIMEN: company number looked up, number called back");
  await decision.getByLabel("It may hold criminal-record papers").check();
  await decision.getByRole("button", { name: "Let it in" }).click();
  await expect(decision).toHaveCount(0);
  await expect(page.getByText("No agency waits")).toBeVisible();
}
