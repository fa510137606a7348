import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addMonths, dayOf, formatDay, parseDay, weekday } from "./civil-day.ts";
import { londonDay } from "./london-day.ts";

const days = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map((parts) => Temporal.PlainDate.from(parts, { overflow: "constrain" }));

describe("civil days", () => {
  test("read and print as Temporal does", () => {
    fc.assert(
      fc.property(days, (date) => {
        const day = dayOf(date.toString());
        expect(formatDay(day)).toBe(date.toString());
        expect(day).toBe(Temporal.PlainDate.from("1970-01-01").until(date).days);
        expect(weekday(day)).toBe(date.dayOfWeek % 7);
      }),
    );
  });

  test("add months as Temporal does, cut to the end of a short month", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const added = date.add({ months });
        fc.pre(added.year >= 1 && added.year <= 9999);
        expect(formatDay(addMonths(dayOf(date.toString()), months))).toBe(added.toString());
      }),
    );
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2027-12-31", -2, "2027-10-31"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(formatDay(addMonths(dayOf(from), months))).toBe(to);
  });

  test.each([
    "2026-02-29",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "2026-1-1",
    "20260101",
    "2026-01-01T00:00",
    "",
    "1900-02-29",
  ])("%s is no date", (text) => {
    expect(parseDay(text)).toBeNull();
    expect(() => dayOf(text)).toThrow(RangeError);
  });
});

describe("the London date of an instant", () => {
  test("is that of Temporal's time zone rules", () => {
    const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 11) });
    fc.assert(
      fc.property(instants, (milliseconds) => {
        const there = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO("Europe/London");
        expect(londonDay(milliseconds)).toBe(there.toPlainDate().toString());
      }),
    );
  });
  test("throws for what is no instant", () => {
    expect(() => londonDay("yesterday")).toThrow(RangeError);
  });
});
