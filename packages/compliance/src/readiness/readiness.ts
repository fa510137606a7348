import { type CivilDay, dayOf, formatDay } from "../dates/civil-day.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { judge } from "../requirements/judge.ts";
import type { Asked } from "../requirements/judge-held.ts";
import type { Missing, Verdict } from "../requirements/missing.ts";
import { isWanted, type Need, type Requirement } from "../requirements/rule.ts";
import { candidatesByType, type Situation } from "../requirements/situation.ts";
import { type HeldDocument, type Paper, paperOf } from "../validity/paper.ts";
import { overturnedBy } from "../validity/update-service.ts";
import { originalMustBeShown } from "./originals.ts";

/** "cannot-tell": nothing is known to be missing, but a question is open on which it depends. */
export type RequirementState = "held" | "not-held" | "cannot-tell" | "not-asked";

export interface RequirementReadiness {
  readonly id: string;
  readonly title: string;
  readonly need: Need;
  readonly state: RequirementState;
  /** What would make it held; empty when it is. */
  readonly missing: readonly Missing[];
  /** Ids of the documents that together satisfy it. */
  readonly documents: readonly string[];
}

/** How far someone is, on one day, with what one hirer asks for. It never says that they may work: the agency decides. */
export interface Readiness {
  readonly on: string;
  readonly requirements: readonly RequirementReadiness[];
  /** How much is asked of this person, without what a condition leaves out and what is wanted only if asked for. */
  readonly asked: number;
  readonly held: number;
  /** Everything asked for is held. The originals are counted apart. */
  readonly ready: boolean;
  /** Ids of documents used whose original has still to be shown. */
  readonly originalsToShow: readonly string[];
  /** Facts to ask about, each once. */
  readonly openQuestions: readonly string[];
}

/**
 * Readiness of a passport for a list of requirements (`withOverlays` gives them) on any day. Days are civil dates in
 * Europe/London, `YYYY-MM-DD`; a RangeError for one that does not exist.
 */
export function readinessOf(
  requirements: readonly Requirement[],
  held: readonly HeldDocument[],
  asked: Asked,
): Readiness {
  const on = dayOf(asked.on);
  const passport = openPassport(held, asked.facts ?? {});
  return readinessOn(requirements, passport, on, asked.shownOn === undefined ? on : dayOf(asked.shownOn));
}

/** Held documents made ready for many questions: papers are parsed and sorted by type once. */
export interface Passport {
  readonly papers: readonly Paper[];
  readonly byType: Situation["byType"];
  readonly facts: FactAnswers;
}

export function openPassport(held: readonly HeldDocument[], facts: FactAnswers): Passport {
  const papers = held.map(paperOf);
  return { papers, byType: candidatesByType(papers, overturnedBy(papers)), facts };
}

export function situationOn(passport: Passport, on: CivilDay, shownOn: CivilDay = on): Situation {
  return { byType: passport.byType, facts: passport.facts, on, shownOn };
}

export function readinessOn(
  requirements: readonly Requirement[],
  passport: Passport,
  on: CivilDay,
  shownOn: CivilDay = on,
): Readiness {
  const situation = situationOn(passport, on, shownOn);
  const judged = requirements.map((requirement) => describe(requirement, judge(requirement.rule, situation)));
  const asked = judged.filter((requirement) => requirement.state !== "not-asked" && isWanted(requirement));
  const held = asked.filter((requirement) => requirement.state === "held");
  const used = new Set(held.flatMap((requirement) => requirement.documents));
  return {
    on: formatDay(on),
    requirements: judged,
    asked: asked.length,
    held: held.length,
    ready: held.length === asked.length,
    originalsToShow: passport.papers
      .filter((paper) => used.has(paper.id) && originalMustBeShown(paper.typeId) && !paper.originalSeen)
      .map((paper) => paper.id),
    openQuestions: [...new Set(asked.flatMap(({ missing }) => missing.flatMap(factOf)))],
  };
}

function describe(requirement: Requirement, verdict: Verdict): RequirementReadiness {
  const { id, title, need = "before-first-shift" } = requirement;
  if (verdict.satisfied) {
    const state = verdict.asks ? "held" : "not-asked";
    return { id, title, need, state, missing: [], documents: verdict.documents };
  }
  const onlyQuestions = verdict.missing.length > 0 && verdict.missing.every((piece) => piece.reason === "fact-unknown");
  return {
    id,
    title,
    need,
    state: onlyQuestions ? "cannot-tell" : "not-held",
    missing: verdict.missing,
    documents: [],
  };
}

function factOf(piece: Missing): readonly string[] {
  return "fact" in piece ? [piece.fact] : [];
}
