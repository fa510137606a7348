// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import { describe, expect, it } from "vitest";
import { starterOverlays, starterProfiles } from "../profiles/starters.ts";
import type { Rule } from "../requirements/rule.ts";
import { type RuleWords, ruleWords } from "./rule-words.ts";

const lines = ({ text, parts }: RuleWords): string[] => [text, ...parts.flatMap(lines)];

describe("a rule in words", () => {
  it("says every test of one paper", () => {
    const rule: Rule = {
      document: { type: "dbs-certificate", level: "enhanced-barred-lists", workforce: "both", maxAgeMonths: 36 },
    };
    expect(lines(ruleWords(rule))).toEqual([
      "DBS certificate; level enhanced barred lists or higher; for adults and children; no older than 3 years",
    ]);
  });

  it("says how many, and in what they must differ", () => {
    const rule: Rule = { nOf: { count: 2, type: "proof-of-address", distinctBy: "issuer" } };
    expect(ruleWords(rule).text).toMatch(/^2 of these: Proof of address; each from a different sender/);
  });

  it("asks a condition as its question, with the answer that makes it so", () => {
    const rule: Rule = {
      onlyIf: { condition: { fact: "eppRole", equals: true }, then: { document: { type: "epp-hiv" } } },
    };
    const told = ruleWords(rule);
    expect(told.text).toBe("Only if: Will you do exposure-prone procedures, such as surgery? Yes");
    expect(told.parts).toHaveLength(1);
  });

  it("leaves no code of the rule language in any rule that is shipped", () => {
    const written = [
      ...starterProfiles.flatMap(({ requirements }) => requirements),
      ...starterOverlays.flatMap(({ replace = [], add = [] }) => [...replace, ...add]),
    ];
    expect(written.length).toBeGreaterThan(100);
    for (const { rule } of written) {
      for (const text of lines(ruleWords(rule))) {
        expect(text.replaceAll("mIU/ml", "")).not.toMatch(/undefined|\[object|\b[a-z]{2,}[A-Z]|[a-z]-[a-z]+-[a-z]+-/);
        expect(text).not.toMatch(/^\s*$/);
      }
    }
  });
});
