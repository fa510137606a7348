import { type CivilDay, dayOf, formatDay } from "../dates/civil-day.ts";
import { type HeldDocument, type Paper, paperOf } from "./paper.ts";
import type { ValidityRule } from "./rule.ts";
import { earlier, later, type Standing, standingOf } from "./standing.ts";
import { subscriptionFor } from "./update-service.ts";

export const statuses = ["missing", "awaiting-date", "not-yet-valid", "valid", "expiring", "expired"] as const;
export type Status = (typeof statuses)[number];

export interface Validity {
  readonly status: Status;
  /** Last good day, `YYYY-MM-DD`; null when there is none or it cannot be told. */
  readonly expiresOn: string | null;
  /** Days from the day asked about to the last good day; negative once expired. */
  readonly daysLeft: number | null;
}

export interface DayValidity {
  readonly status: Status;
  readonly end: CivilDay | null;
}

/**
 * The status of a document on a day, by a rule. Never store it: it follows from the document, the rule and the day.
 * @param on a civil date in Europe/London, `YYYY-MM-DD`; the last day counts. Throws a RangeError when it does not exist.
 * @param subscriptions DBS Update Service records held, for rules with `unless`.
 */
export function validityOf(
  rule: ValidityRule,
  held: HeldDocument | null,
  on: string,
  subscriptions: readonly HeldDocument[] = [],
): Validity {
  const day = dayOf(on);
  if (held === null) return { status: "missing", expiresOn: null, daysLeft: null };
  const { status, end } = validityOn(rule, paperOf(held), day, subscriptions.map(paperOf));
  return { status, expiresOn: end === null ? null : formatDay(end), daysLeft: end === null ? null : end - day };
}

export function validityOn(
  rule: ValidityRule,
  paper: Paper,
  on: CivilDay,
  subscriptions: readonly Paper[] = [],
): DayValidity {
  const standing = standingOf(rule, paper, { kind: "own" });
  const subscription = subscriptionFor(rule, paper, subscriptions, on);
  if (subscription.state === "new-information") return { status: "expired", end: subscription.lastGoodDay };
  if (subscription.state === "none") return statusOn(standing, on);
  return statusOn({ ...standing, ageEnd: later(standing.ageEnd, subscription.endsOn), dateMissing: false }, on);
}

/** The order of tests: a date that is known may prove a paper expired while another date is still missing. */
export function statusOn(standing: Standing, on: CivilDay): DayValidity {
  const end = earlier(standing.ageEnd, standing.printedEnd);
  if (end !== null && end < on) return { status: "expired", end };
  if (standing.dateMissing) return { status: "awaiting-date", end: null };
  if (standing.begins !== null && standing.begins > on) return { status: "not-yet-valid", end };
  if (end === null) return { status: "valid", end };
  return { status: end - on <= standing.warnDays ? "expiring" : "valid", end };
}
