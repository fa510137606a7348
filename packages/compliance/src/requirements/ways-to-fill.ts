import type { Paper } from "../validity/paper.ts";
import { tidyValue } from "../validity/paper.ts";
import { conditionHolds } from "./conditions.ts";
import { judgeCoverage } from "./coverage.ts";
import { distinctKey, type Slots } from "./distinct-use.ts";
import { typesNamed } from "./leaves.ts";
import type { Rule } from "./rule.ts";
import { partedBy, type Situation } from "./situation.ts";
import { sortCandidates } from "./sort-candidates.ts";

/** One way in which parts hold: the papers that each could take, and those that only speak for a stretch of time. */
export interface FillingWay {
  readonly slots: readonly Slots[];
  readonly documents: readonly string[];
  /** Documents that are wanting beside those for the slots: stretches of time that are not covered. */
  readonly open: number;
  readonly steadyUntil: number;
  /** Until when each paper passes, in every part that it could be taken for. */
  readonly until: ReadonlyMap<Paper, number>;
}

const nothing: FillingWay = {
  slots: [],
  documents: [],
  open: 0,
  steadyUntil: Number.POSITIVE_INFINITY,
  until: new Map(),
};

/**
 * Each way to go about all parts: with `holding` only those in which every part holds by itself, else all, to see how far
 * each one is. Periods of time take no paper away.
 */
export function* waysToFill(rules: readonly Rule[], situation: Situation, holding: boolean): Generator<FillingWay> {
  const [first, ...rest] = rules;
  if (!first) {
    yield nothing;
    return;
  }
  for (const own of waysOf(first, situation, holding))
    for (const others of waysToFill(rest, situation, holding)) yield together(own, others);
}

function* waysOf(rule: Rule, situation: Situation, holding: boolean): Generator<FillingWay> {
  if ("allOf" in rule) for (const one of sharingIn(rule, situation)) yield* waysToFill(rule.allOf, one, holding);
  else if ("anyOf" in rule) for (const option of rule.anyOf) yield* waysOf(option, situation, holding);
  else if ("onlyIf" in rule) {
    const holds = conditionHolds(rule.onlyIf.condition, situation.facts);
    if (holds === true) yield* waysOf(rule.onlyIf.then, situation, holding);
    else if (holds === false || !holding) yield nothing;
  } else if ("covers" in rule) {
    const verdict = judgeCoverage(rule.covers, situation);
    if (verdict.satisfied) yield { ...nothing, documents: verdict.documents, steadyUntil: verdict.steadyUntil };
    else if (!holding) yield { ...nothing, open: verdict.shortfall };
  } else {
    const tests = "document" in rule ? { ...rule.document, count: 1 } : rule.nOf;
    const distinctBy = "nOf" in rule ? rule.nOf.distinctBy : undefined;
    const { passing } = sortCandidates(tests.type, tests, situation);
    if (holding && passing.length < tests.count) return;
    const papers = passing.map(({ candidate }) => candidate.paper);
    const keyOf = distinctBy === undefined ? null : distinctKey(distinctBy);
    const until = new Map(passing.map((one) => [one.candidate.paper, one.until]));
    yield { ...nothing, slots: [{ need: tests.count, passing: papers, keyOf }], until };
  }
}

/** The situation once for each value that could be shared, where a value has to be; and once without any paper. */
function sharingIn(rule: Extract<Rule, { allOf: unknown }>, situation: Situation): readonly Situation[] {
  const { sameField } = rule;
  if (sameField === undefined) return [situation];
  const shared = partedBy((paper) => fieldValue(paper, sameField), typesNamed(rule), situation);
  return [...shared, { ...situation, byType: new Map() }];
}

function together(one: FillingWay, two: FillingWay): FillingWay {
  const until = new Map(one.until);
  for (const [paper, day] of two.until) until.set(paper, Math.min(day, until.get(paper) ?? day));
  return {
    slots: [...one.slots, ...two.slots],
    documents: [...one.documents, ...two.documents],
    open: one.open + two.open,
    steadyUntil: Math.min(one.steadyUntil, two.steadyUntil),
    until,
  };
}

/** The value of a field as it is compared, or null when it is not filled in. */
export function fieldValue(paper: Paper, field: string): string | null {
  const value = paper.value(field);
  return value === undefined ? null : typeof value === "string" ? tidyValue(value) : String(value);
}
