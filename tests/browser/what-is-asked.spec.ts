import { turnOnSecondFactor } from "../../scripts/demo/people.ts";
import { expectGoodScreen } from "./good-screen.ts";
import { goTo } from "./menu.ts";
import { type Prepared, preparedAgency, preparedPapers, preparedPerson } from "./prepared.ts";
import { signIn } from "./sign-up.ts";
import { expect, test } from "./test.ts";

/** From the four questions to what each agency still wants. Goes on from test to test. */
test.describe.configure({ mode: "serial" });

let locum: Prepared;
let owner: Prepared;
const lantern = "Lantern Locums";
const joined = "Lantern Locums Ltd";
const here = "Saltmarsh Locums";

test("four short questions say what is missing", async ({ people, server, papers }) => {
  locum = await preparedPerson(people, server, "Gwen Example");
  owner = await preparedPerson(people, server, "Olwen Saltmarsh");
  await preparedAgency(server, owner, here);
  await preparedPapers(locum, papers, "bls-certificate", "passport", "gmc-letter");
  const { page } = locum.person;
  await signIn(locum.person);
  await page.getByRole("link", { name: "Set up" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What do you do?" })).toBeVisible();
  await expectGoodScreen(page, "set-up, what");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose one answer");
  await page.getByLabel("Doctor").check();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("England").check();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Which agencies do you use?" })).toBeVisible();
  await page.getByRole("button", { name: `I use ${here}` }).click();
  await expect(page.getByRole("region", { name: "On your list" })).toContainText(here);
  await expectGoodScreen(page, "set-up, agencies");
  await page.getByRole("link", { name: "Go on" }).click();
  await expectGoodScreen(page, "set-up, reminders");
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("Set up. From now on")).toBeVisible();
});

test("the Overview says in a sentence what is held and what is asked, and what to do next", async () => {
  const { page } = locum.person;
  const passport = page.getByRole("region", { name: "Your passport" });
  await expect(passport).toContainText(new RegExp(`You have \\d+ of the \\d+ things ${here} asks for`));
  await expect(passport).not.toContainText(/compliant|may work|cleared/i);
  const next = page.getByRole("region", { name: "Do this next" });
  await expect(next.getByRole("listitem")).toHaveCount(3);
  await expectGoodScreen(page, "overview, ready to work");
});

test("Documents hold what is still wanted by group, and the filters leave their own", async () => {
  const { page } = locum.person;
  await goTo(page, "Documents");
  const training = page.getByRole("region", { name: /^Training/ });
  await expect(training.getByRole("heading", { level: 2 })).toContainText(/\d+ of \d+/);
  await expect(training.getByRole("article")).toHaveCount(1);
  await expectGoodScreen(page, "documents by requirement");
  await page.getByLabel("Show").selectOption("Missing");
  await expect(page.getByRole("article")).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Still wanted" }).first()).toBeVisible();
  await page.getByLabel("Show").selectOption("Expired");
  await expect(page.getByRole("list", { name: "Still wanted" })).toHaveCount(0);
  await page.getByLabel("Show").selectOption("All");
});

test("one requirement says what is wanted, by whom, why, and what gets sent back", async () => {
  const { page } = locum.person;
  await page.getByRole("link", { name: "Photo ID and proof of address" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Photo ID and proof of address" })).toBeVisible();
  const wanted = page.getByRole("region", { name: "What is wanted" });
  await expect(wanted).toContainText("Any one of these");
  await expect(wanted).toContainText(here);
  await expect(wanted).toContainText("No agency of yours wrote it");
  await expect(page.getByRole("region", { name: "What a good copy shows" })).toContainText("What gets sent back");
  await expectGoodScreen(page, "one requirement");
});

test("an open question is asked where it first matters, and its answer is counted", async () => {
  const { page } = locum.person;
  await page.goto("/questions/eppRole");
  await expect(page.getByText("Will you do exposure-prone procedures")).toBeVisible();
  await expectGoodScreen(page, "one question");
  await page.getByLabel("No", { exact: true }).check();
  await page.getByRole("button", { name: "Answer" }).click();
  await expect(page.getByText("Answered.").first()).toBeVisible();
});

test("an agency that is not here is added for oneself, judged, and can be invited", async () => {
  const { page } = locum.person;
  await goTo(page, "Agencies");
  await expect(page.getByRole("region", { name: here })).toContainText(/You have \d+ of the \d+ things it asks for/);
  await expectGoodScreen(page, "agencies");
  await page.getByRole("link", { name: "Add an agency" }).click();
  const form = page.getByRole("region", { name: "It is not here" });
  await form.getByRole("button", { name: "Add this agency" }).click();
  await expect(form.getByRole("alert")).toContainText("Enter the agency's name");
  await expectGoodScreen(page, "add an agency, with a fault");
  await form.getByLabel("Name of the agency").fill(lantern);
  await form.getByLabel("Website").fill("www.lantern.example");
  await form.getByLabel("Its compliance address").fill("papers@lantern.example");
  await form.getByRole("button", { name: "Add this agency" }).click();
  await expect(page.getByRole("heading", { level: 1, name: lantern })).toBeVisible();
  await expect(page.getByRole("region", { name: "What it asks for" })).toContainText("has written no list here");
  await expectGoodScreen(page, "one agency, not here");
  await page.getByRole("button", { name: "Invite it to join" }).click();
  await expect(page.getByText(/Invited on/)).toBeVisible();
});

test("what an agency changes in its list is told with what it means for oneself, until it is read", async () => {
  const { page } = locum.person;
  const { client } = await turnOnSecondFactor({ client: owner.client, ...owner.person });
  await client.call("PUT", "/api/agency/profile", {
    baseVersion: 0,
    why: "Our insurer asks for fire safety",
    profile: {
      ...{ id: "saltmarsh", name: here, kind: "profile", version: "1" },
      appliesTo: { roles: ["doctor"], nations: ["england"], setting: "any" },
      requirements: [
        { id: "bls", title: "Basic life support", why: "Each year", rule: { document: { type: "bls" } } },
        { id: "fire", title: "Fire safety", why: "For the ward", rule: { document: { type: "fire-safety" } } },
      ],
    },
  });
  await page.goto("/agencies");
  const card = page.getByRole("region", { name: here });
  await expect(card).toContainText("You have 1 of the 2 things it asks for");
  await expect(card).toContainText("Changed");
  await card.getByRole("link", { name: here }).click();
  await expect(page.getByText("It says why: “Our insurer asks for fire safety”")).toBeVisible();
  await expect(page.getByText("Fire safety: you have not added this.")).toBeVisible();
  await expectGoodScreen(page, "one agency, its list has changed");
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(page.getByText("What it asks for has changed")).toHaveCount(0);
  await expect(page.getByText("Written by Saltmarsh Locums itself, version 1.")).toBeVisible();
  await goTo(page, "Agencies");
  await page.getByRole("link", { name: lantern }).click();
});

test("readiness is asked for the last day of a placement", async () => {
  const { page } = locum.person;
  await page.getByText("Will it last to the end of a placement?").click();
  const day = page.getByRole("group", { name: "The last day of the placement" });
  await day.getByLabel("Day").fill("31");
  await day.getByLabel("Month").fill("2");
  await day.getByLabel("Year").fill("2099");
  await page.getByRole("button", { name: "Look at that day" }).click();
  await expect(page.getByRole("alert")).toContainText("28 days");
  await day.getByLabel("Day").fill("28");
  await page.getByRole("button", { name: "Look at that day" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "On 28 February 2099" })).toBeVisible();
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Today" })).toBeVisible();
});

test("copies are prepared for it, kept as a draft that sends nothing, and sent by one's own press once it has joined", async ({
  people,
  server,
}) => {
  const { page } = locum.person;
  await page.getByRole("link", { name: "Prepare copies" }).click();
  await expect(
    page.getByRole("heading", { name: new RegExp(`What ${lantern} asks for: \\d+ of \\d+ ready`) }),
  ).toBeVisible();
  await expectGoodScreen(page, "send, by what they ask for");
  await page.getByRole("button", { name: "Go on to how they may be used" }).click();
  await page.getByLabel("To register with them").check();
  await page.getByLabel(/^Look at/).check();
  await page.getByRole("button", { name: /^Go on to/ }).click();
  await expect(page.getByText(`${lantern} cannot receive copies yet`)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Send / })).toHaveCount(0);
  await page.getByRole("button", { name: "Keep it for later, send nothing" }).click();
  await expect(page.getByRole("heading", { name: /Prepared, not sent/ })).toBeVisible();
  await expectGoodScreen(page, "transfers, with something prepared");
  // It has joined: which of those here it is, its locum alone says.
  await goTo(page, "Agencies");
  await page.getByRole("link", { name: lantern }).click();
  await page.getByRole("link", { name: "It has joined" }).click();
  await expectGoodScreen(page, "which of these is it");
  await preparedAgency(server, await preparedPerson(people, server, "Lowri Lantern"), joined);
  await page.reload();
  await page.getByRole("button", { name: `It is ${joined}` }).click();
  await expect(page.getByText(`Your entry is now ${joined}. Nothing was sent.`)).toBeVisible();
  await goTo(page, "Transfers");
  await expect(page.getByText("It can receive copies now.")).toBeVisible();
  await page.getByRole("button", { name: "Go on with it" }).click();
  await page.getByRole("button", { name: "Go on to how they may be used" }).click();
  await expect(page.getByLabel("To register with them")).toBeChecked();
  await page.getByRole("button", { name: /^Go on to/ }).click();
  await page.getByRole("button", { name: /^Send \d+ cop/ }).click();
  await expect(page.getByText("Sent. The receipt is under Transfers.")).toBeVisible();
  await goTo(page, "Transfers");
  await expect(page.getByRole("article").filter({ hasText: joined })).toHaveCount(1);
  await expect(page.getByRole("heading", { name: /Prepared, not sent/ })).toHaveCount(0);
});

