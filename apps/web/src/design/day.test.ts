import { expect, test } from "vitest";
import { addDays, dayFrom, dayHeading, dayInWords, dayOf, daysBetween, momentInWords, timeInWords } from "./day.ts";

test("a day is written as people say it", () => {
  expect(dayInWords("2027-03-14")).toBe("14 March 2027");
  expect(dayInWords("not a day")).toBe("not a day");
});

test("an instant is shown in London's time, in summer too", () => {
  expect(momentInWords("2026-07-01T23:30:00Z")).toBe("2 July 2026 at 00:30");
  expect(dayOf("2026-12-31T23:59:59Z")).toBe("2026-12-31");
  expect(timeInWords("2026-12-31T00:05:00Z")).toBe("00:05");
});

test("days are counted across the change of the clock and a leap day", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
  expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
});

test("today and yesterday have their names", () => {
  expect(dayHeading("2026-11-23", "2026-11-23")).toBe("Today");
  expect(dayHeading("2026-11-22", "2026-11-23")).toBe("Yesterday");
  expect(dayHeading("2026-11-21", "2026-11-23")).toBe("21 November 2026");
});

test("three numbers make a day, nothing makes none, and a day that does not exist is told apart", () => {
  expect(dayFrom("27", "3", "2027")).toBe("2027-03-27");
  expect(dayFrom("", "", "")).toBeNull();
  const unreal: [string, string, string][] = [
    ["31", "2", "2027"],
    ["1", "13", "2027"],
    ["1", "1", "27"],
    ["", "3", "2027"],
    ["x", "3", "2027"],
  ];
  for (const typed of unreal) expect(dayFrom(...typed)).toBeUndefined();
});
