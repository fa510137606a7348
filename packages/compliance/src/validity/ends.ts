import { addMonths, type CivilDay, dayOf, partsOf } from "../dates/civil-day.ts";
import { type Paper, sameValue } from "./paper.ts";
import type { FixedWindows, ValidityRule } from "./rule.ts";

/** Months or days; months are calendar months. */
export interface Period {
  readonly months?: number | undefined;
  readonly days?: number | undefined;
}

/** The last day of a period that begins on `from`. The day itself is day 0. */
export function endOfPeriod(from: CivilDay, period: Period): CivilDay {
  return period.months === undefined ? from + (period.days ?? 0) : addMonths(from, period.months);
}

/** The rule's period for this paper, or null when it has none. A variant replaces it whole. */
export function periodOf(rule: ValidityRule, paper: Paper): Period | null {
  for (const variant of rule.variants ?? []) {
    const value = paper.value(variant.when.field);
    if (variant.when.oneOf.some((option) => sameValue(option, value))) return variant;
  }
  return rule.months === undefined && rule.days === undefined ? null : rule;
}

/**
 * The end that is printed or follows from what is printed: `until`, else one worked out by fixed windows or `derive`.
 * Null when none can be worked out.
 */
export function printedEnd(rule: ValidityRule, paper: Paper): CivilDay | null {
  const until = rule.until === undefined ? null : paper.day(rule.until);
  if (until !== null) return until;
  return windowEnd(rule.fixedWindows, paper) ?? derivedEnd(rule, paper);
}

/** The first repeating end on or after the look-up: a renewal after it cannot be assumed. */
function windowEnd(windows: FixedWindows | undefined, paper: Paper): CivilDay | null {
  if (!windows) return null;
  const asOf = paper.day(windows.asOf);
  const anchor = anchorOf(windows, paper);
  if (asOf === null || anchor === null || windows.everyMonths < 1) return null;
  const step = (count: number) => addMonths(anchor, count * windows.everyMonths);
  let count = Math.floor((monthsSinceYearZero(asOf) - monthsSinceYearZero(anchor)) / windows.everyMonths);
  while (step(count) >= asOf) count -= 1;
  while (step(count) < asOf) count += 1;
  return step(count);
}

function anchorOf(windows: FixedWindows, paper: Paper): CivilDay | null {
  const key = windows.key === undefined ? undefined : paper.value(windows.key);
  const named = typeof key === "string" && Object.hasOwn(windows.anchors, key) ? windows.anchors[key] : undefined;
  const anchor = named ?? (Object.hasOwn(windows.anchors, "all") ? windows.anchors.all : undefined);
  return anchor === undefined ? null : dayOf(anchor);
}

function derivedEnd(rule: ValidityRule, paper: Paper): CivilDay | null {
  if (!rule.derive) return null;
  const from = paper.day(rule.derive.from);
  return from === null || from < dayOf(rule.derive.appliesFrom) ? null : addMonths(from, rule.derive.months);
}

function monthsSinceYearZero(day: CivilDay): number {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}
