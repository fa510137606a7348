import { isWanted } from "@locum-passport/compliance";
import type { JudgedRequirement } from "../../api/types.ts";
import type { CardState } from "../../design/DocumentCard.tsx";
import { dayInWords, daysBetween, soonDays } from "../../design/day.ts";
import { capital } from "../../design/words.ts";

/** Where a requirement stands, in the field's words: what is there, until when, or what is missing. */
export function requirementState(requirement: JudgedRequirement, today: string): CardState {
  const { state, heldUntil, missing } = requirement;
  if (state === "held") return held(heldUntil, today);
  if (state === "not-asked") return { word: "Not asked of you", second: "By what you answered", look: "fact" };
  if (!isWanted(requirement)) return { word: "Only if asked", second: "Being ready does not take it" };
  if (state === "cannot-tell") {
    return { word: "We cannot tell yet", second: "One question is open", look: "fact" };
  }
  const pieces = missing.filter(({ fact }) => fact === null);
  const [first] = pieces;
  const gone = pieces.some(({ reason }) => reason === "expired" || reason === "too-old");
  const nothing = pieces.every(({ reason }) => reason === "missing");
  const second = first ? (isNamed(first, requirement) ? first.words : missingLine(first)) : "Something is missing";
  if (gone) return { word: "Out of date", second, look: "problem" };
  return { word: nothing ? "Needed" : "Not enough yet", second, look: "plain" };
}

/** The requirement's own title says what is missing. */
const isNamed = ({ name }: JudgedRequirement["missing"][number], { title }: JudgedRequirement): boolean =>
  name !== null && name.toLowerCase() === title.toLowerCase();

function held(until: string | null, today: string): CardState {
  if (until === null) return { word: "You have it", second: "Does not run out" };
  const left = daysBetween(today, until);
  if (left > soonDays) return { word: "You have it", second: `Until ${dayInWords(until)}` };
  const second = left === 0 ? "Ends today" : left === 1 ? "Ends tomorrow" : `Ends ${dayInWords(until)} (${left} days)`;
  return { word: "Ends soon", second, look: "soon" };
}

/** One missing piece as a line: "Basic life support: it ran out". */
export function missingLine({ name, words }: JudgedRequirement["missing"][number]): string {
  if (name === null) return words;
  return `${capital(name)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

export const needWords: Record<JudgedRequirement["need"], string> = {
  "before-registration": "Before you can register",
  "before-first-shift": "Before the first shift",
  "if-asked": "Only if asked",
};
