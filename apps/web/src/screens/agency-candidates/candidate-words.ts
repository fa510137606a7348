import type { Candidate, CandidateDetail, CandidateExpiry } from "../../api/candidate-queries.ts";
import type { JudgedRequirement } from "../../api/types.ts";
import { addDays, dayInWords, daysBetween, soonDays } from "../../design/day.ts";
import type { CandidateShowing } from "./showing.ts";

export const allMet = ({ asked, held }: Pick<Candidate, "asked" | "held">) => asked > 0 && held === asked;

export const endsSoon = ({ ends }: Pick<Candidate, "ends">, today: string) =>
  ends.some(({ on }) => on <= addDays(today, soonDays));

export function isShown(candidate: Candidate, show: CandidateShowing, today: string): boolean {
  if (show === "missing") return !allMet(candidate);
  if (show === "ending") return endsSoon(candidate, today);
  return show === "met" ? allMet(candidate) : true;
}

/** By what somebody is measured, so that no starter list is taken for the agency's own. */
export function measuredBy({ profile }: Pick<Candidate, "profile">): string {
  return profile.starter
    ? `Measured by the starter list “${profile.name}”: your own is not written for them`
    : `Measured by version ${profile.version} of what you ask for`;
}

/** What ends, under whose it is, in the order in which it came. */
export function byCandidate(items: readonly CandidateExpiry[]): { id: string; items: CandidateExpiry[] }[] {
  const found = new Map<string, CandidateExpiry[]>();
  for (const item of items) {
    const own = found.get(item.candidateId);
    if (own) own.push(item);
    else found.set(item.candidateId, [item]);
  }
  return [...found].map(([id, own]) => ({ id, items: own }));
}

/** "today", "tomorrow", "in 12 days". */
export function inDays(on: string, today: string): string {
  const left = daysBetween(today, on);
  if (left <= 0) return "today";
  return left === 1 ? "tomorrow" : `in ${left} days`;
}

/**
 * Of what is not met: what is to be said of its one piece, or each piece under its name.
 * @param notSent titles of that of which nothing was sent.
 */
export function toldOf(
  { title, missing }: JudgedRequirement,
  notSent: readonly string[],
): { word: string; lines: string[] } {
  const [piece] = missing;
  const nothing = notSent.includes(title);
  if (missing.length === 1 && piece?.reason === "missing" && (nothing || piece.words !== notSentWords))
    return { word: piece.words, lines: [] };
  const lines = missing.map(({ name, words }) => (name === null ? words : `${name}: ${words}`));
  return { word: nothing ? notSentWords : "Not met", lines: [...new Set(lines)] };
}

const notSentWords = "Not sent";

/** What a copy does for the agency's own list, and until when: its own date may be later than the agency takes it. */
export function countsFor(copyId: string, { requirements }: Pick<CandidateDetail, "requirements">): string {
  const met = requirements.filter(({ state, documents }) => state === "held" && documents.includes(copyId));
  if (met.length === 0) return "Meets nothing you ask for";
  const parts = met.map(({ title, heldUntil }) =>
    heldUntil === null ? title : `${title}, until ${dayInWords(heldUntil)}`,
  );
  return `Meets what you ask for: ${parts.join("; ")}`;
}
