import { type CivilDay, dayOf, formatDay } from "../dates/civil-day.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { judge } from "../requirements/judge.ts";
import type { Requirement } from "../requirements/rule.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { openPassport, type Passport, situationOn } from "./readiness.ts";

/**
 * The last day until which each requirement that is held stays so by waiting alone, by its id, as `YYYY-MM-DD`; null for
 * one that never ends. What is not held on the day asked from, or not asked, is left out. Days are civil dates in
 * Europe/London; a RangeError for one that does not exist.
 */
export function heldUntil(
  requirements: readonly Requirement[],
  held: readonly HeldDocument[],
  asked: { readonly from: string; readonly facts?: FactAnswers | undefined },
): ReadonlyMap<string, string | null> {
  const passport = openPassport(held, asked.facts ?? {});
  const from = dayOf(asked.from);
  return new Map(
    requirements.flatMap((requirement): [string, string | null][] => {
      const last = lastHeld(requirement, passport, from);
      return last === undefined ? [] : [[requirement.id, last === null ? null : formatDay(last)]];
    }),
  );
}

/** Each verdict says until when it is steady, so only days on which something can change are looked at. */
function lastHeld({ rule }: Requirement, passport: Passport, from: CivilDay): CivilDay | null | undefined {
  let last: CivilDay | null | undefined;
  for (let on = from; ; ) {
    const verdict = judge(rule, situationOn(passport, on));
    if (!verdict.satisfied || !verdict.asks) return last;
    if (verdict.steadyUntil === Number.POSITIVE_INFINITY) return null;
    last = verdict.steadyUntil - 1;
    on = verdict.steadyUntil;
  }
}
