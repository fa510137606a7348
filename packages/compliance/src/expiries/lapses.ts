import { type CivilDay, dayOf, formatDay } from "../dates/civil-day.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { openPassport } from "../readiness/readiness.ts";
import { isWanted, type Requirement } from "../requirements/rule.ts";
import type { HeldDocument, Paper } from "../validity/paper.ts";
import { lossesOf } from "./losses.ts";
import { ownEnds } from "./own-ends.ts";

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

interface Want {
  readonly key: string;
  end: CivilDay;
  readonly requirements: string[];
}

/**
 * Which held papers stop counting, when, and who wants each: by the day on which a hirer's list loses something, and for
 * papers that no list loses anything by, by their own end. A paper that another held one has replaced is left out, and so
 * is what is wanted only when somebody asks. In order of the last good day.
 * @param asked `on` is `YYYY-MM-DD`, a civil date in Europe/London; a RangeError when it does not exist.
 */
export function lapses(
  askings: readonly Asking[],
  held: readonly HeldDocument[],
  asked: { readonly on: string; readonly facts?: FactAnswers | undefined },
): readonly Lapse[] {
  const today = dayOf(asked.on);
  const passport = openPassport(held, asked.facts ?? {});
  const wanted = new Map<Paper, Want[]>();
  for (const { key, requirements } of askings)
    for (const { id, rule } of requirements.filter(isWanted))
      for (const [paper, end] of lossesOf(rule, passport, today)) note(wanted, paper, key, end, id);
  const own = ownEnds(passport.papers, today);
  return passport.papers
    .flatMap((paper) => {
      const wants = wanted.get(paper) ?? [];
      const end = wants.length > 0 ? Math.min(...wants.map((want) => want.end)) : own.get(paper);
      return end === undefined ? [] : [{ paper, wants, end }];
    })
    .sort((one, two) => one.end - two.end)
    .map(({ paper, wants, end }) => ({
      documentId: paper.id,
      type: paper.typeId,
      endsOn: formatDay(end),
      wantedBy: wants.map((want) => ({
        key: want.key,
        endsOn: formatDay(want.end),
        requirements: want.requirements,
      })),
    }));
}

/** One hirer's requirements come one after another. */
function note(wanted: Map<Paper, Want[]>, paper: Paper, key: string, end: CivilDay, requirement: string): void {
  const wants = wanted.get(paper) ?? [];
  wanted.set(paper, wants);
  const known = wants.at(-1);
  if (known?.key === key) {
    known.end = Math.min(known.end, end);
    known.requirements.push(requirement);
  } else wants.push({ key, end, requirements: [requirement] });
}
