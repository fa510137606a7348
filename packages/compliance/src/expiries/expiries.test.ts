import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentTypes } from "../catalogue/document-types.ts";
import { dayOf, formatDay } from "../dates/civil-day.ts";
import { starterProfile } from "../profiles/starters.ts";
import { readinessOf } from "../readiness/readiness.ts";
import type { Requirement } from "../requirements/rule.ts";
import { anyFacts, passport, today } from "../testing/people.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { lapses } from "./lapses.ts";
import { beginBy, leadDays } from "./lead-times.ts";
import { reminderSteps, remindersDue, snoozeUntil } from "./reminders.ts";

const wants = (id: string, rule: Requirement["rule"]): Requirement => ({ id, title: id, why: "", rule });
const bls = (id: string, completedOn: string): HeldDocument => ({ id, type: "bls", details: { completedOn } });
const asks = (key: string, ...requirements: Requirement[]) => ({ key, requirements });
const yearly = wants("bls", { document: { type: "bls" } });
const halfYearly = wants("bls", { document: { type: "bls", maxAgeMonths: 6 } });

describe("lapses", () => {
  test("a paper ends on its own last day, and says who loses something by it", () => {
    expect(lapses([asks("acme", yearly), asks("harbour")], [bls("a", "2026-03-01")], { on: today })).toEqual([
      {
        documentId: "a",
        type: "bls",
        endsOn: "2027-03-01",
        wantedBy: [{ key: "acme", endsOn: "2027-03-01", requirements: ["bls"] }],
      },
    ]);
  });
  test("a stricter hirer ends it sooner, and each is told its own day", () => {
    const [lapse] = lapses([asks("acme", yearly), asks("strict", halfYearly)], [bls("a", "2026-09-01")], { on: today });
    expect(lapse?.endsOn).toBe("2027-03-01");
    expect(lapse?.wantedBy.map(({ key, endsOn }) => [key, endsOn])).toEqual([
      ["acme", "2027-09-01"],
      ["strict", "2027-03-01"],
    ]);
  });
  test("a paper that a newer one has replaced is not listed, and one that nobody wants is, with nobody", () => {
    const held = [bls("old", "2026-01-01"), bls("new", "2026-10-01")];
    expect(lapses([asks("acme", yearly)], held, { on: today }).map(({ documentId }) => documentId)).toEqual(["new"]);
    expect(lapses([], held, { on: today })).toEqual([
      { documentId: "new", type: "bls", endsOn: "2027-10-01", wantedBy: [] },
    ]);
  });
  test("what ended already is still wanted while nothing took its place", () => {
    const [lapse] = lapses([asks("acme", yearly)], [bls("a", "2025-11-01")], { on: today });
    expect(lapse).toMatchObject({ endsOn: "2026-11-01", wantedBy: [{ key: "acme" }] });
  });
  test("what never ends, or has no date yet, does not lapse", () => {
    const held = [
      { id: "a", type: "bls", details: {} },
      { id: "b", type: "primary-qualification", details: {} },
    ];
    expect(lapses([asks("acme", yearly)], held, { on: today })).toEqual([]);
  });
  test("a subscription to the Update Service lapses in place of the old certificate", () => {
    const profile = starterProfile("nhs-hospital-doctor-agency");
    const dbs = profile?.requirements.filter(({ id }) => id === "criminal-record-check") ?? [];
    const certificateNumber = "001234567890";
    const held = [
      {
        id: "dbs",
        type: "dbs-certificate",
        details: { certificateNumber, issueDate: "2024-06-01", level: "enhanced-barred-lists", workforce: "both" },
      },
      {
        id: "update",
        type: "dbs-update-service",
        details: { certificateNumber, subscriptionStartsOn: "2026-06-10", subscriptionEndsOn: "2027-06-09" },
      },
    ];
    const found = lapses([asks("acme", ...dbs)], held, { on: today });
    expect(found.find(({ documentId }) => documentId === "update")).toMatchObject({
      endsOn: "2027-06-09",
      wantedBy: [{ key: "acme" }],
    });
  });
  test("for any passport: on the day after a wanted paper's last, its requirement is held no more", () => {
    const requirements = starterProfile("nhs-nurse-agency")?.requirements ?? [];
    fc.assert(
      fc.property(passport(documentTypes, 30), anyFacts, (held, facts) => {
        const seen = new Set<string>();
        for (const { documentId, wantedBy } of lapses([asks("a", ...requirements)], held, { on: today, facts })) {
          expect(seen.has(documentId)).toBe(false);
          seen.add(documentId);
          for (const want of wantedBy) {
            const after = readinessOf(requirements, held, { on: formatDay(dayOf(want.endsOn) + 1), facts });
            const states = after.requirements
              .filter(({ id }) => want.requirements.includes(id))
              .map(({ state }) => state);
            expect(states).toContain("not-held");
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("when to begin", () => {
  test("four weeks before for a DBS certificate, two calendar months for the GPhC, at once where nothing is known", () => {
    expect(beginBy("dbs-certificate", "2027-03-14")).toBe("2027-02-14");
    expect(beginBy("gphc-registration", "2027-04-30")).toBe("2027-02-28");
    expect(leadDays("gphc-registration", "2027-04-30")).toBe(61);
    expect(beginBy("fire-safety", "2027-03-14")).toBeNull();
    expect(leadDays("fire-safety", "2027-03-14")).toBe(0);
  });
});

describe("reminders", () => {
  const question = { type: "dbs-certificate", endsOn: "2027-03-14", since: "2026-01-01", wanted: true } as const;
  const due = (more: Partial<Parameters<typeof remindersDue>[0]> & { today: string }) =>
    remindersDue({ ...question, ...more }).map(({ id }) => id);

  test("steps at 90, 60, 30, 14, 7, 1 days before, on the day, and 1, 7, 28 days after; earlier where it takes weeks", () => {
    expect(reminderSteps("dbs-certificate", "2027-03-14").map(({ id, day }) => `${day} ${id}`)).toEqual([
      "2026-12-14 before-90",
      "2027-01-13 before-60",
      "2027-02-12 before-30",
      "2027-02-14 begin",
      "2027-02-28 before-14",
      "2027-03-07 before-7",
      "2027-03-13 before-1",
      "2027-03-14 on-the-day",
      "2027-03-15 after-1",
      "2027-03-21 after-7",
      "2027-04-11 after-28",
    ]);
    expect(reminderSteps("fire-safety", "2027-03-14")).toHaveLength(10);
  });
  test("a step is due from its day on, and days that passed unserved are caught up with", () => {
    expect(due({ today: "2026-12-13" })).toEqual([]);
    expect(due({ today: "2026-12-14" })).toEqual(["before-90"]);
    expect(due({ today: "2027-02-13" })).toEqual(["before-90", "before-60", "before-30"]);
  });
  test("what lay before the dates were known is not due", () => {
    expect(due({ today: "2027-02-13", since: "2027-02-01" })).toEqual(["before-30"]);
  });
  test("a booking is silent until the day after, and then says so once, without what it silenced", () => {
    const bookedOn = "2027-03-01";
    expect(due({ today: "2027-03-01", bookedOn })).toEqual([]);
    expect(due({ today: "2027-03-02", bookedOn })).toEqual(["booked-2027-03-01"]);
    expect(due({ today: "2027-03-07", bookedOn })).toEqual(["before-7", "booked-2027-03-01"]);
  });
  test("a snooze ends on its day, at most fourteen days on and never past seven days before the end", () => {
    expect(snoozeUntil("2027-03-14", "2027-02-01")).toBe("2027-02-15");
    expect(snoozeUntil("2027-03-14", "2027-03-01")).toBe("2027-03-07");
    expect(snoozeUntil("2027-03-14", "2027-03-07")).toBeNull();
    expect(due({ today: "2027-02-14", snoozedUntil: "2027-02-15" })).toEqual([]);
    expect(due({ today: "2027-02-15", snoozedUntil: "2027-02-15" })).toEqual(["snoozed-2027-02-15"]);
  });
  test("after its end nothing is said of a paper that nobody wants", () => {
    expect(due({ today: "2027-04-20", since: "2027-03-14", wanted: false })).toEqual(["on-the-day"]);
    expect(due({ today: "2027-04-20", since: "2027-03-14" })).toEqual(["on-the-day", "after-1", "after-7", "after-28"]);
  });
});
