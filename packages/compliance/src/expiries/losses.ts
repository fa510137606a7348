import { addMonths, type CivilDay, parseDay } from "../dates/civil-day.ts";
import { type Passport, situationOn } from "../readiness/readiness.ts";
import { conditionHolds } from "../requirements/conditions.ts";
import { judgeCoverage } from "../requirements/coverage.ts";
import { lastGoodDay } from "../requirements/document-tests.ts";
import { judge } from "../requirements/judge.ts";
import { leavesOf, typesNamed } from "../requirements/leaves.ts";
import type { CoverRule, Rule } from "../requirements/rule.ts";
import { candidatesFor, type Situation } from "../requirements/situation.ts";
import type { Paper } from "../validity/paper.ts";
import { rivalsIn } from "./rivals.ts";

/**
 * Papers whose end takes something from a rule, each with its last good day for it. A paper is among them when the rule
 * wants more documents without it than it would if that paper had not ended: so one that another replaces is not, and of
 * two that did the same job only the one that lasted longer is.
 */
export function lossesOf(rule: Rule, passport: Passport, today: CivilDay): ReadonlyMap<Paper, CivilDay> {
  const losses = new Map<Paper, CivilDay>();
  for (const part of independentParts(rule, passport))
    for (const [paper, end] of "covers" in part
      ? coverLosses(part.covers, passport, today)
      : datedLosses(part, passport, today))
      losses.set(paper, Math.min(end, losses.get(paper) ?? end));
  return losses;
}

/** Parts that each want what they want whatever the others get, without those that a condition leaves out. */
function independentParts(rule: Rule, passport: Passport): readonly Rule[] {
  if ("onlyIf" in rule)
    return conditionHolds(rule.onlyIf.condition, passport.facts) === true
      ? independentParts(rule.onlyIf.then, passport)
      : [];
  if (!("allOf" in rule) || rule.sameField !== undefined) return [rule];
  if (!rule.eachDocumentOnce) return rule.allOf.flatMap((part) => independentParts(part, passport));
  // Periods of time take no paper away from the other parts.
  const covers = rule.allOf.filter((part) => "covers" in part);
  return [...covers, { ...rule, allOf: rule.allOf.filter((part) => !("covers" in part)) }];
}

interface Ending {
  readonly paper: Paper;
  readonly end: CivilDay;
}

function datedLosses(rule: Rule, passport: Passport, today: CivilDay): ReadonlyMap<Paper, CivilDay> {
  const situation = situationOn(passport, today);
  const endings = endingsIn(rule, situation);
  const losses = new Map<Paper, CivilDay>();
  const rivals = rivalsIn(
    rule,
    endings,
    candidatesFor(situation, typesNamed(rule)).map(({ paper }) => paper),
  );
  const ended = lasting(endings.filter(({ end }) => end < today));
  const note = (found: readonly Ending[]) => {
    for (const { paper, end } of found) if (!losses.has(paper)) losses.set(paper, end);
  };
  note(missed(rule, rivals.best(ended), situation));

  let steadyUntil = Number.NEGATIVE_INFINITY;
  for (const [end, group] of byEnd(endings.filter((ending) => ending.end >= today))) {
    if (end + 1 < steadyUntil) continue;
    const critical = rivals.critical(group, end + 1);
    if (critical.length === 0) continue;
    const after = situationOn(passport, end + 1);
    const verdict = judge(rule, after);
    if (verdict.satisfied) steadyUntil = verdict.steadyUntil;
    else note(missed(rule, critical, after));
  }
  return losses;
}

/** Each paper's last good day in each part of the rule. */
function endingsIn(rule: Rule, situation: Situation): readonly Ending[] {
  return leavesOf(rule).flatMap(({ types, tests }) =>
    candidatesFor(situation, types).flatMap((candidate) => {
      const end = lastGoodDay(candidate, tests, situation);
      return end === null ? [] : [{ paper: candidate.paper, end }];
    }),
  );
}

/** Each paper once, with its latest end; those that lasted longest come first. */
function lasting(endings: readonly Ending[]): readonly Ending[] {
  const latest = new Map<Paper, Ending>();
  for (const ending of endings) {
    const known = latest.get(ending.paper);
    if (!known || known.end < ending.end) latest.set(ending.paper, ending);
  }
  return [...latest.values()].sort((one, two) => two.end - one.end);
}

function byEnd(endings: readonly Ending[]): readonly (readonly [CivilDay, readonly Ending[]])[] {
  const groups = new Map<CivilDay, Ending[]>();
  for (const ending of endings) {
    const known = groups.get(ending.end);
    if (known) known.push(ending);
    else groups.set(ending.end, [ending]);
  }
  return [...groups].sort(([one], [two]) => one - two);
}

/**
 * Of papers that have ended, sorted with those that lasted longest first, the ones without which the rule wants more: the
 * fewest that would have to go on for it to want as little as if all did. Others are let go many at a time.
 */
function missed(rule: Rule, endings: readonly Ending[], situation: Situation): readonly Ending[] {
  const wantedWith = (some: readonly Ending[]) => {
    const undated = new Set(some.map(({ paper }) => paper));
    const verdict = judge(rule, some.length === 0 ? situation : { ...situation, undated });
    return verdict.satisfied ? 0 : 1 + verdict.shortfall;
  };
  const least = wantedWith(endings);
  const needed = (some: readonly Ending[], others: readonly Ending[]): readonly Ending[] => {
    if (wantedWith(others) <= least) return [];
    if (some.length < 2) return some;
    const half = some.length >> 1;
    const [longer, shorter] = [some.slice(0, half), some.slice(half)];
    const kept = needed(shorter, [...others, ...longer]);
    return [...needed(longer, [...others, ...kept]), ...kept];
  };
  return needed(endings, []);
}

/** A stretch of time that is covered up to now stops being so when the hole since the last paper has grown too long. */
function coverLosses(rule: CoverRule, passport: Passport, today: CivilDay): readonly (readonly [Paper, CivilDay])[] {
  let on = today;
  let verdict = judgeCoverage(rule, situationOn(passport, on));
  while (verdict.satisfied && verdict.steadyUntil !== Number.POSITIVE_INFINITY) {
    on = verdict.steadyUntil;
    verdict = judgeCoverage(rule, situationOn(passport, on));
  }
  if (verdict.satisfied) return [];
  const last = verdict.missing.flatMap((piece) => (piece.reason === "gap" && "from" in piece ? [piece] : [])).at(-1);
  const from = last === undefined ? null : parseDay(last.from);
  const to = last === undefined ? null : parseDay(last.to);
  // A hole that does not reach up to the day is one of the past: no paper ended.
  if (from === null || to !== on || from <= addMonths(on, -rule.months)) return [];
  const ended = candidatesFor(situationOn(passport, on), [rule.type, rule.orExplainedBy ?? []].flat()).find(
    ({ paper }) => [paper.day("periodTo") ?? paper.day("receivedOn"), paper.day("gapTo")].includes(from - 1),
  );
  return ended ? [[ended.paper, from + (rule.gapDaysAllowed ?? 0) - 1]] : [];
}
