import { type CivilDay, dayOf } from "../dates/civil-day.ts";
import { endOfPeriod, type Period, periodOf, printedEnd } from "./ends.ts";
import type { Paper } from "./paper.ts";
import type { ValidityRule } from "./rule.ts";

/**
 * What a paper's dates say under a rule, before any day is asked about. From it the status on every day follows, and so
 * does the next day on which the status changes.
 */
export interface Standing {
  /** Last good day of the period counted from `from`, if one can be worked out. */
  readonly ageEnd: CivilDay | null;
  /** Last good day that is printed, derived or set for the whole type. */
  readonly printedEnd: CivilDay | null;
  /** First good day. */
  readonly begins: CivilDay | null;
  /** A date that the rule needs is not known. */
  readonly dateMissing: boolean;
  readonly warnDays: number;
}

/** How the period is counted: the rule's own, another length, or not at all. */
export type Counting =
  | { readonly kind: "own" }
  | { readonly kind: "within"; readonly period: Period }
  | { readonly kind: "ignored" };

const defaultWarnDays = 90;

export function standingOf(rule: ValidityRule, paper: Paper, counting: Counting): Standing {
  const from = rule.from === undefined ? null : paper.day(rule.from);
  const period = periodFor(rule, paper, counting);
  const printed = rule.mode === "never" && counting.kind === "own" ? null : printedEnd(rule, paper);
  const lapsed = rule.lapsedOn === undefined ? null : dayOf(rule.lapsedOn);
  return {
    ageEnd: period === null || from === null ? null : endOfPeriod(from, period),
    printedEnd: earlier(printed, lapsed),
    begins: later(rule.start === undefined ? null : paper.day(rule.start), beginsByFrom(rule, counting) ? from : null),
    dateMissing: (needsFrom(rule, counting, period) && from === null) || (needsUntil(rule, paper) && printed === null),
    warnDays: rule.warnDays ?? defaultWarnDays,
  };
}

function periodFor(rule: ValidityRule, paper: Paper, counting: Counting): Period | null {
  if (counting.kind === "ignored") return null;
  if (counting.kind === "within") return counting.period;
  return rule.mode === "explicit" || rule.mode === "never" ? null : periodOf(rule, paper);
}

/** Something dated ahead is not held yet. A paper that never ends is judged by its `from` only where an age is asked for. */
function beginsByFrom(rule: ValidityRule, counting: Counting): boolean {
  return rule.mode === "never" || rule.mode === "explicit" ? counting.kind === "within" : true;
}

function needsFrom(rule: ValidityRule, counting: Counting, period: Period | null): boolean {
  if (counting.kind !== "own") return counting.kind === "within";
  return rule.mode === "current" ? period !== null : rule.mode !== "explicit" && rule.mode !== "never";
}

function needsUntil(rule: ValidityRule, paper: Paper): boolean {
  if (rule.mode !== "explicit" && rule.mode !== "both") return false;
  return !(rule.noEndIf !== undefined && paper.value(rule.noEndIf) === true);
}

export function earlier(one: CivilDay | null, two: CivilDay | null): CivilDay | null {
  if (one === null || two === null) return one ?? two;
  return Math.min(one, two);
}

export function later(one: CivilDay | null, two: CivilDay | null): CivilDay | null {
  if (one === null || two === null) return one ?? two;
  return Math.max(one, two);
}
