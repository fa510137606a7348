import { conditionHolds } from "./conditions.ts";
import { judgeCoverage } from "./coverage.ts";
import { distinctKey } from "./distinct-use.ts";
import { furthest, type Missing, type Verdict } from "./missing.ts";
import type { CountRule, DocumentRule, Rule } from "./rule.ts";
import type { Candidate, Situation } from "./situation.ts";
import { sortCandidates } from "./sort-candidates.ts";
import { judgeAll } from "./together.ts";

/** Judges one rule in a situation. The rule is taken to be well formed: see `checkProfile`. */
export function judge(rule: Rule, situation: Situation): Verdict {
  if ("document" in rule) return judgeDocument(rule.document, situation);
  if ("nOf" in rule) return judgeCount(rule.nOf, situation);
  if ("covers" in rule) return judgeCoverage(rule.covers, situation);
  if ("anyOf" in rule) return judgeAny(rule.anyOf, situation);
  if ("onlyIf" in rule) return judgeOnlyIf(rule.onlyIf, situation);
  return judgeAll(rule, situation, judge);
}

function judgeOnlyIf({ condition, then }: Extract<Rule, { onlyIf: unknown }>["onlyIf"], situation: Situation): Verdict {
  const holds = conditionHolds(condition, situation.facts);
  if (holds === "unknown")
    return { satisfied: false, missing: [{ fact: condition.fact, reason: "fact-unknown" }], shortfall: 0 };
  if (holds) return judge(then, situation);
  return { satisfied: true, asks: false, documents: [], steadyUntil: Number.POSITIVE_INFINITY };
}

/** Of those that hold, the first; of those that do not, the one that needs least, the first listed on a tie. */
function judgeAny(options: readonly Rule[], situation: Situation): Verdict {
  let nearest: Verdict = { satisfied: false, missing: [], shortfall: Number.POSITIVE_INFINITY };
  for (const option of options) {
    const verdict = judge(option, situation);
    if (verdict.satisfied) return verdict;
    if (!nearest.satisfied && verdict.shortfall < nearest.shortfall) nearest = verdict;
  }
  return nearest;
}

function judgeDocument(rule: DocumentRule, situation: Situation): Verdict {
  const { passing, failures, steadyUntil } = sortCandidates(rule.type, rule, situation);
  const [first] = passing;
  if (first) return { satisfied: true, asks: true, documents: [first.paper.id], steadyUntil };
  return { satisfied: false, missing: [{ type: rule.type, reason: furthest(failures) ?? "missing" }], shortfall: 1 };
}

function judgeCount(rule: CountRule, situation: Situation): Verdict {
  const { passing, failures, steadyUntil } = sortCandidates(rule.type, rule, situation);
  const short = (reason: Extract<Missing, { need?: number }>["reason"], have: number): Verdict => ({
    satisfied: false,
    missing: [{ type: rule.type, reason, need: rule.count, have }],
    shortfall: rule.count - have,
  });
  if (passing.length < rule.count) return short(furthest(failures) ?? "missing", passing.length);
  if (rule.distinctBy === undefined)
    return { satisfied: true, asks: true, documents: idsOf(passing.slice(0, rule.count)), steadyUntil };
  const keyOf = distinctKey(rule.distinctBy);
  const different = new Map<string, Candidate>();
  for (const candidate of passing) {
    const key = keyOf(candidate.paper);
    if (key !== null && !different.has(key)) different.set(key, candidate);
  }
  if (different.size < rule.count) return short(`same-${rule.distinctBy}`, different.size);
  return { satisfied: true, asks: true, documents: idsOf([...different.values()].slice(0, rule.count)), steadyUntil };
}

function idsOf(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map((candidate) => candidate.paper.id);
}
