import { type Paper, tidyValue } from "../validity/paper.ts";
import { conditionHolds } from "./conditions.ts";
import { distinctKey, fillOnce, type Slots } from "./distinct-use.ts";
import type { Satisfied, Verdict } from "./missing.ts";
import type { Rule } from "./rule.ts";
import { narrowed, type Situation } from "./situation.ts";
import { sortCandidates } from "./sort-candidates.ts";

type All = Extract<Rule, { allOf: unknown }>;
type Judge = (rule: Rule, situation: Situation) => Verdict;

/** Every part, and where asked with no document used in two parts, or with documents that share the value of a field. */
export function judgeAll(rule: All, situation: Situation, judge: Judge): Verdict {
  const parts = judgeParts(rule.allOf, situation, judge);
  if (!parts.satisfied) return parts;
  if (rule.sameField !== undefined) return judgeSharing(rule, rule.sameField, situation, judge, parts);
  return rule.eachDocumentOnce ? judgeOnce(rule.allOf, situation, parts) : parts;
}

function judgeParts(rules: readonly Rule[], situation: Situation, judge: Judge): Verdict {
  const verdicts = rules.map((part) => judge(part, situation));
  const open = verdicts.flatMap((verdict) => (verdict.satisfied ? [] : [verdict]));
  if (open.length > 0)
    return {
      satisfied: false,
      missing: open.flatMap((verdict) => verdict.missing),
      shortfall: open.reduce((sum, verdict) => sum + verdict.shortfall, 0),
    };
  const met = verdicts.flatMap((verdict) => (verdict.satisfied ? [verdict] : []));
  return {
    satisfied: true,
    asks: met.some((verdict) => verdict.asks),
    documents: [...new Set(met.flatMap((verdict) => verdict.documents))],
    steadyUntil: Math.min(Number.POSITIVE_INFINITY, ...met.map((verdict) => verdict.steadyUntil)),
  };
}

/** Certificate and subscription must carry the same number: try each value that is there. */
function judgeSharing(rule: All, field: string, situation: Situation, judge: Judge, apart: Satisfied): Verdict {
  if (!apart.asks) return apart;
  const { sameField: _sameField, ...without } = rule;
  for (const value of valuesOf(field, situation)) {
    const sharing = narrowed(situation, (paper) => fieldValue(paper, field) === value);
    const verdict = judgeAll(without, sharing, judge);
    if (verdict.satisfied) return verdict;
  }
  return {
    satisfied: false,
    missing: [{ reason: `different-${field}`, documents: apart.documents }],
    shortfall: 1,
  };
}

function valuesOf(field: string, situation: Situation): ReadonlySet<string> {
  const values = new Set<string>();
  for (const candidates of situation.byType.values())
    for (const { paper } of candidates) {
      const value = fieldValue(paper, field);
      if (value !== null) values.add(value);
    }
  return values;
}

function fieldValue(paper: Paper, field: string): string | null {
  const value = paper.value(field);
  return value === undefined ? null : typeof value === "string" ? tidyValue(value) : String(value);
}

/** Choices inside choices multiply: a rule made to hold up a judgement is told as not satisfied. */
const mostTries = 256;

function judgeOnce(rules: readonly Rule[], situation: Situation, apart: Satisfied): Verdict {
  let best = { open: Number.POSITIVE_INFINITY, clash: [] as readonly string[] };
  let tries = 0;
  for (const parts of waysToFill(rules, situation)) {
    tries += 1;
    if (tries > mostTries) break;
    const { filled, papers } = fillOnce(parts);
    const open = parts.reduce((sum, part) => sum + part.need, 0) - filled;
    if (open === 0) return { ...apart, documents: [...new Set(papers.map((paper) => paper.id))] };
    if (open < best.open) best = { open, clash: usedTwice(parts) };
  }
  return {
    satisfied: false,
    missing: [{ reason: "document-used-twice", documents: best.clash }],
    shortfall: best.open,
  };
}

/** Papers that pass in more than one part: one of them cannot do both jobs. */
function usedTwice(parts: readonly Slots[]): readonly string[] {
  const seen = new Map<Paper, number>();
  for (const part of parts) for (const paper of part.passing) seen.set(paper, (seen.get(paper) ?? 0) + 1);
  return [...seen].filter(([, times]) => times > 1).map(([paper]) => paper.id);
}

/** Each way in which all parts hold, as the papers that each part could take. Periods of time take no paper away. */
function* waysToFill(rules: readonly Rule[], situation: Situation): Generator<readonly Slots[]> {
  const [first, ...rest] = rules;
  if (!first) {
    yield [];
    return;
  }
  for (const own of waysOf(first, situation))
    for (const others of waysToFill(rest, situation)) yield [...own, ...others];
}

function* waysOf(rule: Rule, situation: Situation): Generator<readonly Slots[]> {
  if ("allOf" in rule) yield* waysToFill(rule.allOf, situation);
  else if ("anyOf" in rule) for (const option of rule.anyOf) yield* waysOf(option, situation);
  else if ("onlyIf" in rule) {
    if (conditionHolds(rule.onlyIf.condition, situation.facts) === true) yield* waysOf(rule.onlyIf.then, situation);
    else yield [];
  } else if ("covers" in rule) yield [];
  else {
    const tests = "document" in rule ? { ...rule.document, count: 1 } : rule.nOf;
    const { passing } = sortCandidates(tests.type, tests, situation);
    const papers = passing.map((candidate) => candidate.paper);
    const distinctBy = "nOf" in rule ? rule.nOf.distinctBy : undefined;
    const keyOf = distinctBy === undefined ? null : distinctKey(distinctBy);
    if (papers.length >= tests.count) yield [{ need: tests.count, passing: papers, keyOf }];
  }
}
