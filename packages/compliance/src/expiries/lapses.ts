import { type CivilDay, dayOf, formatDay } from "../dates/civil-day.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { openPassport, type Passport, situationOn } from "../readiness/readiness.ts";
import { testDocument } from "../requirements/document-tests.ts";
import { judge } from "../requirements/judge.ts";
import { type Leaf, leavesOf } from "../requirements/leaves.ts";
import type { Requirement, Rule } from "../requirements/rule.ts";
import { type Candidate, candidatesFor } from "../requirements/situation.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { documentStates } from "../validity/states.ts";
import type { Validity } from "../validity/validity.ts";

/** What one hirer asks for, under a name of the caller's. */
export interface Asking {
  readonly key: string;
  readonly requirements: readonly Requirement[];
}

/** A held paper that stops counting: one for each paper. */
export interface Lapse {
  readonly documentId: string;
  readonly type: string;
  /** The last good day, `YYYY-MM-DD`: the earliest for anybody who wants it, else the paper's own. */
  readonly endsOn: string;
  /** Who loses something on the day after their `endsOn` because this paper counts no more. */
  readonly wantedBy: readonly {
    readonly key: string;
    readonly endsOn: string;
    readonly requirements: readonly string[];
  }[];
}

/** Of papers that do the same job only the best few can matter; the rest are spared the trial. */
const mostTried = 12;

/**
 * Which held papers stop counting, when, and who wants each: by the paper's own end, and where a hirer's rule is stricter
 * by that. A paper that another held one has replaced is left out. In order of the last good day.
 * @param day `YYYY-MM-DD`, Europe/London: what is wanted is asked of this day, or of the paper's last one where that is later.
 */
export function lapses(
  askings: readonly Asking[],
  held: readonly HeldDocument[],
  asked: { readonly on: string; readonly facts?: FactAnswers | undefined },
): readonly Lapse[] {
  const passport = openPassport(held, asked.facts ?? {});
  const today = dayOf(asked.on);
  const wanted = new Map<string, { key: string; end: CivilDay; requirements: string[] }[]>();
  for (const { key, requirements } of askings)
    for (const requirement of requirements)
      for (const [id, end] of losses(requirement.rule, passport, today)) note(wanted, id, key, end, requirement.id);

  const states = documentStates(held, asked.on);
  return held
    .flatMap((document): Lapse[] => {
      const wants = wanted.get(document.id) ?? [];
      const end = wants.length > 0 ? Math.min(...wants.map((want) => want.end)) : ownEnd(document, held, states);
      if (end === null) return [];
      const wantedBy = wants.map((want) => ({ ...want, endsOn: formatDay(want.end) }));
      return [
        {
          documentId: document.id,
          type: document.type,
          endsOn: formatDay(end),
          wantedBy: wantedBy.map(({ key, endsOn, requirements }) => ({ key, endsOn, requirements })),
        },
      ];
    })
    .sort((one, two) => (one.endsOn < two.endsOn ? -1 : one.endsOn > two.endsOn ? 1 : 0));
}

function note(
  wanted: Map<string, { key: string; end: CivilDay; requirements: string[] }[]>,
  id: string,
  key: string,
  end: CivilDay,
  requirement: string,
): void {
  const of = wanted.get(id) ?? [];
  wanted.set(id, of);
  const known = of.find((want) => want.key === key);
  if (!known) of.push({ key, end, requirements: [requirement] });
  else {
    known.end = Math.min(known.end, end);
    known.requirements.push(requirement);
  }
}

/** Papers whose end takes something from this rule: it holds with them on their last good day, and not on the day after, nor today. */
function losses(rule: Rule, passport: Passport, today: CivilDay): Map<string, CivilDay> {
  const lost = new Map<string, CivilDay>();
  const heldToday = judge(rule, situationOn(passport, today)).satisfied;
  for (const { candidate, end } of endsIn(rule, passport, today)) {
    if (end < today && heldToday) continue; // another one does its job now
    const before = judge(rule, situationOn(passport, end));
    if (!before.satisfied || !before.documents.includes(candidate.paper.id)) continue;
    if (judge(rule, situationOn(passport, end + 1)).satisfied) continue;
    const known = lost.get(candidate.paper.id);
    lost.set(candidate.paper.id, known === undefined ? end : Math.max(known, end));
  }
  return lost;
}

/** The last good day of each paper for each part of the rule, the latest ends first. */
function endsIn(rule: Rule, passport: Passport, today: CivilDay): { candidate: Candidate; end: CivilDay }[] {
  return leavesOf(rule).flatMap((leaf) =>
    candidatesFor(situationOn(passport, today), leaf.types)
      .flatMap((candidate) => {
        const end = lastGoodDay(candidate, leaf, passport, today);
        return end === null ? [] : [{ candidate, end }];
      })
      .sort((one, two) => two.end - one.end)
      .slice(0, mostTried),
  );
}

/** Asked on a day on which it passes: today, or the day it is from. Null when it never passes, or never ends. */
function lastGoodDay(candidate: Candidate, leaf: Leaf, passport: Passport, today: CivilDay): CivilDay | null {
  const { paper } = candidate;
  const rule = paper.type?.validity;
  const days = [today, rule?.from, rule?.start, rule?.until].map((day) =>
    typeof day === "string" ? paper.day(day) : (day ?? null),
  );
  for (const day of days) {
    if (day === null) continue;
    const tested = testDocument(candidate, leaf.tests, situationOn(passport, day));
    if (tested.passes) return tested.passesUntil === Number.POSITIVE_INFINITY ? null : tested.passesUntil - 1;
  }
  return null;
}

/** The paper's own end, where no other held paper of its type goes on for longer. */
function ownEnd(
  document: HeldDocument,
  held: readonly HeldDocument[],
  states: ReadonlyMap<string, Validity>,
): CivilDay | null {
  const own = states.get(document.id)?.expiresOn ?? null;
  if (own === null) return null;
  const replaced = held.some((other) => {
    if (other.id === document.id || other.type !== document.type) return false;
    const state = states.get(other.id);
    if (state === undefined || state.status === "awaiting-date") return false;
    return state.expiresOn === null || state.expiresOn > own || (state.expiresOn === own && other.id > document.id);
  });
  return replaced ? null : dayOf(own);
}
