import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, formatDay } from "../dates/civil-day.ts";
import type { Requirement } from "../requirements/rule.ts";
import { heldUntil } from "./held-until.ts";
import { nextBreak } from "./next-break.ts";
import { readinessOf } from "./readiness.ts";

const wants = (id: string, rule: Requirement["rule"]): Requirement => ({ id, title: id, why: "SPECIMEN", rule });
const lifeSupport = wants("bls", { document: { type: "bls" } });
const degree = wants("degree", { document: { type: "primary-qualification" } });
const surgery = wants("epp", {
  // biome-ignore lint/suspicious/noThenProperty: the language of rules names it so
  onlyIf: { condition: { fact: "eppRole", equals: true }, then: { document: { type: "epp-hiv" } } },
});
const held = [
  { id: "d1", type: "bls", details: { completedOn: "2026-03-12" } },
  { id: "d2", type: "primary-qualification", details: {} },
];

test("what is held ends on its last good day or never; what is missing, ended or not asked is left out", () => {
  const until = heldUntil([lifeSupport, degree, surgery, wants("cv", { document: { type: "cv" } })], held, {
    from: "2026-11-23",
    facts: { eppRole: false },
  });
  expect([...until]).toEqual([
    ["bls", "2027-03-12"],
    ["degree", null],
  ]);
  expect(heldUntil([lifeSupport], held, { from: "2027-03-13" }).has("bls")).toBe(false);
  expect(heldUntil([lifeSupport], held, { from: "2027-03-12" }).get("bls")).toBe("2027-03-12");
});

test("a second paper carries a requirement on without a break", () => {
  const two = [...held, { id: "d3", type: "bls", details: { completedOn: "2026-11-01" } }];
  expect(heldUntil([lifeSupport], two, { from: "2026-11-23" }).get("bls")).toBe("2027-11-01");
});

test("the earliest last day is the day before the list breaks, and what is held on the day is held until then", () => {
  const requirements = [lifeSupport, degree, wants("fire", { document: { type: "fire-safety", maxAgeMonths: 12 } })];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (one, two) => {
      const from = "2026-11-23";
      const back = (days: number) => formatDay(dayOf(from) - days);
      const papers = [
        { id: "d1", type: "bls", details: { completedOn: back(one) } },
        { id: "d2", type: "fire-safety", details: { completedOn: back(two) } },
      ];
      const until = heldUntil(requirements, papers, { from });
      const ends = [...until.values()].filter((day) => day !== null).sort();
      const broken = nextBreak(requirements, papers, { from });
      expect(broken?.on).toBe(ends[0] === undefined ? undefined : formatDay(dayOf(ends[0]) + 1));
      const now = readinessOf(requirements, papers, { on: from }).requirements.filter(({ state }) => state === "held");
      expect([...until.keys()]).toEqual(now.map(({ id }) => id));
    }),
  );
});