test("a paper says what it counts for, where a name differs, and what its owner saw on the register", async () => {
  const { page } = locum.person;
  await locum.client.call("PATCH", "/api/me/profile", { legalName: locum.person.name });
  await goTo(page, "Documents");
  await page.getByRole("link", { name: "GMC registration" }).first().click();
  await expect(page.getByRole("region", { name: "What it counts for" })).toContainText(
    "GMC registration with a licence",
  );
  const look = page.getByRole("region", { name: "Look yourself up" });
  await look.getByRole("button", { name: "Note that I looked" }).click();
  await expect(look.getByRole("alert")).toContainText("Enter what the register said");
  await look.getByLabel(/^What did it say today/).fill("registered, with a licence");
  await look.getByRole("button", { name: "Note that I looked" }).click();
  const words = page.getByRole("region", { name: "In your words" });
  await expect(words).toContainText(/I looked on \d+ \w+ 20\d\d: registered, with a licence/);
  await words.getByRole("button", { name: "Change these" }).click();
  await words.getByLabel("The name as it is printed on it").fill("Gwen Formerly");
  await words.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The name is not the one in your details")).toBeVisible();
  await expectGoodScreen(page, "one document, by what it counts for");
});

test("it is taken off the list, and what it holds stays with it until that is stopped", async () => {
  const { page } = locum.person;
  await goTo(page, "Agencies");
  await page.getByRole("region", { name: joined }).getByRole("link", { name: joined }).click();
  await page.getByRole("button", { name: "Take it off my list" }).click();
  const dialog = page.getByRole("dialog", { name: `Take ${joined} off your list?` });
  await expectGoodScreen(page, "take it off the list");
  await dialog.getByRole("button", { name: "Take it off" }).click();
  await expect(page.getByText(`${joined} is off your list.`)).toBeVisible();
  await goTo(page, "Transfers");
  await expect(page.getByRole("article").filter({ hasText: joined })).toHaveCount(1);
});
