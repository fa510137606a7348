import { expect, test } from "vitest";
import { dayOfInstant, daysLater, isReminderTime, morningOf } from "./london-time.model.ts";

test.each([
  ["in winter", "2027-01-15", "2027-01-15T08:00:00.000Z"],
  ["in summer", "2027-07-15", "2027-07-15T07:00:00.000Z"],
  ["the day before the clocks go on", "2027-03-27", "2027-03-27T08:00:00.000Z"],
  ["the day the clocks go on", "2027-03-28", "2027-03-28T07:00:00.000Z"],
  ["the day the clocks go back", "2027-10-31", "2027-10-31T08:00:00.000Z"],
  ["29 February", "2028-02-29", "2028-02-29T08:00:00.000Z"],
])("eight in the morning %s", (_when, day, instant) => {
  const eight = morningOf(day);
  expect(eight.toISOString()).toBe(instant);
  expect(isReminderTime(eight)).toBe(true);
  expect(isReminderTime(new Date(eight.getTime() - 1))).toBe(false);
  expect(dayOfInstant(eight)).toBe(day);
});

test("the hour before midnight in London is still that day, also in summer when it is the next in no other reckoning", () => {
  expect(dayOfInstant(new Date("2027-07-15T22:59:59Z"))).toBe("2027-07-15");
  expect(dayOfInstant(new Date("2027-07-15T23:00:00Z"))).toBe("2027-07-16");
  expect(isReminderTime(new Date("2027-07-15T23:30:00Z"))).toBe(false);
});

test("days later cross a leap day and a clock change", () => {
  expect(daysLater("2028-02-28", 2)).toBe("2028-03-01");
  expect(daysLater("2027-03-27", 2)).toBe("2027-03-29");
});
