import type { Paper } from "../validity/paper.ts";
import { fillOnce, type Slots } from "./distinct-use.ts";
import { requirementTypes } from "./leaves.ts";
import type { Satisfied, Verdict } from "./missing.ts";
import type { Rule } from "./rule.ts";
import { partedBy, type Situation } from "./situation.ts";
import { fieldValue, waysToFill } from "./ways-to-fill.ts";

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
  for (const sharing of partedBy((paper) => fieldValue(paper, field), requirementTypes(rule), situation)) {
    const verdict = judgeAll(without, sharing, judge);
    if (verdict.satisfied) return verdict;
  }
  return {
    satisfied: false,
    missing: [{ reason: `different-${field}`, documents: apart.documents }],
    shortfall: 1,
  };
}

/** Choices inside choices multiply: a rule made to hold up a judgement is told as not satisfied. */
const mostTries = 256;

function judgeOnce(rules: readonly Rule[], situation: Situation, apart: Satisfied): Verdict {
  let best = { open: Number.POSITIVE_INFINITY, clash: [] as readonly string[] };
  let tries = 0;
  for (const way of waysToFill(rules, situation)) {
    tries += 1;
    if (tries > mostTries) break;
    const { filled, papers } = fillOnce(way.slots);
    const open = way.slots.reduce((sum, part) => sum + part.need, 0) - filled;
    if (open === 0)
      return {
        satisfied: true,
        asks: apart.asks,
        documents: [...new Set([...papers.map((paper) => paper.id), ...way.documents])],
        steadyUntil: Math.min(way.steadyUntil, ...papers.map((paper) => way.until.get(paper) ?? way.steadyUntil)),
      };
    if (open < best.open) best = { open, clash: usedTwice(way.slots) };
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
