import { dayOf, formatDay } from "../dates/civil-day.ts";
import { reminderSteps as steps } from "../generated/lead-times.ts";
import { beginBy } from "./lead-times.ts";

export interface ReminderStep {
  /** Stable: "before-30", "on-the-day", "after-7", "begin". */
  readonly id: string;
  /** The day on which it is due, `YYYY-MM-DD`. */
  readonly day: string;
}

/** Every step of a paper that ends, in order of its day; "begin" where a new one takes time and no other step falls on that day. */
export function reminderSteps(type: string, endsOn: string): readonly ReminderStep[] {
  const end = dayOf(endsOn);
  const before = steps.before.map((days) => ({ id: days === 0 ? "on-the-day" : `before-${days}`, day: end - days }));
  const after = steps.after.map((days) => ({ id: `after-${days}`, day: end + days }));
  const begin = beginBy(type, endsOn);
  const known = new Set(before.map(({ day }) => day));
  const early = begin === null || known.has(dayOf(begin)) ? [] : [{ id: "begin", day: dayOf(begin) }];
  return [...before, ...early, ...after]
    .sort((one, two) => one.day - two.day)
    .map(({ id, day }) => ({ id, day: formatDay(day) }));
}

export const isAfterEnd = (stepId: string): boolean => stepId.startsWith("after-");

export interface ReminderQuestion {
  readonly type: string;
  readonly endsOn: string;
  /** Steps before this day are not due: the dates were not known then, or reminders were off. */
  readonly since: string;
  readonly today: string;
  /** Whether anybody still asks for it. After its end nothing is said of a paper that nobody wants. */
  readonly wanted: boolean;
  readonly bookedOn?: string | null;
  readonly snoozedUntil?: string | null;
}

/**
 * The steps due by today. Those whose day has passed unserved (the server was down) are due still, so that the caller
 * serves all of them with one mention. A booking keeps silent until the day after it, a snooze until its day: on that day
 * a step of its own is due, and what was silenced is not caught up with.
 */
export function remindersDue(question: ReminderQuestion): readonly ReminderStep[] {
  const { type, endsOn, since, today, wanted, bookedOn, snoozedUntil } = question;
  const quietUntil = [bookedOn ? nextDay(bookedOn) : since, snoozedUntil ?? since, since].reduce(latest);
  if (today < quietUntil) return [];
  const after = [
    ...(bookedOn ? [{ id: `booked-${bookedOn}`, day: nextDay(bookedOn) }] : []),
    ...(snoozedUntil ? [{ id: `snoozed-${snoozedUntil}`, day: snoozedUntil }] : []),
  ];
  return [...reminderSteps(type, endsOn), ...after].filter(
    ({ id, day }) => day >= quietUntil && day <= today && (wanted || !(isAfterEnd(id) || day > endsOn)),
  );
}

const nextDay = (day: string) => formatDay(dayOf(day) + 1);
const latest = (one: string, two: string) => (one > two ? one : two);

const snoozeDays = 14;
const alwaysTold = 7;

/** Fourteen days, never past seven days before the end; null when it is too close to put off. */
export function snoozeUntil(endsOn: string, today: string): string | null {
  const until = Math.min(dayOf(today) + snoozeDays, dayOf(endsOn) - alwaysTold);
  return until > dayOf(today) ? formatDay(until) : null;
}
