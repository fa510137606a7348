import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listTimeline } from "../audit/index.ts";
import { bookExpiry, snoozeExpiry } from "../compliance/actions/expiries.ts";
import { addMyAgency } from "../compliance/actions/my-agencies.ts";
import { lookForReminders } from "./actions/look.ts";
import { reminderRound } from "./actions/round.ts";
import { changeReminders } from "./actions/settings.ts";
import { unsubscribe } from "./actions/unsubscribe.ts";
import { morningOf } from "./london-time.model.ts";
import { turnOffToken } from "./notices.seals.ts";
import { openReminderHouse, type ReminderHouse } from "./notices.testing.ts";

let t: ReminderHouse;
let people = 0;
beforeAll(async () => {
  t = await openReminderHouse();
  t.house.clock.set(morningOf("2027-01-04"));
  await t.asks(1, ["passport"]);
});
afterAll(() => t.house.close());

/** The morning of a day: a round, and all that it sets going. */
async function morning(day: string): Promise<void> {
  t.house.clock.set(new Date(morningOf(day).getTime() + 60_000));
  await reminderRound(t.house.service());
  await t.work();
}
const evening = (day: string) => t.house.clock.set(new Date(`${day}T21:00:00Z`));

async function locum(day: string, endsOn: string, type = "passport"): Promise<{ id: string; paper: string }> {
  evening(day);
  const id = await t.person(`locum-${++people}@example.test`);
  await addMyAgency(t.as(id), { agencyId: t.acme.id });
  const paper = t.house.service().newId();
  await t.keep(id, { id: paper, type, details: { expiryDate: endsOn } });
  return { id, paper };
}
const told = async (id: string) =>
  (await listTimeline(t.as(id), { accountId: id, cursor: undefined, limit: 50, act: "reminder-sent" })).items.map(
    ({ sentence }) => sentence,
  );

