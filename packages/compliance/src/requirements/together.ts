import type { Paper } from "../validity/paper.ts";
import { fillOnce, type Slots } from "./distinct-use.ts";
import { typesNamed } from "./leaves.ts";
import type { Satisfied, Verdict } from "./missing.ts";
import type { Rule } from "./rule.ts";
import { partedBy, type Situation } from "./situation.ts";
import { type FillingWay, fieldValue, waysToFill } from "./ways-to-fill.ts";

type All = Extract<Rule, { allOf: unknown }>;
type Judge = (rule: Rule, situation: Situation) => Verdict;

/** Every part, and where asked with no document used in two parts, or with documents that share the value of a field. */
export function judgeAll(rule: All, situation: Situation, judge: Judge): Verdict {
  const parts = judgeParts(rule.allOf, situation, judge);
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

/**
 * Certificate and subscription must carry the same number: each value that is there is tried, and a new one. Of those that
 * hold, the one that does so for longest is taken. Where the parts do not even hold apart, that is what is told.
 */
function judgeSharing(rule: All, field: string, situation: Situation, judge: Judge, apart: Verdict): Verdict {
  if (apart.satisfied && !apart.asks) return apart;
  const { sameField: _sameField, ...without } = rule;
  const shared = partedBy((paper) => fieldValue(paper, field), typesNamed(rule), situation);
  let shortfall = Number.POSITIVE_INFINITY;
  let longest: Satisfied | null = null;
  for (const sharing of [...shared, { ...situation, byType: new Map() }]) {
    const verdict = judgeAll(without, sharing, judge);
    if (!verdict.satisfied) shortfall = Math.min(shortfall, verdict.shortfall);
    else if (longest === null || verdict.steadyUntil > longest.steadyUntil) longest = verdict;
  }
  if (longest !== null) return longest;
  if (!apart.satisfied) return { ...apart, shortfall };
  return { satisfied: false, missing: [{ reason: `different-${field}`, documents: apart.documents }], shortfall };
}

/** Choices inside choices multiply: a rule made to hold up a judgement is told as not satisfied. */
const mostTries = 256;

function judgeOnce(rules: readonly Rule[], situation: Situation, apart: Verdict): Verdict {
  const { found, fewest, clash } = fill(rules, situation, apart.satisfied);
  if (found && apart.satisfied)
    return {
      satisfied: true,
      asks: apart.asks,
      documents: [...new Set([...found.papers.map((paper) => paper.id), ...found.way.documents])],
      steadyUntil: steadyUntil(found.way, found.papers),
    };
  if (!apart.satisfied) return { ...apart, shortfall: Math.max(fewest, apart.shortfall) };
  return { satisfied: false, missing: [{ reason: "document-used-twice", documents: clash }], shortfall: fewest };
}

interface Filled {
  /** A way in which nothing is wanting, with a paper for each slot. */
  readonly found: { readonly way: FillingWay; readonly papers: readonly Paper[] } | null;
  /** How many documents are wanting in the way that wants fewest, and the papers that it would use twice. */
  readonly fewest: number;
  readonly clash: readonly string[];
}

function fill(rules: readonly Rule[], situation: Situation, holding: boolean): Filled {
  let nearest: Filled = { found: null, fewest: Number.POSITIVE_INFINITY, clash: [] };
  let tries = 0;
  for (const way of waysToFill(rules, situation, holding)) {
    tries += 1;
    if (tries > mostTries) break;
    const { filled, papers } = fillOnce(way.slots);
    const fewest = way.slots.reduce((sum, part) => sum + part.need, way.open) - filled;
    if (fewest < nearest.fewest) nearest = { found: null, fewest, clash: usedTwice(way.slots) };
    if (fewest === 0) return { ...nearest, found: { way, papers } };
  }
  return nearest;
}

function steadyUntil(way: FillingWay, papers: readonly Paper[]): number {
  return Math.min(way.steadyUntil, ...papers.map((paper) => way.until.get(paper) ?? way.steadyUntil));
}

/** Papers that pass in more than one part: one of them cannot do both jobs. */
function usedTwice(parts: readonly Slots[]): readonly string[] {
  const seen = new Map<Paper, number>();
  for (const part of parts) for (const paper of part.passing) seen.set(paper, (seen.get(paper) ?? 0) + 1);
  return [...seen].filter(([, times]) => times > 1).map(([paper]) => paper.id);
}
