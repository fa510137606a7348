import { conditionHolds } from "./conditions.ts";
import { judgeCoverage } from "./coverage.ts";
import { distinctKey } from "./distinct-use.ts";
import { furthest, type Satisfied, type Verdict } from "./missing.ts";
import type { CountRule, DocumentRule, Rule } from "./rule.ts";
import type { Situation } from "./situation.ts";
import { type Passing, sortCandidates } from "./sort-candidates.ts";
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
  const { passing, failures } = sortCandidates(rule.type, rule, situation);
  if (passing.length > 0) return met(passing.slice(0, 1));
  return { satisfied: false, missing: [{ type: rule.type, reason: furthest(failures) ?? "missing" }], shortfall: 1 };
}

function judgeCount(rule: CountRule, situation: Situation): Verdict {
  const { passing, failures } = sortCandidates(rule.type, rule, situation);
  const different = rule.distinctBy === undefined ? passing : oneOfEach(passing, rule.distinctBy);
  if (different.length >= rule.count) return met(different.slice(0, rule.count));
  const enough = passing.length >= rule.count;
  const reason = enough ? (`same-${rule.distinctBy}` as const) : (furthest(failures) ?? "missing");
  // Those that pass are told, or where only their likeness is in the way the different ones; to get are always the latter.
  const have = enough ? different.length : passing.length;
  return {
    satisfied: false,
    missing: [{ type: rule.type, reason, need: rule.count, have }],
    shortfall: rule.count - different.length,
  };
}

/** Of papers with the same value the one that passes for longest; those without a value cannot count. */
function oneOfEach(passing: readonly Passing[], distinctBy: string): readonly Passing[] {
  const keyOf = distinctKey(distinctBy);
  const different = new Map<string, Passing>();
  for (const one of passing) {
    const key = keyOf(one.candidate.paper);
    if (key !== null && !different.has(key)) different.set(key, one);
  }
  return [...different.values()];
}

/** Those that pass for longest were taken, so it stays satisfied until the first of them ends. */
function met(chosen: readonly Passing[]): Satisfied {
  return {
    satisfied: true,
    asks: true,
    documents: chosen.map(({ candidate }) => candidate.paper.id),
    steadyUntil: chosen.at(-1)?.until ?? Number.POSITIVE_INFINITY,
  };
}
