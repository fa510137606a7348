import { addMonths, dayOf, formatDay } from "../dates/civil-day.ts";
import { leadTimes } from "../generated/lead-times.ts";

/** How long getting a paper of a type usually takes: advice for planning, from `data/lead-times.json`. */
export interface LeadTime {
  readonly type: string;
  readonly days?: number;
  /** Calendar months, where a rule counts so. */
  readonly months?: number;
  /** "about four weeks" */
  readonly words: string;
}

const byType = new Map(leadTimes.map((leadTime) => [leadTime.type, leadTime]));

/** Undefined where nothing is known: then it is taken to be got at once. */
export function leadTimeOf(type: string): LeadTime | undefined {
  return byType.get(type);
}

/** The day by which to begin so that a new paper is there on the last good day, or null where it is got at once. */
export function beginBy(type: string, endsOn: string): string | null {
  const leadTime = leadTimeOf(type);
  if (!leadTime) return null;
  const end = dayOf(endsOn);
  return formatDay(leadTime.months === undefined ? end - (leadTime.days ?? 0) : addMonths(end, -leadTime.months));
}

/** Days from the day to begin to the last good day; 0 where it is got at once. A month counts as the days it has then. */
export function leadDays(type: string, endsOn: string): number {
  const begin = beginBy(type, endsOn);
  return begin === null ? 0 : dayOf(endsOn) - dayOf(begin);
}
