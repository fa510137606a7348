import { canBeSent, deadlines, documentType, isHeldBack } from "@locum-passport/compliance";
import type { Copy, ErrorCode, SendTransfer, TransferPurpose, TransferState } from "@locum-passport/contract";
import type { z } from "zod";

export type Details = Copy["details"];
export type Sensitivity = Copy["sensitivity"];
export type Consent = SendTransfer["consent"];
export type Purpose = z.infer<typeof TransferPurpose>;
export type State = z.infer<typeof TransferState>;

/** Why a sending may not go out: a code of the contract, and words more exact than the catalogue's. */
export interface Objection {
  code: ErrorCode;
  detail?: string;
  errors?: { field: string; message: string }[];
}

/** `YYYY-MM-DD` so many days later. Civil days: no clock change moves them. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const longestYears = 2;

/** What is wrong with an end date, in words, or null. The last day counts, so today is a day to end on. */
export function endObjection(endsOn: string, today: string): Objection | null {
  const message =
    endsOn < today
      ? "Choose today or a later day. Access cannot end in the past"
      : // Text compares as the calendar does; a 29 February that does not exist in two years bounds no less.
        endsOn > `${Number(today.slice(0, 4)) + longestYears}${today.slice(4)}`
        ? "Choose a day within two years"
        : null;
  return message === null ? null : { code: "bad-input", errors: [{ field: "endsOn", message }] };
}

/** What is wrong with the day on which somebody says they saw an original, or null. */
export function seenObjection(on: string, known: { today: string; issuedOn: string | null }): Objection | null {
  const message =
    on > known.today
      ? "Enter the day you saw it, today or earlier"
      : known.issuedOn !== null && on < known.issuedOn
        ? "Enter a day on or after the day the paper was issued"
        : null;
  return message === null ? null : { code: "bad-input", errors: [{ field: "on", message }] };
}

/** The last day of one copy. Criminal-record papers: six months at most (DBS code of practice; Police Act 1997, s. 124). */
export function copyEndsOn(sensitivity: Sensitivity, endsOn: string, today: string): string {
  if (sensitivity !== "criminal-record") return endsOn;
  const latest = deadlines.dbsCopyDeleteBy(today);
  return endsOn < latest ? endsOn : latest;
}

/** A transfer whose last day has passed has ended, also before anything has written so. */
export function stateOf(transfer: { state: State; ends_on: string }, today: string): State {
  return transfer.state === "active" && transfer.ends_on < today ? "ended" : transfer.state;
}

export interface SendingFacts {
  agency: { name: string; state: string; termsVersion: string | null; mayHoldCriminalRecords: boolean };
  papers: readonly { title: string; type: string; sensitivity: Sensitivity; pictures: Copy["pictures"] }[];
  endsOn: string;
  mayDownload: boolean;
  consent: Consent;
  today: string;
  /** The transfer notice and the agency terms in force. */
  noticeVersion: string;
  agencyTermsVersion: string;
}

/** The first reason why this may not be sent, or null. Pure: every rule of a sending stands here. */
export function objectionTo(facts: SendingFacts): Objection | null {
  const { agency, papers } = facts;
  if (agency.state !== "approved") return { code: "agency-not-approved" };
  if (agency.termsVersion !== facts.agencyTermsVersion) return { code: "agency-terms-not-accepted" };
  const end = endObjection(facts.endsOn, facts.today);
  if (end) return end;
  const errors = missingYes(facts);
  if (errors.length > 0) {
    const detail = `${errors.map((error) => error.message).join(". ")}. Then send it again.`;
    return { code: "consent-needed", detail, errors };
  }
  const untyped = papers.find(({ type }) => !mayBeSent(type));
  if (untyped) {
    return { code: "type-needed", detail: `Say what kind of paper "${untyped.title}" is, then send it.` };
  }
  const guarded = papers.find(({ sensitivity }) => sensitivity === "criminal-record");
  if (guarded && !agency.mayHoldCriminalRecords) {
    return {
      code: "may-not-hold-criminal-records",
      detail: `${agency.name} may not hold criminal-record papers. Leave out "${guarded.title}", or choose another agency.`,
    };
  }
  return facts.mayDownload ? null : withoutPictures(papers);
}

function mayBeSent(type: string): boolean {
  const known = documentType(type);
  return known !== undefined && canBeSent(known);
}

function missingYes({ papers, consent, noticeVersion }: SendingFacts): { field: string; message: string }[] {
  const errors: { field: string; message: string }[] = [];
  const need = (field: string, message: string) => void errors.push({ field, message });
  if (!consent.general) need("general", "Say yes to sending these copies");
  if (consent.noticeVersion !== noticeVersion) need("noticeVersion", "Read the transfer notice that is in force now");
  const holds = (sensitivity: Sensitivity) => papers.some((paper) => paper.sensitivity === sensitivity);
  if (holds("health") && !consent.health) need("health", "Say yes to sending health papers, or leave them out");
  if (holds("criminal-record") && !consent.criminalRecord) {
    need("criminalRecord", "Say yes to sending criminal-record papers, or leave them out");
  }
  return errors;
}

function withoutPictures(papers: SendingFacts["papers"]): Objection | null {
  const none = papers.find(({ pictures }) => pictures === "none");
  if (none) {
    return {
      code: "pictures-needed",
      detail: `"${none.title}" has no page pictures, so nobody could look at it. Allow downloads, or leave it out.`,
    };
  }
  const pending = papers.find(({ pictures }) => pictures === "pending");
  if (!pending) return null;
  return {
    code: "pictures-needed",
    detail: `The page pictures of "${pending.title}" are still being made. Send again in a minute, or allow downloads.`,
  };
}

/**
 * The typed details that go along: all but those held back by default, unless ticked, and those the sender leaves out.
 * The attack: a sort code typed while the paper was called bank details must not leave under another type, so only fields
 * of the type as it is now go along.
 */
export function detailsToSend(
  typeId: string,
  details: Details,
  choice: { include?: readonly string[] | undefined; leaveOut?: readonly string[] | undefined },
): Details {
  const type = documentType(typeId);
  if (!type) return {};
  const known = new Set(type.fields.map((field) => field.id));
  const goes = (field: string) =>
    known.has(field) &&
    !choice.leaveOut?.includes(field) &&
    (!isHeldBack(type, field) || choice.include?.includes(field) === true);
  return Object.fromEntries(Object.entries(details).filter(([field, value]) => value !== null && goes(field)));
}

/** For searches: without case and accents. */
export function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}

export function matchesSearch(sender: { name: string; registrationNumber: string | null }, search: string): boolean {
  const wanted = plain(search);
  if (wanted === "" || plain(sender.name).includes(wanted)) return true;
  const number = plain(sender.registrationNumber ?? "").replaceAll(" ", "");
  return number.includes(wanted.replaceAll(" ", ""));
}

export const purposeWords: Record<Purpose, string> = {
  "join-agency": "To join the agency",
  placement: "For a placement",
  renewal: "To renew papers the agency holds",
  "first-look": "For a first look",
  other: "For another purpose",
};

export const sendBackWords: Record<string, string> = {
  "cannot-read": "it cannot be read",
  "cut-off": "part of it is cut off",
  "out-of-date": "it is out of date",
  "too-old": "it is too old",
  "wrong-paper": "it is the wrong paper",
  "wrong-name": "the name is different",
  "wrong-details": "the typed details do not match it",
  other: "for another reason",
};
