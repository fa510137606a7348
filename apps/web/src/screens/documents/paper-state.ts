import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { dayInWords, daysBetween } from "../../design/day.ts";
import { count } from "../../design/words.ts";

export type PaperStateKind =
  | "needs-type"
  | "out-of-date"
  | "ends-soon"
  | "starts-later"
  | "date-needed"
  | "details-missing"
  | "in-date"
  | "kept";

export interface PaperState {
  kind: PaperStateKind;
  /** One or two words. */
  word: string;
  /** The second line: until when, or what is missing. */
  second: string;
  look?: "soon" | "problem" | "fact" | "plain";
}

const soonDays = 90;

/** What the papers's own printed dates say, in the field's words. What an agency's rules make of it is another question. */
export function stateOf(document: Document, type: DocumentTypeItem | undefined, today: string): PaperState {
  if (document.type === "other") {
    return {
      kind: "needs-type",
      word: "Type needed",
      second: "Say what it is. It cannot be sent until then.",
      look: "plain",
    };
  }
  const missing = document.missingDetails.length;
  const until = text(type?.validity.until);
  const end = until ? day(document.details[until]) : undefined;
  if (end) return ending(end, today, missing);
  if (until && document.missingDetails.includes(until)) {
    return { kind: "date-needed", word: "Date needed", second: "Add the date so we can remind you", look: "plain" };
  }
  if (missing > 0) {
    return {
      kind: "details-missing",
      word: "Details needed",
      second: `${count(missing, "detail")} missing`,
      look: "plain",
    };
  }
  return { kind: "kept", word: "Kept", second: "All details filled in" };
}

function ending(end: string, today: string, missing: number): PaperState {
  const left = daysBetween(today, end);
  if (left < 0)
    return { kind: "out-of-date", word: "Out of date", second: `Ended ${dayInWords(end)}`, look: "problem" };
  if (left <= soonDays)
    return { kind: "ends-soon", word: "Ends soon", second: `Ends ${nearWords(end, left)}`, look: "soon" };
  const plus = missing > 0 ? `, ${count(missing, "detail")} missing` : "";
  return { kind: "in-date", word: "In date", second: `Until ${dayInWords(end)} (${count(left, "day")})${plus}` };
}

function nearWords(end: string, left: number): string {
  if (left === 0) return "today";
  if (left === 1) return "tomorrow";
  return `${dayInWords(end)} (${count(left, "day")})`;
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);
const day = (value: unknown) => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);

/** Whether its owner has something to do about it. */
export const isUnfinished = ({ kind }: PaperState) => !["in-date", "kept", "starts-later"].includes(kind);
