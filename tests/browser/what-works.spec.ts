import { rename, rm, writeFile } from "node:fs/promises";
import { beside } from "./beside.ts";
import { expectGoodScreen } from "./good-screen.ts";
import { goTo } from "./menu.ts";
import { signedUp, signIn } from "./sign-up.ts";
import { memberOfStaff } from "./staff.ts";
import { expect, test } from "./test.ts";

/** Background work as staff see it. Goes on from test to test. */
test.describe.configure({ mode: "serial" });

test("work that gave up is seen by staff, tried again by one press, and done", async ({ people, server }) => {
  const person = await memberOfStaff(people, server);
  const { page } = person;
  await goTo(page, "Work");
  await expect(page.getByText("Nothing has failed.")).toBeVisible();
  await expectGoodScreen(page, "work, all in order");

  const aside = `${server.mailFolder}-aside`;
  await rename(server.mailFolder, aside);
  await writeFile(server.mailFolder, "no folder");
  try {
    await beside(server, async (ctx) => {
      const personId = (await ctx.ports.signIn.users.byEmail(person.email))?.id ?? "";
      const payload = { personId, mail: "access-stopped", mailId: ctx.newId(), at: ctx.now().toISOString() };
      await ctx.house((tx) => ctx.ports.jobs.add(tx, "send-mail", payload, { maxAttempts: 1 }));
    });
    await expect(page.getByText("1 job gave up and waits for somebody here.")).toBeVisible({ timeout: 30_000 });
  } finally {
    await rm(server.mailFolder);
    await rename(aside, server.mailFolder);
  }
  const failing = page.getByRole("region", { name: "Mails", exact: true });
  await expect(failing).toContainText("Error EEXIST");
  await expect(failing).not.toContainText(person.email);
  await expectGoodScreen(page, "work, some that gave up");
  await failing.getByRole("button", { name: /^Try it again now/ }).click();
  await expect(page.getByText("Nothing has failed.")).toBeVisible({ timeout: 30_000 });
  await expect(people.inMailTo(person, /^Subject: (.*access.*)/im)).resolves.toBeTruthy();
});

test("a locum is shown no such place, and the service refuses its numbers", async ({ people, server }) => {
  const person = await people.newcomer("Idris Example");
  await signedUp(person, server);
  await signIn(person);
  await expect(person.page.getByRole("heading", { level: 1, name: "Overview" })).toBeAttached();
  await person.page.goto("/staff/work");
  await expect(person.page.getByRole("heading", { level: 1, name: "Work" })).toHaveCount(0);
  expect((await person.page.request.get("/api/staff/jobs")).status()).toBe(404);
});
