import { type CivilDay, dayOf, formatDay } from "../dates/civil-day.ts";
import { reminderTimes as times } from "../generated/lead-times.ts";
import { beginBy } from "./lead-times.ts";

export interface ReminderStep {
  /** Stable: "before-30", "on-the-day", "after-7", "begin". */
  readonly id: string;
  /** The day on which it is due, `YYYY-MM-DD`. */
  readonly day: string;
}

/** Days before and after the last good day, as `data/lead-times.json` has them. */
export interface ReminderTimes {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** So many days before the day to begin, where that comes before every other step. */
  readonly noticeBeforeBegin: number;
  readonly snoozeDays: number;
  readonly neverSnoozedPast: number;
}

/**
 * Every step of a paper that ends, in order of its day; "begin" where a new one takes time and no other step falls on that
 * day, and "begin-soon" ahead of it where nothing else comes before.
 */
export function reminderSteps(type: string, endsOn: string): readonly ReminderStep[] {
  const end = dayOf(endsOn);
  const before = times.before.map((days) => ({ id: days === 0 ? "on-the-day" : `before-${days}`, day: end - days }));
  const after = times.after.map((days) => ({ id: `after-${days}`, day: end + days }));
  return [...beginSteps(type, endsOn, new Set(before.map(({ day }) => day))), ...before, ...after]
    .sort((one, two) => one.day - two.day)
    .map(({ id, day }) => ({ id, day: formatDay(day) }));
}

function beginSteps(type: string, endsOn: string, others: ReadonlySet<CivilDay>): { id: string; day: CivilDay }[] {
  const beginOn = beginBy(type, endsOn);
  if (beginOn === null) return [];
  const day = dayOf(beginOn);
  const soon = { id: "begin-soon", day: day - times.noticeBeforeBegin };
  return [...(day < Math.min(...others) ? [soon] : []), ...(others.has(day) ? [] : [{ id: "begin", day }])];
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

/** Fourteen days, never past seven days before the end (both as the data says); null when it is too close to put off. */
export function snoozeUntil(endsOn: string, today: string): string | null {
  const until = Math.min(dayOf(today) + times.snoozeDays, dayOf(endsOn) - times.neverSnoozedPast);
  return until > dayOf(today) ? formatDay(until) : null;
}
