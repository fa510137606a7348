import { expect, test } from "vitest";
import type { Expiry } from "../../api/types.ts";
import { beginWords, byMonth, canSnooze, endWords, wantedWords } from "./by-month.ts";

const expiry = (more: Partial<Expiry> = {}): Expiry => ({
  ...{ documentId: "a", title: "Basic life support", type: "bls", sensitivity: "ordinary", endsOn: "2027-03-14" },
  ...{ daysLeft: 30, wantedBy: [], leadDays: 0, beginBy: null, bookedOn: null, snoozedUntil: null },
  ...more,
});
const acme = { myAgencyId: "1", name: "Acme" };

test("what has ended stands first, the rest by month in words", () => {
  const months = byMonth([
    expiry({ endsOn: "2027-01-30", daysLeft: -13 }),
    expiry(),
    expiry({ endsOn: "2027-03-31", daysLeft: 47 }),
    expiry({ endsOn: "2028-03-01", daysLeft: 383 }),
  ]);
  expect(months.map(({ title, items }) => [title, items.length])).toEqual([
    ["Ended already", 1],
    ["March 2027", 2],
    ["March 2028", 1],
  ]);
});

test("the end, who asks and when to begin are said in words", () => {
  expect([-1, 0, 1, 30].map((daysLeft) => endWords(expiry({ daysLeft })))).toEqual([
    "Ended 14 March 2027",
    "Ends today",
    "Ends tomorrow",
    "Ends 14 March 2027 (30 days)",
  ]);
  expect(wantedWords(expiry())).toBe("Nobody on your list asks for it");
  expect(wantedWords(expiry({ wantedBy: [{ myAgencyId: null, name: "Quick start" }] }))).toBe(
    "The starter list (Quick start) asks for it",
  );
  expect(wantedWords(expiry({ wantedBy: [acme], daysLeft: -1 }))).toBe("Acme lacks it");
  expect(wantedWords(expiry({ wantedBy: [acme, acme, acme] }))).toBe("Acme and 2 others ask for it");
  expect(beginWords(expiry(), "2027-02-01")).toBeNull();
  expect(beginWords(expiry({ beginBy: "2027-02-14" }), "2027-02-01")).toContain("begin by 14 February 2027");
  expect(beginWords(expiry({ beginBy: "2027-02-14" }), "2027-02-14")).toContain("begin now");
});

test("nothing is put off that ends within a week or years ahead, or is silent already", () => {
  const today = "2027-02-12";
  const can = (over: Partial<Expiry>) => canSnooze(expiry(over), today);
  expect([8, 7, -1, 2596].map((daysLeft) => can({ daysLeft }))).toEqual([true, false, false, false]);
  expect(can({ snoozedUntil: "2027-02-13" })).toBe(false);
  expect(can({ bookedOn: today })).toBe(false);
});

test("what has run out no more keeps it silent: it can be put off again", () => {
  const today = "2027-02-12";
  expect(canSnooze(expiry({ snoozedUntil: today }), today)).toBe(true);
  expect(canSnooze(expiry({ bookedOn: "2027-02-11" }), today)).toBe(true);
});
