import { describe, expect, test } from "vitest";
import { dayOf } from "../dates/civil-day.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { paperOf } from "../validity/paper.ts";
import { beginBy, leadDays, leadTimeOf } from "./lead-times.ts";
import { ownEnds } from "./own-ends.ts";
import { isAfterEnd, reminderSteps, remindersDue, snoozeUntil } from "./reminders.ts";

const today = "2026-11-23";

describe("when to begin", () => {
  test("so many days, or calendar months, before the last good day; nothing where nothing is known", () => {
    expect(leadTimeOf("dbs-certificate")).toMatchObject({ days: 28, words: "about four weeks" });
    expect(leadTimeOf("no-such-type")).toBeUndefined();
    expect(beginBy("dbs-certificate", "2027-03-28")).toBe("2027-02-28");
    expect(leadDays("dbs-certificate", "2027-03-28")).toBe(28);
    expect(beginBy("gphc-registration", "2027-01-31")).toBe("2026-11-30");
    expect([beginBy("bls", today) === null, leadDays("no-such-type", today)]).toEqual([
      leadDays("bls", today) === 0,
      0,
    ]);
  });
});

describe("a reminder", () => {
  const ask = { type: "fire-safety", endsOn: "2027-03-14", since: "2026-01-01", wanted: true } as const;
  const due = (more: Partial<Parameters<typeof remindersDue>[0]>) =>
    remindersDue({ ...ask, today: "2027-03-14", ...more }).map(({ id }) => id);

  test("is due on its day and not on the day before, from the day on which the dates were known", () => {
    expect(due({ today: "2027-03-06", since: "2027-02-28" })).toEqual(["before-14"]);
    expect(due({ today: "2027-03-07", since: "2027-02-28" })).toEqual(["before-14", "before-7"]);
    expect(due({ today: "2027-03-07", since: "2027-03-07" })).toEqual(["before-7"]);
    expect(due({ today: "2027-03-07", since: "2027-03-08" })).toEqual([]);
  });

  test("after the end is said of what somebody wants, and of nothing else", () => {
    const after = { since: "2027-03-14", today: "2027-04-30" };
    expect(due({ ...after, wanted: false })).toEqual(["on-the-day"]);
    expect(due({ ...after, wanted: true })).toEqual(["on-the-day", "after-1", "after-7", "after-28"]);
    // A booking or a snooze for after the end speaks of the end too.
    const booked = { ...after, since: "2027-03-14", bookedOn: "2027-03-20" };
    expect(due({ ...booked, wanted: false })).toEqual([]);
    expect(due({ ...booked, wanted: true })).toEqual(["after-7", "after-28", "booked-2027-03-20"]);
    expect(isAfterEnd("after-1") && !isAfterEnd("before-1") && !isAfterEnd("on-the-day")).toBe(true);
  });
  test("is silent while booked or put off, whichever is longer, and speaks once on the day that ends it", () => {
    const since = "2027-02-20";
    expect(due({ since, today: "2027-03-07", bookedOn: "2027-03-10" })).toEqual([]);
    expect(due({ since, today: "2027-03-11", bookedOn: "2027-03-10" })).toEqual(["booked-2027-03-10"]);
    expect(due({ since, today: "2027-03-11", bookedOn: "2027-03-10", snoozedUntil: "2027-03-12" })).toEqual([]);
    expect(due({ since, today: "2027-03-12", bookedOn: "2027-03-10", snoozedUntil: "2027-03-12" })).toEqual([
      "snoozed-2027-03-12",
    ]);
    expect(due({ since, today: "2027-03-12", bookedOn: "2027-03-12", snoozedUntil: "2027-03-01" })).toEqual([]);
    expect(due({ since, today: "2027-03-13", bookedOn: "2027-03-12", snoozedUntil: "2027-03-01" })).toEqual([
      "before-1",
      "booked-2027-03-12",
    ]);
    expect(due({ since, today: "2027-02-20", bookedOn: null, snoozedUntil: null })).toEqual([]);
    // One that ended long before the dates were known says nothing again.
    expect(due({ since: "2027-03-01", today: "2027-03-08", snoozedUntil: "2027-02-10" })).toEqual(["before-7"]);
  });

  test("is put off by fourteen days, never past seven days before the end, and not at all from then on", () => {
    expect(snoozeUntil("2027-03-14", "2027-02-21")).toBe("2027-03-07");
    expect(snoozeUntil("2027-03-14", "2027-02-20")).toBe("2027-03-06");
    expect(snoozeUntil("2027-03-14", "2027-03-06")).toBe("2027-03-07");
    expect(snoozeUntil("2027-03-14", "2027-03-07")).toBeNull();
    expect(snoozeUntil("2027-03-14", "2027-03-20")).toBeNull();
  });

  test("to begin stands among the others by its day, and has a notice ahead where it comes first", () => {
    const ids = (type: string) => reminderSteps(type, "2027-03-14").map(({ id }) => id);
    expect(ids("fire-safety")).not.toContain("begin");
    expect(ids("dbs-certificate").filter((id) => id.startsWith("begin"))).toEqual(["begin"]);
    for (const { type, days = 0 } of [leadTimeOf("visa-evisa"), leadTimeOf("overseas-police")].flatMap(
      (one) => one ?? [],
    ))
      expect(ids(type).includes("begin-soon")).toBe(days > 90);
    const days = reminderSteps("dbs-certificate", "2027-03-14").map(({ day }) => day);
    expect([...days].sort()).toEqual(days);
  });
});

