import type { StandsInFor } from "../catalogue/document-type.ts";
import type { CivilDay } from "../dates/civil-day.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { type HeldDocument, type Paper, paperOf, passesFieldTest } from "../validity/paper.ts";
import type { Overturned } from "../validity/update-service.ts";

/** A paper that may count as some type: its own, or one that it stands in for. */
export interface Candidate {
  readonly paper: Paper;
  readonly standsIn: StandsInFor | null;
  /** What a status check found, where it counts as nothing because of that. */
  readonly overturned?: Overturned | undefined;
}

/** What is held, what has been answered, and the day asked about. */
export interface Situation {
  readonly byType: ReadonlyMap<string, readonly Candidate[]>;
  readonly facts: FactAnswers;
  readonly on: CivilDay;
  /** The day the papers are shown: recency limits are tested on it. */
  readonly shownOn: CivilDay;
  /** Papers taken to be good on any day, to see what their end takes away. */
  readonly undated?: ReadonlySet<Paper>;
}

export function situationOf(
  papers: readonly Paper[],
  facts: FactAnswers,
  on: CivilDay,
  shownOn: CivilDay = on,
): Situation {
  return { byType: candidatesByType(papers), facts, on, shownOn };
}

/**
 * Every paper under each type it may count as. `overturned` is given where a whole passport is judged; a rule by itself is
 * judged by what its papers say (the requirement language looks at one document at a time).
 */
export function candidatesByType(
  papers: readonly Paper[],
  overturned?: ReadonlyMap<Paper, Overturned>,
): Map<string, Candidate[]> {
  const byType = new Map<string, Candidate[]>();
  const add = (type: string, candidate: Candidate) => {
    const known = byType.get(type);
    if (known) known.push(candidate);
    else byType.set(type, [candidate]);
  };
  for (const paper of papers) {
    const found = overturned?.get(paper);
    add(paper.typeId, { paper, standsIn: null, overturned: found });
    for (const standsIn of paper.type?.alsoCountsAs ?? [])
      if (!standsIn.onlyIf || passesFieldTest(paper, standsIn.onlyIf))
        add(standsIn.type, { paper, standsIn, overturned: found });
  }
  return byType;
}

/** Every type that one of these may count as: its own, and where its details allow it those that it stands in for. */
export function countsAs(held: readonly HeldDocument[]): ReadonlySet<string> {
  return new Set(candidatesByType(held.map(paperOf)).keys());
}

/** Each paper once, as its own type where that is among those asked for. */
export function candidatesFor(situation: Situation, types: string | readonly string[]): readonly Candidate[] {
  if (typeof types === "string") return situation.byType.get(types) ?? [];
  const chosen = new Map<Paper, Candidate>();
  for (const type of types)
    for (const candidate of situation.byType.get(type) ?? [])
      if (!chosen.has(candidate.paper) || candidate.standsIn === null) chosen.set(candidate.paper, candidate);
  return [...chosen.values()];
}

/**
 * The same situation once for each value that papers of these types share, with only the papers that have it. Papers are
 * looked at once each, however many values there are.
 */
export function partedBy(
  sharedValue: (paper: Paper) => string | null,
  types: readonly string[],
  situation: Situation,
): readonly Situation[] {
  const byValue = new Map<string, Map<string, Candidate[]>>();
  for (const type of new Set(types))
    for (const candidate of situation.byType.get(type) ?? []) {
      const value = sharedValue(candidate.paper);
      if (value === null) continue;
      const byType = byValue.get(value) ?? new Map<string, Candidate[]>();
      byValue.set(value, byType);
      const known = byType.get(type);
      if (known) known.push(candidate);
      else byType.set(type, [candidate]);
    }
  return [...byValue.values()].map((byType) => ({ ...situation, byType }));
}
