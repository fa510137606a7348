import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, formatDay } from "../dates/civil-day.ts";
import { nextBreak } from "../readiness/next-break.ts";
import { openPassport, situationOn } from "../readiness/readiness.ts";
import { judge } from "../requirements/judge.ts";
import { typesNamed } from "../requirements/leaves.ts";
import type { Rule } from "../requirements/rule.ts";
import { today } from "../testing/people.ts";
import { requirement, ruleWithPapers } from "../testing/rules.ts";
import { lapses } from "./lapses.ts";

test("when a list breaks by waiting alone, a paper that ended the day before is named with it", () => {
  let breaks = 0;
  fc.assert(
    fc.property(ruleWithPapers, ({ rule, held, facts }) => {
      fc.pre(!hidesCovers(rule));
      const broken = nextBreak([requirement(rule)], held, { from: today, facts });
      if (!broken) return;
      breaks += 1;
      const found = lapses([{ key: "a", requirements: [requirement(rule)] }], held, { on: today, facts });
      const dayBefore = formatDay(dayOf(broken.on) - 1);
      expect(found.filter(({ wantedBy }) => wantedBy.some(({ endsOn }) => endsOn === dayBefore))).not.toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(breaks).toBeGreaterThan(20);
});

test("of the papers that a list wants on a day each one is needed: without it the list wants more", () => {
  let wants = 0;
  fc.assert(
    fc.property(ruleWithPapers, ({ rule, held, facts }) => {
      // Parts that want each what they want are looked at each by itself: one paper may do for two of them.
      fc.pre(
        !("onlyIf" in rule) && (!("allOf" in rule) || rule.eachDocumentOnce === true || rule.sameField !== undefined),
      );
      // A paper that speaks for a stretch of time and is wanted for its date too is told once, by the earlier end.
      const { spans, dated } = typesIn(rule);
      fc.pre(![...spans].some((type) => dated.has(type)));
      const passport = openPassport(held, facts);
      const byDay = new Map<number, string[]>();
      for (const lapse of lapses([{ key: "a", requirements: [requirement(rule)] }], held, { on: today, facts }))
        for (const { endsOn } of lapse.wantedBy) {
          // What speaks for a stretch of time is told from its dates, not from being good.
          if (spans.has(lapse.type)) continue;
          const on = Math.max(dayOf(endsOn) + 1, dayOf(today));
          byDay.set(on, [...(byDay.get(on) ?? []), lapse.documentId]);
        }
      for (const [on, ids] of byDay) {
        const after = situationOn(passport, on);
        if (asksFirst(rule, after)) continue;
        wants += ids.length;
        const goingOn = (some: readonly string[]) => {
          const undated = new Set(passport.papers.filter(({ id }) => some.includes(id)));
          return wanting(rule, { ...after, undated });
        };
        for (const id of ids) expect(goingOn(ids)).toBeLessThan(goingOn(ids.filter((other) => other !== id)));
      }
    }),
    { numRuns: 200 },
  );
  expect(wants).toBeGreaterThan(20);
});

/** Whether the rule asks for a stretch of time in a place where it is one choice of several. */
function hidesCovers(rule: Rule, open = true): boolean {
  if ("covers" in rule) return !open;
  if ("anyOf" in rule) return rule.anyOf.some((part) => hidesCovers(part, false));
  if ("onlyIf" in rule) return hidesCovers(rule.onlyIf.then, open);
  if (!("allOf" in rule)) return false;
  const { allOf, eachDocumentOnce, sameField } = rule;
  return allOf.some((part) =>
    hidesCovers(part, open && sameField === undefined && (!eachDocumentOnce || "covers" in part)),
  );
}

/** Kinds of paper that a rule wants for the stretch of time they speak for, and those that it wants for their date. */
function typesIn(rule: Rule): { spans: ReadonlySet<string>; dated: ReadonlySet<string> } {
  const leaves = leafRules(rule);
  const typesOf = (some: readonly Rule[]) => new Set(some.flatMap(typesNamed));
  return {
    spans: typesOf(leaves.filter((leaf) => "covers" in leaf)),
    dated: typesOf(leaves.filter((leaf) => !("covers" in leaf))),
  };
}

function leafRules(rule: Rule): readonly Rule[] {
  if ("allOf" in rule) return rule.allOf.flatMap(leafRules);
  if ("anyOf" in rule) return rule.anyOf.flatMap(leafRules);
  return "onlyIf" in rule ? leafRules(rule.onlyIf.then) : [rule];
}

/** An open question takes no document, so it cannot be counted in documents. */
function asksFirst(rule: Rule, situation: Parameters<typeof judge>[1]): boolean {
  const verdict = judge(rule, situation);
  return !verdict.satisfied && verdict.missing.some(({ reason }) => reason === "fact-unknown");
}

function wanting(rule: Rule, situation: Parameters<typeof judge>[1]): number {
  const verdict = judge(rule, situation);
  return verdict.satisfied ? 0 : 1 + verdict.shortfall;
}
