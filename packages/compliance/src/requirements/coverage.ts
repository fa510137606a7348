import { addMonths, type CivilDay, formatDay } from "../dates/civil-day.ts";
import type { Paper } from "../validity/paper.ts";
import type { Missing, Verdict } from "./missing.ts";
import type { CoverRule } from "./rule.ts";
import { candidatesFor, type Situation } from "./situation.ts";

interface Span {
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly paper: Paper;
}

/**
 * Whether the periods of documents leave no hole in the last n months. A reference without an end speaks up to the day
 * it was received: a referee can only speak for the past.
 */
export function judgeCoverage(rule: CoverRule, situation: Situation): Verdict {
  const spans = spansOf(rule, situation);
  const allowed = rule.gapDaysAllowed ?? 0;
  const windowFrom = addMonths(situation.on, -rule.months);
  const holes = holesIn(spans, windowFrom, situation.on).filter((hole) => hole.to - hole.from + 1 > allowed);
  if (holes.length > 0) {
    const missing = holes.map(
      (hole): Missing => ({ type: rule.type, reason: "gap", from: formatDay(hole.from), to: formatDay(hole.to) }),
    );
    return { satisfied: false, missing, shortfall: holes.length };
  }
  const used = spans.filter((span) => span.to >= windowFrom && span.from <= situation.on);
  return {
    satisfied: true,
    asks: true,
    documents: [...new Set(used.map((span) => span.paper.id))],
    steadyUntil: nextLongHole(spans, situation.on, allowed),
  };
}

function spansOf(rule: CoverRule, situation: Situation): readonly Span[] {
  const span = (paper: Paper, from: string, to: CivilDay | null): readonly Span[] => {
    const begins = paper.day(from);
    return begins === null || to === null || to < begins ? [] : [{ from: begins, to, paper }];
  };
  const periods = candidatesFor(situation, rule.type).flatMap(({ paper }) =>
    span(paper, "periodFrom", paper.day("periodTo") ?? paper.day("receivedOn")),
  );
  const explained =
    rule.orExplainedBy === undefined
      ? []
      : candidatesFor(situation, rule.orExplainedBy).flatMap(({ paper }) => span(paper, "gapFrom", paper.day("gapTo")));
  return [...periods, ...explained].sort((one, two) => one.from - two.from);
}

/** Uncovered stretches between two days, both included. Spans come sorted by their beginning. */
function holesIn(spans: readonly Span[], from: CivilDay, to: CivilDay): { from: CivilDay; to: CivilDay }[] {
  const holes: { from: CivilDay; to: CivilDay }[] = [];
  let next = from;
  for (const span of spans) {
    if (span.from > to) break;
    if (span.from > next) holes.push({ from: next, to: span.from - 1 });
    next = Math.max(next, span.to + 1);
  }
  if (next <= to) holes.push({ from: next, to });
  return holes;
}

/** The first day after `on` on which a hole that is still short has grown too long. */
function nextLongHole(spans: readonly Span[], on: CivilDay, allowed: number): number {
  let covered = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    const tooLongOn = covered + allowed + 1;
    if (tooLongOn > on && span.from > tooLongOn) return tooLongOn;
    covered = Math.max(covered, span.to);
  }
  return Math.max(on + 1, covered + allowed + 1);
}
