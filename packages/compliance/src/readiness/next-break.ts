import { type CivilDay, dayOf, formatDay } from "../dates/civil-day.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { judge } from "../requirements/judge.ts";
import type { Missing } from "../requirements/missing.ts";
import { isWanted, type Requirement } from "../requirements/rule.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { openPassport, type Passport, situationOn } from "./readiness.ts";

export interface Break {
  /** The first day on which something held on the day before is held no more. */
  readonly on: string;
  /** Ids of the requirements that break on that day, and why. */
  readonly requirements: readonly { readonly id: string; readonly missing: readonly Missing[] }[];
}

/**
 * The next day on which what is held for these requirements breaks by waiting alone, and why; null when nothing ever does.
 * Requirements that are not held on the day asked from are left out: they are broken already. So is what is wanted only when
 * somebody asks.
 */
export function nextBreak(
  requirements: readonly Requirement[],
  held: readonly HeldDocument[],
  asked: { readonly from: string; readonly facts?: FactAnswers | undefined },
): Break | null {
  return nextBreakFrom(requirements, openPassport(held, asked.facts ?? {}), dayOf(asked.from));
}

export function nextBreakFrom(requirements: readonly Requirement[], passport: Passport, from: CivilDay): Break | null {
  let first = Number.POSITIVE_INFINITY;
  let broken: { id: string; missing: readonly Missing[] }[] = [];
  for (const requirement of requirements.filter(isWanted)) {
    const found = breakOf(requirement, passport, from, first);
    if (!found) continue;
    if (found.on < first) broken = [];
    first = found.on;
    broken.push({ id: requirement.id, missing: found.missing });
  }
  return broken.length === 0 ? null : { on: formatDay(first), requirements: broken };
}

/** Each verdict says until when it is steady, so only days on which something can change are looked at. */
function breakOf(
  requirement: Requirement,
  passport: Passport,
  from: CivilDay,
  noLaterThan: number,
): { on: CivilDay; missing: readonly Missing[] } | null {
  let on = from;
  while (on <= noLaterThan) {
    const verdict = judge(requirement.rule, situationOn(passport, on));
    if (!verdict.satisfied) return on === from ? null : { on, missing: verdict.missing };
    if (verdict.steadyUntil === Number.POSITIVE_INFINITY) return null;
    on = verdict.steadyUntil;
  }
  return null;
}
