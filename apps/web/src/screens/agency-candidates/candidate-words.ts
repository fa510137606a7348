import { type Candidate, type CandidateExpiry, soonDays } from "../../api/candidate-queries.ts";
import { addDays, daysBetween } from "../../design/day.ts";
import { professionNames } from "../account/professions.ts";
import type { CandidateShowing } from "./showing.ts";

/** "Doctor, 7000001 (typed by the sender)": nothing here was looked up on a register. */
export function whoTheyAre({ profession, registrationNumber }: Pick<Candidate, "profession" | "registrationNumber">) {
  const name = profession
    ? ((professionNames as Record<string, string>)[profession] ?? profession)
    : "Profession not stated";
  return registrationNumber ? `${name}, ${registrationNumber} (typed by the sender)` : name;
}

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
