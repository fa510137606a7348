import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentTypes } from "../catalogue/document-types.ts";
import { dayOf, formatDay } from "../dates/civil-day.ts";
import { withOverlays } from "../profiles/overlays.ts";
import { starterOverlays, starterProfiles } from "../profiles/starters.ts";
import { judgeRule } from "../requirements/judge-held.ts";
import type { Requirement } from "../requirements/rule.ts";
import { anyDay, anyFacts, documentOf, passport } from "../testing/people.ts";
import { type Status, validityOf } from "../validity/validity.ts";
import { nextBreak } from "./next-break.ts";
import { readinessOf } from "./readiness.ts";

const anyRequirements: fc.Arbitrary<readonly Requirement[]> = fc
  .tuple(fc.constantFrom(...starterProfiles), fc.subarray([...starterOverlays]), anyFacts)
  .map(([profile, overlays, facts]) => withOverlays(profile, overlays, facts));

const order: readonly Status[] = ["not-yet-valid", "valid", "expiring", "expired"];

describe("by waiting alone", () => {
  test("a paper without `unless` moves only along not yet valid, valid, expiring, expired", () => {
    const types = documentTypes.filter((type) => type.validity.unless === undefined);
    fc.assert(
      fc.property(documentOf(types), anyDay, fc.nat({ max: 3000 }), (document, day, wait) => {
        const rule = documentTypes.find((type) => type.id === document.type)?.validity;
        if (!rule) throw new Error("unknown type");
        const statusOn = (on: string) => validityOf(rule, { id: "d1", ...document }, on).status;
        const before = statusOn(day);
        const after = statusOn(formatDay(dayOf(day) + wait));
        // A missing date is told until a date that is known proves the paper expired.
        if (before === "awaiting-date") expect(["awaiting-date", "expired"]).toContain(after);
        else expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
      { numRuns: 1500 },
    );
  });

  test("what is held stays held on every day before the next break, and one thing breaks on that day", () => {
    const near = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(anyRequirements, passport(documentTypes, 12), anyFacts, near, (requirements, held, facts, wait) => {
        const from = "2026-11-23";
        const now = readinessOf(requirements, held, { on: from, facts });
        const found = nextBreak(requirements, held, { from, facts });
        const heldOn = (on: string) => new Set(idsHeld(readinessOf(requirements, held, { on, facts })));
        const wasHeld = idsHeld(now);
        const day = formatDay(dayOf(from) + wait);
        if (found === null || day < found.on) for (const id of wasHeld) expect(heldOn(day)).toContain(id);
        if (found) {
          const then = heldOn(found.on);
          const broken = wasHeld.filter((id) => !then.has(id));
          expect(broken.sort()).toEqual(found.requirements.map((one) => one.id).sort());
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("adding a document", () => {
  test("never makes anyone less ready, with the facts held fixed and Update Service records left out", () => {
    const types = documentTypes.filter((type) => type.id !== "dbs-update-service");
    fc.assert(
      fc.property(
        anyRequirements,
        passport(types),
        documentOf(types),
        anyFacts,
        anyDay,
        (requirements, held, more, facts, on) => {
          const before = idsHeld(readinessOf(requirements, held, { on, facts }));
          const after = new Set(idsHeld(readinessOf(requirements, [...held, { ...more, id: "more" }], { on, facts })));
          for (const id of before) expect(after).toContain(id);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe("readiness", () => {
  test("of a placement is that of the day asked for: the same as judging each rule on its last day", () => {
    fc.assert(
      fc.property(anyRequirements, passport(), anyFacts, anyDay, anyDay, (requirements, held, facts, on, shownOn) => {
        const readiness = readinessOf(requirements, held, { on, shownOn, facts });
        requirements.forEach((requirement, index) => {
          const verdict = judgeRule(requirement.rule, held, { on, shownOn, facts });
          const state = readiness.requirements[index]?.state;
          expect(state === "held" || state === "not-asked").toBe(verdict.satisfied);
        });
      }),
      { numRuns: 150 },
    );
  });

  test("does not depend on the order in which documents were added", () => {
    fc.assert(
      fc.property(anyRequirements, passport(), anyFacts, anyDay, (requirements, held, facts, on) => {
        const one = readinessOf(requirements, held, { on, facts });
        const two = readinessOf(requirements, [...held].reverse(), { on, facts });
        expect(two.requirements.map((each) => each.state)).toEqual(one.requirements.map((each) => each.state));
      }),
      { numRuns: 200 },
    );
  });

  test("names, for what is held, documents that satisfy it by themselves", () => {
    fc.assert(
      fc.property(anyRequirements, passport(), anyFacts, anyDay, (requirements, held, facts, on) => {
        for (const [index, each] of readinessOf(requirements, held, { on, facts }).requirements.entries()) {
          if (each.state !== "held") continue;
          const rule = requirements[index]?.rule;
          const used = held.filter((document) => each.documents.includes(document.id));
          if (rule) expect(judgeRule(rule, used, { on, facts }).satisfied).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("always explains a no", () => {
    fc.assert(
      fc.property(anyRequirements, passport(), anyFacts, anyDay, (requirements, held, facts, on) => {
        for (const each of readinessOf(requirements, held, { on, facts }).requirements)
          if (each.state === "not-held" || each.state === "cannot-tell") expect(each.missing.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

function idsHeld(readiness: ReturnType<typeof readinessOf>): string[] {
  return readiness.requirements.filter((each) => each.state === "held").map((each) => each.id);
}
