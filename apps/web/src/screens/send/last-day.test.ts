import { expect, test } from "vitest";
import { criminalRecordEnd, lastDayOf, sixMonthsAfter } from "./last-day.ts";

test("six months after the last day of August is the last day of February", () => {
  expect(sixMonthsAfter("2026-08-31")).toBe("2027-02-28");
  expect(sixMonthsAfter("2026-11-23")).toBe("2027-05-23");
});

test("criminal-record copies never end later than six months after sending", () => {
  expect(criminalRecordEnd("2027-11-23", "2026-11-23")).toBe("2027-05-23");
  expect(criminalRecordEnd("2026-12-01", "2026-11-23")).toBe("2026-12-01");
});

test("a last day is today or later, and real", () => {
  const today = "2026-11-23";
  expect(lastDayOf("90", ["", "", ""], today)).toEqual({ day: "2027-02-21" });
  expect(lastDayOf("day", ["23", "11", "2026"], today)).toEqual({ day: today });
  expect(lastDayOf("day", ["22", "11", "2026"], today)).toHaveProperty("wrong");
  expect(lastDayOf("day", ["24", "11", "2028"], today)).toHaveProperty("wrong");
  expect(lastDayOf("day", ["31", "2", "2027"], today)).toHaveProperty("wrong");
  expect(lastDayOf("day", ["", "", ""], today)).toHaveProperty("wrong");
  expect(lastDayOf("", ["", "", ""], today)).toHaveProperty("wrong");
});
