import { isValidityRule, type ValidityRule, validityOf } from "@locum-passport/compliance";
import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { dayInWords } from "../../design/day.ts";
import { count } from "../../design/words.ts";

type PaperStateKind =
  | "needs-type"
  | "out-of-date"
  | "not-accepted"
  | "ends-soon"
  | "starts-later"
  | "date-needed"
  | "details-missing"
  | "fine";

export interface PaperState {
  kind: PaperStateKind;
  /** One or two words. */
  word: string;
  /** The second line: until when, or what is missing. */
  second: string;
  look?: "soon" | "problem" | "fact" | "plain";
  /** Its last good day, where one can be told. */
  end?: string;
}

/**
 * What a paper's own dates say by the usual rule of its type, in the field's words. What one agency makes of it is another question.
 * @param others every paper of the account: a DBS certificate can stay good through a subscription kept beside it.
 */
export function stateOf(
  document: Document,
  type: DocumentTypeItem | undefined,
  today: string,
  others: Document[] = [],
): PaperState {
  if (document.type === "other") {
    return {
      kind: "needs-type",
      word: "Type needed",
      second: "Say what it is. It cannot be sent until then",
      look: "plain",
    };
  }
  const rule = ruleOf(type);
  const missing = document.missingDetails.length;
  if (rule) {
    const state = byRule(rule, document, today, others);
    if (state.kind !== "fine") return state;
    const until = state.end === undefined ? {} : { end: state.end };
    return missing === 0
      ? state
      : { ...detailsNeeded(missing), ...until, second: `${state.word}. ${state.second}. ${missingWords(missing)}` };
  }
  return missing > 0 ? detailsNeeded(missing) : { kind: "fine", word: "Kept", second: "All details filled in" };
}

/** The usual rule of a kind of paper, where there is one that is known here. */
export function ruleOf(type: DocumentTypeItem | undefined): ValidityRule | undefined {
  const rule: unknown = type?.validity;
  return isValidityRule(rule, "validity", () => {}) ? rule : undefined;
}

const missingWords = (missing: number) => `${count(missing, "detail")} missing`;
const detailsNeeded = (missing: number): PaperState => ({
  kind: "details-missing",
  word: "Details needed",
  second: missingWords(missing),
  look: "plain",
});

function byRule(rule: ValidityRule, document: Document, today: string, others: Document[]): PaperState {
  const subscriptions = rule.unless ? others.filter(({ type }) => type === rule.unless?.type) : [];
  const { status, expiresOn: end, daysLeft } = validityOf(rule, document, today, subscriptions);
  const ended = end ? `Ended ${dayInWords(end)}` : "Its time has run out";
  switch (status) {
    case "missing":
    case "awaiting-date":
      return {
        kind: "date-needed",
        word: "Date needed",
        second: "Add the date, to see until when it counts",
        look: "plain",
      };
    case "not-yet-valid":
      return { kind: "starts-later", word: "Starts later", second: startWords(rule, document), look: "fact" };
    case "expired":
      return expired(rule, document, { ended, today });
    case "expiring":
      return {
        kind: "ends-soon",
        word: "Ends soon",
        second: `Ends ${nearWords(end, daysLeft)}`,
        look: "soon",
        ...(end ? { end } : {}),
      };
    case "valid":
      return end
        ? { kind: "fine", word: "In date", second: `Until ${nearWords(end, daysLeft)}`, end }
        : { kind: "fine", word: "No end date", second: "Does not run out" };
  }
}

interface EndedAs extends Pick<PaperState, "kind" | "word"> {
  look: "soon" | "problem";
}

/** What a paper is called whose time has run out: a register entry lives on when the look-up goes stale, a CV when its version does. */
export function endedAs(rule: ValidityRule, today: string): EndedAs {
  if (hasLapsed(rule, today)) return { kind: "not-accepted", word: "Not accepted", look: "problem" };
  if (rule.mode === "check") return { kind: "ends-soon", word: "Look-up due", look: "soon" };
  if (rule.mode === "current") return { kind: "ends-soon", word: "Time to update", look: "soon" };
  return { kind: "out-of-date", word: "Out of date", look: "problem" };
}

/** Nobody takes any of this kind any more. */
const hasLapsed = ({ lapsedOn }: ValidityRule, today: string) => lapsedOn !== undefined && lapsedOn < today;

function expired(rule: ValidityRule, document: Document, told: { ended: string; today: string }): PaperState {
  return { ...endedAs(rule, told.today), second: endedWords(rule, document, told) };
}

function endedWords(
  rule: ValidityRule,
  document: Document,
  { ended, today }: { ended: string; today: string },
): string {
  if (rule.lapsedOn !== undefined && hasLapsed(rule, today))
    return `Agencies take none after ${dayInWords(rule.lapsedOn)}. Keep it for yourself`;
  const from = dayDetail(document, rule.from);
  if (rule.mode === "check") return from ? `Last looked up ${from}` : ended;
  if (rule.mode === "current") return from ? `This version is from ${from}` : ended;
  return ended;
}

function startWords(rule: ValidityRule, document: Document): string {
  const start = dayDetail(document, rule.start ?? rule.from);
  return start ? `Starts ${start}` : "Its first day is still to come";
}

function dayDetail(document: Document, field: string | undefined): string | undefined {
  const value = field === undefined ? undefined : document.details[field];
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : undefined;
}

/** Never "0 days"; days are counted only where a year has fewer. */
function nearWords(end: string | null, left: number | null): string {
  if (end === null || left === null) return "soon";
  if (left === 0) return "today";
  if (left === 1) return "tomorrow";
  return left <= 365 ? `${dayInWords(end)} (${count(left, "day")})` : dayInWords(end);
}

/** Whether its owner has something to do about it. */
export const isUnfinished = ({ kind }: PaperState) => !settled.has(kind);
const settled: ReadonlySet<PaperStateKind> = new Set(["fine", "starts-later", "not-accepted"]);
