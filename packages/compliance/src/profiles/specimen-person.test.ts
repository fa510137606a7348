import { describe, expect, test } from "vitest";
import { professions } from "../catalogue/document-type.ts";
import { readinessOf } from "../readiness/readiness.ts";
import { requirementsFor, starterFor } from "./for-person.ts";
import { specimenPerson } from "./specimen-person.ts";

const on = "2026-11-23";

describe.each([...professions, undefined])("the invented person of profession %s", (role) => {
  test("has all that the starter list asks for but one thing, and leaves no question open", () => {
    const { facts, held } = specimenPerson(role, on);
    const readiness = readinessOf(requirementsFor(starterFor({ role }), facts), held, { on, facts });
    expect(readiness.openQuestions).toEqual([]);
    expect(readiness.asked - readiness.held).toBe(1);
  });

  test("is the same each time, and their name says that they do not exist", () => {
    expect(specimenPerson(role, on)).toEqual(specimenPerson(role, on));
    expect(specimenPerson(role, on).name).toContain("Specimen");
  });
});

test("their papers are of different ages, so that a shorter period shows", () => {
  const { held } = specimenPerson("doctor", on);
  const dates = new Set(
    held.flatMap(({ details }) => (typeof details.completedOn === "string" ? [details.completedOn] : [])),
  );
  expect(dates.size).toBeGreaterThan(2);
});
