import type { DocumentType } from "../catalogue/document-type.ts";
import { type CivilDay, dayOf, formatDay, partsOf } from "../dates/civil-day.ts";
import type { HeldDocument } from "../validity/paper.ts";
import type { Validity } from "../validity/validity.ts";

/** How a state looks; the same on every screen, and never by colour alone. */
export type Look = "plain" | "grey" | "blue" | "yellow" | "red";
export interface StatusWords {
  readonly word: string;
  readonly look: Look;
  /** The second line: the date in words. */
  readonly line: string;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "14 March 2027", from `YYYY-MM-DD`. */
export function dayInWords(day: string): string {
  const { year, month, dayOfMonth } = partsOf(dayOf(day));
  return `${dayOfMonth} ${months[month - 1]} ${year}`;
}

/** A document's state in the product's words. `missing` is worded by what asks for it, so it has no document here. */
export function statusWords(type: DocumentType, held: HeldDocument, validity: Validity): StatusWords {
  const { status, expiresOn } = validity;
  const end = expiresOn === null ? null : dayInWords(expiresOn);
  switch (status) {
    case "missing":
      return { word: "Needed", look: "grey", line: "You have not added this" };
    case "awaiting-date":
      return { word: "Date needed", look: "grey", line: "Add the date so we can remind you" };
    case "not-yet-valid":
      return { word: "Starts later", look: "blue", line: startLine(type, held) };
    case "expiring":
      return { word: "Ends soon", look: "yellow", line: endsLine(end ?? "", validity.daysLeft ?? 0) };
    case "expired":
      return expiredWords(type, held, validity);
    case "valid":
      if (end === null) return { word: "No end date", look: "plain", line: "Does not run out" };
      return { word: "In date", look: "plain", line: `Until ${end} (${validity.daysLeft} days)` };
  }
}

function endsLine(end: string, daysLeft: number): string {
  if (daysLeft === 0) return "Ends today";
  if (daysLeft === 1) return "Ends tomorrow";
  return `Ends ${end} (${daysLeft} days)`;
}

function startLine(type: DocumentType, held: HeldDocument): string {
  const field = type.validity.start ?? type.validity.from;
  const day = field === undefined ? undefined : held.details[field];
  return typeof day === "string" ? `Starts ${dayInWords(day)}` : "Starts later";
}

/** The day that a validity with an end was asked for. */
function dayAsked({ expiresOn, daysLeft }: Validity): CivilDay {
  return expiresOn === null ? Number.NEGATIVE_INFINITY : dayOf(expiresOn) - (daysLeft ?? 0);
}

/** A kind of paper that nobody takes any more is not made good by a newer one. A register entry lives on when the look-up goes stale, and a CV when its version does. */
function expiredWords(type: DocumentType, held: HeldDocument, validity: Validity): StatusWords {
  const { mode, from, lapsedOn } = type.validity;
  const end = validity.expiresOn === null ? "" : dayInWords(validity.expiresOn);
  if (lapsedOn !== undefined && dayOf(lapsedOn) < dayAsked(validity))
    return {
      word: "Not accepted",
      look: "red",
      line: `Not accepted since ${dayInWords(formatDay(dayOf(lapsedOn) + 1))}`,
    };
  const since = from === undefined ? undefined : held.details[from];
  if (mode === "check" && typeof since === "string")
    return { word: "Look-up due", look: "yellow", line: `Last looked up ${dayInWords(since)}` };
  if (mode === "current" && typeof since === "string")
    return { word: "Time to update", look: "yellow", line: `This version is from ${dayInWords(since)}` };
  return { word: "Out of date", look: "red", line: `Ended ${end}` };
}
