import { expectGoodScreen } from "./good-screen.ts";
import { tabTo } from "./keyboard.ts";
import { goTo } from "./menu.ts";
import { enterCode, turnOnSecondFactor } from "./second-factor.ts";
import { signedUp, signIn, signUp } from "./sign-up.ts";
import { expect, test } from "./test.ts";
import { addVirtualAuthenticator } from "./virtual-passkey.ts";

test("an address is confirmed by the six digits of the mail", async ({ people }) => {
  const person = await people.newcomer("Bryn Tally");
  await signUp(person);
  await person.page.getByLabel("Six-digit code").fill(await people.inMailTo(person, /^\s*(\d{6})\s*$/m));
  await person.page.getByRole("button", { name: "Confirm" }).click();
  await expect(person.page).toHaveURL("/overview");
});

test("a form with faults names each of them, and leads to the field", async ({ people }) => {
  const { page } = await people.freshBrowser();
  await page.goto("/sign-up");
  await expectGoodScreen(page, "sign-up");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expectGoodScreen(page, "sign-up with faults");
  await page.getByRole("alert").getByRole("link", { name: "Enter your name" }).click();
  await expect(page.getByLabel("Your name")).toBeFocused();
});

test("signing in needs no mouse", async ({ people, server }) => {
  const person = await people.newcomer("Cerys Keys");
  await signedUp(person, server);
  const { page, watch, email, password } = person;
  // Once all is there: what still loads may move the focus to its heading.
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  const signInLink = page.getByRole("banner").getByRole("link", { name: "Sign in" });
  await tabTo(signInLink);
  await page.keyboard.press("Enter");
  await tabTo(page.getByLabel("Email address"));
  await page.keyboard.type(email);
  await tabTo(page.getByLabel("Password", { exact: true }));
  await page.keyboard.type("not the password of Cerys");
  watch.expectRefusal(401, /sign-in\/email/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await expectGoodScreen(page, "wrong password");
  await tabTo(page.getByLabel("Password", { exact: true }));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/overview");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeFocused();
});

test("a passkey signs in by itself, and shows among the ways to sign in", async ({ people, server }) => {
  const person = await people.newcomer("Dilys Passkey");
  await signedUp(person, server);
  const { page } = person;
  await addVirtualAuthenticator(page);
  await signIn(person);
  await expect(page).toHaveURL("/overview");
  await goTo(page, "Account");
  await expectGoodScreen(page, "account");
  await page.getByRole("link", { name: /^Passkeys/ }).click();
  await expectGoodScreen(page, "passkeys, none");
  await page.getByLabel("A name for it").fill("My phone");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "My phone" })).toBeVisible();
  await expectGoodScreen(page, "passkeys");
  await goTo(page, "Account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL("/overview");
});

test("with a second factor a password alone opens nothing, and the code of the app does", async ({
  people,
  server,
}) => {
  const person = await people.newcomer("Eira Twostep");
  await signedUp(person, server);
  const { page } = person;
  await signIn(person);
  await expect(page).toHaveURL("/overview");
  await goTo(page, "Account");
  await page.getByRole("link", { name: /^Second factor/ }).click();
  await turnOnSecondFactor(person);
  await expectGoodScreen(page, "second factor on");
  await goTo(page, "Account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  await signIn(person);
  await expect(page.getByRole("heading", { name: "Enter the code from your app" })).toBeVisible();
  await expectGoodScreen(page, "second step");
  person.watch.expectRefusal(401, /api\/me/);
  await page.goto("/overview");
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(person);
  await enterCode(person);
  await expect(page).toHaveURL("/overview");
});

test("after signing out the way back shows nothing of the person", async ({ people, server }) => {
  const person = await people.newcomer("Ffion Private");
  await signedUp(person, server);
  const { page, watch } = person;
  await signIn(person);
  await expect(page.getByText("Passport of")).toBeVisible();
  await goTo(page, "Account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  watch.expectRefusal(401, /api\//);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("Ffion")).toHaveCount(0);
});
