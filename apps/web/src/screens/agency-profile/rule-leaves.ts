import type { Rule } from "@locum-passport/compliance";

/** A part of a rule that looks at papers. */
export type LeafRule = Extract<Rule, { document: unknown } | { nOf: unknown } | { covers: unknown }>;
export interface Leaf {
  /** Its place below the requirement, as the service names it: `rule.anyOf[0].document`. */
  at: string;
  rule: LeafRule;
  /** Ids of the types of paper that it names. */
  types: readonly string[];
}

type Tests = Extract<Rule, { document: unknown }>["document"] | Extract<Rule, { nOf: unknown }>["nOf"];

/** The parts that an author can change, in the order in which they are written. */
export function leavesIn(rule: Rule, at = "rule"): Leaf[] {
  if ("allOf" in rule) return rule.allOf.flatMap((part, index) => leavesIn(part, `${at}.allOf[${index}]`));
  if ("anyOf" in rule) return rule.anyOf.flatMap((part, index) => leavesIn(part, `${at}.anyOf[${index}]`));
  if ("onlyIf" in rule) return leavesIn(rule.onlyIf.then, `${at}.onlyIf.then`);
  if ("document" in rule) return [{ at: `${at}.document`, rule, types: [rule.document.type].flat() }];
  if ("nOf" in rule) return [{ at: `${at}.nOf`, rule, types: [rule.nOf.type].flat() }];
  return [{ at: `${at}.covers`, rule, types: [rule.covers.type].flat() }];
}

/** The rule with one of its leaves in another form; the rest as it was. */
export function withLeaf(rule: Rule, leaf: Leaf, next: LeafRule): Rule {
  const changed = (part: Rule): Rule => {
    if (part === leaf.rule) return next;
    if ("allOf" in part) return { ...part, allOf: part.allOf.map(changed) };
    if ("anyOf" in part) return { anyOf: part.anyOf.map(changed) };
    // biome-ignore lint/suspicious/noThenProperty: a word of the requirement language
    if ("onlyIf" in part) return { onlyIf: { condition: part.onlyIf.condition, then: changed(part.onlyIf.then) } };
    return part;
  };
  return changed(rule);
}

/** By its own date, not older than so many months or days, issued within so many months, or however old. */
export type AgeKind = "own" | "months" | "days" | "issued" | "any";
export interface Age {
  kind: AgeKind;
  /** For the three that count. */
  n: number;
}

export function testsOf(rule: LeafRule): Tests | undefined {
  if ("document" in rule) return rule.document;
  return "nOf" in rule ? rule.nOf : undefined;
}

export function ageOf(tests: Tests): Age {
  if (tests.maxAgeMonths !== undefined) return { kind: "months", n: tests.maxAgeMonths };
  if (tests.maxAgeDays !== undefined) return { kind: "days", n: tests.maxAgeDays };
  if (tests.issuedWithinMonths !== undefined) return { kind: "issued", n: tests.issuedWithinMonths };
  return { kind: tests.anyAge ? "any" : "own", n: 0 };
}

export function withAge(rule: LeafRule, { kind, n }: Age): LeafRule {
  const age =
    kind === "months"
      ? { maxAgeMonths: n }
      : kind === "days"
        ? { maxAgeDays: n }
        : kind === "issued"
          ? { issuedWithinMonths: n }
          : kind === "any"
            ? { anyAge: true }
            : {};
  if ("document" in rule) return { document: { ...ageless(rule.document), ...age } };
  return "nOf" in rule ? { nOf: { ...ageless(rule.nOf), ...age } } : rule;
}

function ageless<T extends Tests>(tests: T) {
  const { maxAgeMonths, maxAgeDays, issuedWithinMonths, anyAge, ...rest } = tests;
  return rest;
}

/** How many papers it asks for: one, unless it counts them. */
export const countOf = (rule: LeafRule): number => ("nOf" in rule ? rule.nOf.count : 1);

export function withCount(rule: LeafRule, count: number): LeafRule {
  if ("nOf" in rule) return { nOf: { ...rule.nOf, count } };
  return "document" in rule && count > 1 ? { nOf: { count, ...rule.document } } : rule;
}

/** `level` undefined asks for none. */
export function withLevel(rule: LeafRule, level: string | number | undefined, exact: boolean): LeafRule {
  const asked = level === undefined ? {} : { level, ...(exact ? { levelExact: true } : {}) };
  if ("document" in rule) return { document: { ...levelless(rule.document), ...asked } };
  return "nOf" in rule ? { nOf: { ...levelless(rule.nOf), ...asked } } : rule;
}

function levelless<T extends Tests>(tests: T) {
  const { level, levelExact, ...rest } = tests;
  return rest;
}