describe("a paper that ends", () => {
  test("is told at each step once, in one mail and one line of the timeline a day", async () => {
    const { id } = await locum("2027-01-04", "2027-03-10");
    for (const day of ["2027-01-05", "2027-01-08", "2027-01-09", "2027-01-09", "2027-02-08", "2027-02-10"])
      await morning(day);
    // 60 days before is 9 January, 30 are 8 February; four weeks before, when to begin, 10 February.
    expect(t.mails(id).map(({ at }) => at.toISOString())).toEqual([
      "2027-01-09T08:00:00.000Z",
      "2027-02-08T08:00:00.000Z",
      "2027-02-10T08:00:00.000Z",
    ]);
    expect(await told(id)).toEqual(Array(3).fill("A reminder went to you: Passport ends on 10 March 2027."));
  });

  test("is told before its end and after it in words that name no paper, with the next step, links to turn it off and the address for mail programs", async () => {
    const { id } = await locum("2027-02-10", "2027-03-20");
    await morning("2027-02-18");
    await morning("2027-03-21");
    const [before, after] = t.mails(id);
    expect(before).toMatchObject({
      subject: "Something in your passport ends on 20 March 2027",
      unsubscribe: expect.stringMatching(/^http:\/\/localhost:8080\/api\/unsubscribe\/[\w-]+$/),
    });
    expect(before?.text.split("\n")).toEqual([
      "A paper in your identity group ends on 20 March 2027. Getting a new one takes time: begin by 20 February 2027.",
      "",
      "See which, note a booking, or put it off for two weeks:",
      "",
      "http://localhost:8080/expiry",
      "",
      "Turn off mails about papers that will end:",
      "",
      expect.stringMatching(/^http:\/\/localhost:8080\/unsubscribe#token=[\w-]+$/),
      "",
      "Locum Passport",
      "",
    ]);
    expect(after?.subject).toBe("Something in your passport ended on 20 March 2027");
    expect(after?.text).toContain(
      "A paper in your identity group ended on 20 March 2027. Add the new one when you have it.",
    );
    expect(after?.text).toContain("Turn off mails about papers that have ended:");
  });

  test("whose day passed while the server was down is told late, once, and in one line for all its steps", async () => {
    const { id } = await locum("2027-01-04", "2027-04-04");
    await morning("2027-03-06");
    expect(await told(id)).toHaveLength(1);
    await morning("2027-03-06");
    await morning("2027-03-07");
    expect(await told(id)).toHaveLength(2); // 7 March: four weeks before
  });

  test("that is booked is silent until the day after; put off, until its day", async () => {
    const booked = await locum("2027-04-30", "2027-06-01");
    await bookExpiry(t.as(booked.id), booked.paper, "2027-05-20");
    const snoozed = await locum("2027-04-30", "2027-06-01");
    await snoozeExpiry(t.as(snoozed.id), snoozed.paper); // 14 May
    for (const day of [
      "2027-05-02",
      "2027-05-04",
      "2027-05-13",
      "2027-05-14",
      "2027-05-18",
      "2027-05-20",
      "2027-05-21",
    ])
      await morning(day);
    expect(t.mails(booked.id).map(({ at }) => at.toISOString())).toEqual(["2027-05-21T07:00:00.000Z"]);
    expect(t.mails(booked.id)[0]?.text).toContain("The day you booked has passed");
    expect(t.mails(snoozed.id).map(({ at }) => at.toISOString())).toEqual([
      "2027-05-14T07:00:00.000Z",
      "2027-05-18T07:00:00.000Z",
    ]);
  });

  test("that nobody asks for is told before its end only; one that a newer one took over, no more", async () => {
    const unwanted = await locum("2027-06-01", "2027-06-09", "driving-licence");
    const replaced = await locum("2027-06-01", "2027-06-09");
    await morning("2027-06-02");
    evening("2027-06-02");
    await t.keep(replaced.id, {
      id: t.house.service().newId(),
      type: "passport",
      details: { expiryDate: "2037-06-01" },
    });
    for (const day of ["2027-06-08", "2027-06-09", "2027-06-10", "2027-06-16"]) await morning(day);
    expect(t.mails(unwanted.id)).toHaveLength(3);
    expect(t.mails(replaced.id)).toHaveLength(1);
  });

  test("is not told to who turned that off, and what was turned off stays unsaid after it is on again", async () => {
    const { id } = await locum("2027-06-10", "2027-07-10");
    await changeReminders(t.as(id), { mails: { expiry: false } });
    await morning("2027-06-12");
    evening("2027-06-20");
    await changeReminders(t.as(id), { mails: { expiry: true } });
    await morning("2027-06-21");
    await morning("2027-06-26");
    expect(t.mails(id).map(({ at }) => at.toISOString())).toEqual(["2027-06-26T07:00:00.000Z"]);
  });

  test("on 29 February is told on that day, and 28 days on", async () => {
    const { id } = await locum("2027-12-20", "2028-02-29");
    for (const day of ["2028-02-28", "2028-02-29", "2028-03-01", "2028-03-07", "2028-03-28"]) await morning(day);
    expect(t.mails(id).map(({ at }) => at.toISOString().slice(0, 10))).toEqual([
      "2028-02-28",
      "2028-02-29",
      "2028-03-01",
      "2028-03-07",
      "2028-03-28",
    ]);
  });
});

test.each([
  ["in March", "2028-03-26", "2028-03-26T07:00:00.000Z"],
  ["in October", "2028-10-29", "2028-10-29T08:00:00.000Z"],
])(
  "on the day the clocks change %s nothing goes before eight in London, and it goes once",
  async (_when, day, eight) => {
    const { id } = await locum(`${day.slice(0, 8)}01`, day);
    for (const minutes of [-8 * 60, -120, -61, -1, 0, 1, 61, 120]) {
      t.house.clock.set(new Date(Date.parse(eight) + minutes * 60_000));
      await reminderRound(t.house.service());
      await t.work();
      const onTheDay = t.mails(id).filter(({ at }) => at.toISOString() === eight);
      expect(onTheDay).toHaveLength(minutes < 0 ? 0 : 1);
    }
  },
);

test("what somebody is typing just now waits, and is told the same day once they have stopped", async () => {
  t.house.clock.set(new Date("2028-11-01T10:00:00Z"));
  const id = await t.person("typing@example.test");
  await t.keep(id, { id: t.house.service().newId(), type: "passport", details: { expiryDate: "2028-12-01" } });
  const round = async () => {
    await reminderRound(t.house.service());
    await t.work();
  };
  await round();
  expect(t.mails(id)).toHaveLength(0);
  t.house.clock.pass(11 * 60_000);
  await round();
  expect(t.mails(id)).toHaveLength(1);
  t.house.clock.pass(86_400_000);
  await t.keep(id, { id: t.house.service().newId(), type: "driving-licence", details: { expiryDate: "2028-12-02" } });
  await round();
  expect(t.mails(id)).toHaveLength(1);
  t.house.clock.pass(11 * 60_000);
  await round();
  expect(t.mails(id)).toHaveLength(2);
});

test("an agency that asks for something else is told where a list breaks by it, once, and not where it does not", async () => {
  const { id } = await locum("2028-11-05", "2038-01-01");
  await morning("2028-11-06");
  evening("2028-11-06");
  await t.asks(2, ["passport", "indemnity"]);
  await morning("2028-11-07");
  await morning("2028-11-08");
  evening("2028-11-08");
  await t.asks(3, ["indemnity"]);
  await morning("2028-11-09");
  expect(t.mails(id).map(({ subject }) => subject)).toEqual(["What an agency asks for has changed"]);
  expect(t.mails(id)[0]?.text).not.toMatch(/acme|indemnity/i);
  expect(await told(id)).toEqual([
    "A reminder went to you: Acme has changed what it asks for, and something on its list is missing.",
  ]);
});

test("a mail that its reader turned off between telling and sending does not go out", async () => {
  const { id } = await locum("2028-11-10", "2028-11-17");
  t.house.clock.set(morningOf("2028-11-16"));
  await lookForReminders(t.house.service(), { accountId: id });
  expect(await told(id)).toHaveLength(1);
  const token = turnOffToken(t.house.ports.signIn.sealingKey, { account: id, kinds: ["expiry"] });
  await unsubscribe(t.house.service(), token);
  await t.work();
  expect(t.mails(id)).toHaveLength(0);
});
