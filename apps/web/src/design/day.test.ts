import { expect, test } from "vitest";
import {
  addDays,
  dayFrom,
  dayHeading,
  dayInWords,
  dayOf,
  dayProblem,
  daysBetween,
  momentInWords,
  timeInWords,
} from "./day.ts";

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

test("a date that cannot be is told in words that name the slip, and a real or empty one is not", () => {
  const told: [string, string, string, string | undefined][] = [
    ["29", "2", "2027", "There is no 29 February in 2027: the month ends on 28 February"],
    ["29", "2", "2028", undefined],
    ["30", "2", "2028", "Enter a day from 1 to 29: February 2028 has 29 days"],
    ["31", "4", "2027", "Enter a day from 1 to 30: April 2027 has 30 days"],
    ["0", "4", "2027", "Enter a day from 1 to 30: April 2027 has 30 days"],
    ["12", "3", "0206", "Enter the year in 4 digits, for example 2027: “0206” has a slip"],
    ["12", "3", "26", "Enter the year in 4 digits, for example 2027: “26” has a slip"],
    ["3", "27", "2027", "Enter the day first, then the month: there is no month 27"],
    ["27", "42", "2027", "Enter a month from 1 to 12: there is no month 42"],
    ["27", "", "", "Enter the month and the year too"],
    ["27", "March", "2027", "Enter the date in numbers, for example 27 3 2027"],
    ["27", "3", "2027", undefined],
    ["", "", "", undefined],
  ];
  for (const [day, month, year, words] of told) expect(dayProblem(day, month, year)).toBe(words);
});

test("exactly the dates that have no problem are dates", () => {
  for (const year of ["1900", "2027", "2028", "2199", "2200", "206"]) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const typed: [string, string, string] = [String(day), String(month), year];
        expect(dayProblem(...typed) === undefined, typed.join(" ")).toBe(dayFrom(...typed) !== undefined);
      }
    }
  }
});
