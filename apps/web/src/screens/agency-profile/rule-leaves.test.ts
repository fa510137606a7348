// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import { checkProfile, type Rule, starterProfiles } from "@locum-passport/compliance";
import { describe, expect, test } from "vitest";
import { ageOf, countOf, leavesIn, testsOf, withAge, withCount, withLeaf, withLevel } from "./rule-leaves.ts";

const rules = starterProfiles.flatMap(({ requirements }) => requirements.map(({ rule }) => rule));
/** What stands at a place such as `rule.anyOf[0].document`. */
const at = (rule: Rule, place: string): unknown =>
  place
    .split(/[.[\]]+/)
    .slice(1)
    .filter(Boolean)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], rule);

describe("the parts of a rule that can be changed", () => {
  test("stand at the place the service names them by", () => {
    expect(rules.length).toBeGreaterThan(100);
    for (const rule of rules) {
      for (const leaf of leavesIn(rule)) {
        const form = leaf.at.slice(leaf.at.lastIndexOf(".") + 1);
        expect(at(rule, leaf.at)).toBe((leaf.rule as Record<string, unknown>)[form]);
      }
    }
  });

  test("an age that is said again as it was changes nothing", () => {
    for (const rule of rules) {
      for (const leaf of leavesIn(rule)) {
        const tests = testsOf(leaf.rule);
        if (tests) expect(withLeaf(rule, leaf, withAge(leaf.rule, ageOf(tests)))).toEqual(rule);
      }
    }
  });

  test("one of them changes, its neighbours stay", () => {
    const rule: Rule = {
      onlyIf: {
        condition: { fact: "eppRole", equals: true },
        then: { anyOf: [{ document: { type: "bls", maxAgeMonths: 12 } }, { document: { type: "als" } }] },
      },
    };
    const [bls] = leavesIn(rule);
    if (!bls) throw new Error("No leaf");
    expect(bls.at).toBe("rule.onlyIf.then.anyOf[0].document");
    expect(withLeaf(rule, bls, withAge(bls.rule, { kind: "days", n: 30 }))).toEqual({
      onlyIf: {
        condition: { fact: "eppRole", equals: true },
        then: { anyOf: [{ document: { type: "bls", maxAgeDays: 30 } }, { document: { type: "als" } }] },
      },
    });
  });

  test("more than one of a paper becomes a count that keeps its other tests", () => {
    const one = { document: { type: "reference", maxAgeMonths: 24 } } as const;
    expect(countOf(one)).toBe(1);
    expect(withCount(one, 1)).toBe(one);
    expect(withCount(one, 3)).toEqual({ nOf: { count: 3, type: "reference", maxAgeMonths: 24 } });
    expect(withCount({ nOf: { count: 3, type: "reference", distinctBy: "referee" } }, 2)).toEqual({
      nOf: { count: 2, type: "reference", distinctBy: "referee" },
    });
  });

  test("a level is set, made exact and taken away", () => {
    const dbs = { document: { type: "dbs-certificate", anyAge: true } } as const;
    expect(withLevel(dbs, "enhanced", true)).toEqual({
      document: { type: "dbs-certificate", anyAge: true, level: "enhanced", levelExact: true },
    });
    expect(withLevel(withLevel(dbs, "enhanced", true), undefined, false)).toEqual(dbs);
  });

  test("whatever of these is changed in a starter profile, it stays a profile that can be saved", () => {
    for (const profile of starterProfiles) {
      const requirements = profile.requirements.map((requirement) => {
        const [leaf] = leavesIn(requirement.rule);
        const tests = leaf && testsOf(leaf.rule);
        if (!leaf || !tests || ageOf(tests).kind !== "months") return requirement;
        return { ...requirement, rule: withLeaf(requirement.rule, leaf, withAge(leaf.rule, { kind: "days", n: 45 })) };
      });
      expect(checkProfile({ ...profile, requirements }, { on: "2026-11-26" }).errors).toEqual([]);
    }
  });
});
