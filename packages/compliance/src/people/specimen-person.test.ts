import { describe, expect, test } from "vitest";
import { professions } from "../catalogue/document-type.ts";
import { documentType } from "../catalogue/document-types.ts";
import { dayOf, formatDay } from "../dates/civil-day.ts";
import { checkDetails, missingDetails } from "../details/check-details.ts";
import { lapses } from "../expiries/lapses.ts";
import { requirementsFor, starterFor } from "../profiles/for-person.ts";
import { readinessOf } from "../readiness/readiness.ts";
import { today } from "../testing/people.ts";
import { specimenPerson } from "./specimen-person.ts";

describe.each(professions)("the invented %s", (role) => {
  test.each([today, "2028-02-29", "2026-03-31"])("on %s holds papers whose details are whole and well formed", (on) => {
    for (const { type, details } of specimenPerson(role, on).held) {
      const known = documentType(type);
      if (!known) throw new Error(`no type ${type}`);
      expect(checkDetails(known, details, { today: on }).errors).toEqual([]);
      expect(missingDetails(known, details)).toEqual([]);
    }
  });

  test("has most of what its own list asks for, not all, and something that ends soon", () => {
    const { facts, held } = specimenPerson(role, today);
    const requirements = requirementsFor(starterFor(facts), facts);
    const readiness = readinessOf(requirements, held, { on: today, facts });
    expect(readiness.held / readiness.asked).toBeGreaterThan(0.6);
    expect(readiness.openQuestions).toEqual([]);
    const soon = formatDay(dayOf(today) + 213);
    expect(lapses([{ key: "a", requirements }], held, { on: today, facts }).some(({ endsOn }) => endsOn <= soon)).toBe(
      true,
    );
  });
});

test("who an author tries a list on has something that is in date, something out of date and something missing", () => {
  for (const role of ["doctor", "nurse", "ahp"] as const) {
    const { facts, held, name } = specimenPerson(role, today);
    const { requirements } = readinessOf(requirementsFor(starterFor(facts), facts), held, { on: today, facts });
    const reasons = requirements.flatMap(({ missing }) => missing.map(({ reason }) => reason));
    expect(name).toContain("Specimen");
    expect(reasons).toContain("missing");
    expect(reasons).toContain("too-old");
  }
});
