// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import { describe, expect, test } from "vitest";
import { lapses } from "../expiries/lapses.ts";
import { doNext } from "../readiness/do-next.ts";
import { nextBreak } from "../readiness/next-break.ts";
import { readinessOf } from "../readiness/readiness.ts";
import { smallestRenewals } from "../renewals/renewals.ts";
import { today } from "../testing/people.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { type Need, needs, type Requirement } from "./rule.ts";

const wants = (type: string, need?: Need): Requirement => ({
  ...{ id: type, title: type, why: "", rule: { document: { type } } },
  ...(need === undefined ? {} : { need }),
});
const bls: HeldDocument = { id: "bls", type: "bls", details: { completedOn: "2026-03-01" } };
const passport: HeldDocument = { id: "passport", type: "passport", details: { expiryDate: "2026-12-01" } };

describe("when a hirer wants it", () => {
  test("is before the first shift where nothing is said, and as it is said otherwise", () => {
    const list = [wants("bls"), ...needs.map((need, place) => ({ ...wants("bls", need), id: `${place}` }))];
    expect(readinessOf(list, [], { on: today }).requirements.map(({ need }) => need)).toEqual([
      "before-first-shift",
      "before-registration",
      "before-first-shift",
      "if-asked",
    ]);
  });

  test.each(["before-registration", "before-first-shift"] as const)("%s: without it nobody is ready", (need) => {
    const list = [wants("bls", need)];
    expect(readinessOf(list, [], { on: today })).toMatchObject({ asked: 1, held: 0, ready: false });
    expect(readinessOf(list, [bls], { on: today })).toMatchObject({ asked: 1, held: 1, ready: true });
    expect(nextBreak(list, [bls], { from: today })?.on).toBe("2027-03-02");
    expect(smallestRenewals(list, [], { on: today }).documents).toHaveLength(1);
  });

  test("if asked: it is judged and shown, and is no part of being ready, of what breaks, lapses or has to be got", () => {
    const list = [wants("bls"), wants("passport", "if-asked"), wants("fire-safety", "if-asked")];
    const readiness = readinessOf(list, [bls, passport], { on: today });
    expect(readiness).toMatchObject({ asked: 1, held: 1, ready: true, originalsToShow: [] });
    expect(readiness.requirements.map(({ state }) => state)).toEqual(["held", "held", "not-held"]);
    expect(nextBreak(list, [bls, passport], { from: today })).toMatchObject({
      on: "2027-03-02",
      requirements: [{ id: "bls" }],
    });
    expect(smallestRenewals(list, [bls, passport], { on: today })).toMatchObject({ documents: [], outOfReach: [] });
    const asks = {
      ...wants("cv", "if-asked"),
      rule: { onlyIf: { condition: { fact: "cvHasGaps", equals: true }, then: { document: { type: "cv" } } } },
    };
    expect(readinessOf([asks], [], { on: today })).toMatchObject({ ready: true, openQuestions: [] });
    expect(doNext({ askings: [{ key: "acme", requirements: [...list, asks] }], held: [bls], on: today })).toEqual([]);
    const found = lapses([{ key: "acme", requirements: list }], [bls, passport], { on: today });
    expect(found.map(({ documentId, wantedBy }) => [documentId, wantedBy.length])).toEqual([
      ["passport", 0],
      ["bls", 1],
    ]);
  });
});
