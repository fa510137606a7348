import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Paper, paperOf } from "../validity/paper.ts";
import { distinctKey, fillOnce, type Slots } from "./distinct-use.ts";

const paper = (id: string, issuer: string) => paperOf({ id, type: "proof-of-address", details: { issuer } });

/** Every choice of papers for every slot, without any of the short cuts. */
function mostByTryingAll(parts: readonly Slots[]): number {
  const slots = parts.flatMap((part, index) => Array.from({ length: part.need }, () => ({ part, index })));
  const visit = (place: number, used: readonly Paper[], keys: readonly string[]): number => {
    const slot = slots[place];
    if (!slot) return used.length;
    let most = visit(place + 1, used, keys);
    for (const one of slot.part.passing) {
      const key = slot.part.keyOf ? slot.part.keyOf(one) : one.id;
      const inPart = `${slot.index}/${key}`;
      if (key === null || used.includes(one) || keys.includes(inPart)) continue;
      most = Math.max(most, visit(place + 1, [...used, one], [...keys, inPart]));
    }
    return most;
  };
  return visit(0, [], []);
}

describe("no paper used twice", () => {
  test("fills as many slots as trying everything does, each with a paper of its own that fits", () => {
    const papers = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 5 });
    const part = fc.record({
      need: fc.integer({ min: 1, max: 2 }),
      picks: fc.array(fc.nat({ max: 4 }), { maxLength: 5 }),
      distinct: fc.boolean(),
    });
    fc.assert(
      fc.property(papers, fc.array(part, { minLength: 1, maxLength: 3 }), (issuers, specs) => {
        const all = issuers.map((issuer, index) => paper(`d${index}`, issuer));
        const parts = specs.map(
          ({ need, picks, distinct }): Slots => ({
            need,
            passing: [...new Set(picks.flatMap((pick) => all[pick] ?? []))],
            keyOf: distinct ? distinctKey("issuer") : null,
          }),
        );
        const { filled, papers: used } = fillOnce(parts);
        expect(filled).toBe(mostByTryingAll(parts));
        expect(new Set(used).size).toBe(filled);
      }),
      { numRuns: 500 },
    );
  });

  test("ends soon, also for rules and papers made to hold it up", () => {
    const many = Array.from({ length: 60 }, (_, index) => paper(`d${index}`, `issuer ${index % 50}`));
    const parts = Array.from(
      { length: 8 },
      (_, index): Slots => ({
        need: 9,
        passing: many.slice(index),
        keyOf: distinctKey("issuer"),
      }),
    );
    const began = performance.now();
    fillOnce(parts);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
