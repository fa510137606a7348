import type { ReceivedTransfer } from "../../api/types.ts";
import { dayInWords, dayOf, daysBetween, momentInWords } from "../../design/day.ts";
import { professionNames } from "../account/professions.ts";

export type ReceivedCopy = ReceivedTransfer["copies"][number];

export const standingReceived = (copies: ReceivedCopy[]) => copies.filter(({ replacedBy }) => replacedBy === null);

/** "Until 23 December 2026", or how it ended, as the receiver reads it. */
export function receivedEnd({ state, endsOn, endedAt, agencyState }: ReceivedTransfer): string {
  if (state === "active" && agencyState !== "approved")
    return `Closed to you now; its last day is ${dayInWords(endsOn)}`;
  if (state === "active") return `Open to you until ${dayInWords(endsOn)}`;
  const on = dayInWords(endedAt ? dayOf(endedAt) : endsOn);
  return state === "stopped" ? `Stopped by the sender on ${on}` : `Ended on ${on}`;
}

export function lastOpened(by: ReceivedTransfer["lastOpenedBy"]): string {
  return by ? `Last opened by ${by.name}, ${momentInWords(by.at)}` : "Nobody here has opened it";
}

export interface ReceivedState {
  word: string;
  look?: "fact" | "soon" | "problem";
}

/** The one thing to know first about a received transfer, if there is one. */
export function receivedState(transfer: ReceivedTransfer, today: string): ReceivedState | undefined {
  if (transfer.state === "stopped") return { word: "Stopped by the sender" };
  if (transfer.state === "ended") return { word: "Ended" };
  if (!transfer.lastOpenedBy) return { word: "New", look: "fact" };
  const left = daysBetween(today, transfer.endsOn);
  if (left <= 0) return { word: "Ends today", look: "soon" };
  if (left === 1) return { word: "Ends tomorrow", look: "soon" };
  if (left <= 14) return { word: `Ends in ${left} days`, look: "soon" };
  return undefined;
}

/** What the sender allowed, for those who hold the copies. */
const receivedPurpose: Record<ReceivedTransfer["purpose"], string> = {
  "join-agency": "To register with you",
  placement: "For work that you offer",
  renewal: "To renew papers that ran out",
  "first-look": "For a first look, before anything is decided",
  other: "Another reason",
};

export const purposeFor = ({ purpose, purposeText }: ReceivedTransfer) =>
  purpose === "other" && purposeText ? purposeText : receivedPurpose[purpose];

/** "Doctor, 7000001 (typed by the sender)": nothing here was looked up on a register. */
export function who({
  profession,
  registrationNumber,
}: Pick<ReceivedTransfer["sender"], "profession" | "registrationNumber">): string {
  const name = profession
    ? ((professionNames as Record<string, string>)[profession] ?? profession)
    : "Profession not stated";
  return registrationNumber ? `${name}, ${registrationNumber} (typed by the sender)` : name;
}