describe("the own end of a paper", () => {
  const ends = (...held: HeldDocument[]) =>
    [...ownEnds(held.map(paperOf), dayOf(today))].map(([paper, end]) => [paper.id, end - dayOf(today)]);
  const paper = (id: string, type: string, details: HeldDocument["details"]): HeldDocument => ({ id, type, details });

  test("is its last good day, also past; without an end, a date or a type there is none", () => {
    expect(ends(paper("a", "passport", { expiryDate: "2026-11-24" }))).toEqual([["a", 1]]);
    expect(ends(paper("a", "passport", { expiryDate: "2026-11-20" }))).toEqual([["a", -3]]);
    expect(ends(paper("a", "passport", {}), paper("b", "birth-certificate", {}), paper("c", "nothing", {}))).toEqual(
      [],
    );
  });

  test("of a paper that another has replaced is left out: of that use, at that level or above, without a gap", () => {
    const bls = (id: string, completedOn: string, more = {}) => paper(id, "bls", { completedOn, ...more });
    expect(ends(bls("old", "2026-01-01"), bls("new", "2026-10-01"))).toEqual([["new", 312]]);
    expect(ends(bls("new", "2026-10-01"), bls("old", "2026-01-01"))).toEqual([["new", 312]]);
    // Two that end together: the one added last stays.
    expect(ends(bls("one", "2026-10-01"), bls("two", "2026-10-01"))).toEqual([["two", 312]]);
    // Begun on the day after the end of the other, and a day later still.
    expect(ends(bls("old", "2025-10-01"), bls("new", "2026-10-02")).map(([id]) => id)).toEqual(["new"]);
    expect(ends(bls("old", "2025-10-01"), bls("new", "2026-10-03")).map(([id]) => id)).toEqual(["old", "new"]);
  });

  test("of a lower level does not replace a higher one, and of another country or kind neither", () => {
    const course = (id: string, level: number | undefined, completedOn: string) =>
      paper(id, "safeguarding-children", { level, completedOn });
    const ids = (...held: HeldDocument[]) => ends(...held).map(([id]) => id);
    expect(ids(course("three", 3, "2024-06-01"), course("two", 2, "2026-06-01"))).toEqual(["three", "two"]);
    expect(ids(course("two", 2, "2024-06-01"), course("three", 3, "2026-06-01"))).toEqual(["three"]);
    expect(ids(course("none", undefined, "2024-06-01"), course("two", 2, "2026-06-01"))).toEqual(["two"]);
    const dbs = (id: string, level: string, issueDate: string) => paper(id, "dbs-certificate", { level, issueDate });
    expect(ids(dbs("high", "enhanced", "2026-01-01"), dbs("low", "basic", "2026-06-01"))).toEqual(["high", "low"]);
    expect(ids(dbs("low", "basic", "2026-01-01"), dbs("high", "enhanced", "2026-06-01"))).toEqual(["high"]);
    const passport = (id: string, issuingCountry: string, expiryDate: string) =>
      paper(id, "passport", { issuingCountry, expiryDate });
    expect(ids(passport("gb", "GBR", "2027-01-01"), passport("fr", "FRA", "2030-01-01"))).toEqual(["gb", "fr"]);
    expect(ids(passport("gb", "GBR", "2027-01-01"), passport("new", " gbr", "2030-01-01"))).toEqual(["new"]);
    const bill = (id: string, subtype: string, issueDate: string) =>
      paper(id, "proof-of-address", { subtype, issueDate });
    expect(ids(bill("gas", "utility-bill", "2026-10-01"), bill("bank", "bank-statement", "2026-11-01"))).toEqual([
      "gas",
      "bank",
    ]);
  });

  test("of a certificate that a subscription carries further is that of the subscription", () => {
    const certificateNumber = "001234567890";
    const certificate = paper("dbs", "dbs-certificate", { certificateNumber, issueDate: "2026-06-01" });
    const ids = (more: object) =>
      ends(certificate, paper("update", "dbs-update-service", { certificateNumber, ...more })).map(([id]) => id);
    expect(ids({ subscriptionEndsOn: "2027-06-02" })).toEqual(["update"]);
    expect(ids({ subscriptionEndsOn: "2027-06-01" })).toEqual(["dbs", "update"]);
    expect(ids({ subscriptionEndsOn: "2027-06-02", lastResult: "NO_MATCH_FOUND" })).toEqual(["dbs", "update"]);
    const found = { subscriptionEndsOn: "2027-06-02", lastResult: "NEW_INFO", lastCheckedOn: "2026-11-10" };
    expect(ids(found)).toEqual(["dbs", "update"]);
    expect(ids({})).toEqual(["dbs"]);
    const undated = paper("dbs", "dbs-certificate", { certificateNumber });
    const carried = paper("update", "dbs-update-service", { certificateNumber, subscriptionEndsOn: "2027-06-02" });
    expect(ends(undated, carried).map(([id]) => id)).toEqual(["update"]);
    expect(ends(undated)).toEqual([]);
  });
});
