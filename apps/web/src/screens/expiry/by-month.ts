import type { Expiry } from "../../api/types.ts";
import { dayInWords, soonDays } from "../../design/day.ts";

export interface ExpiryMonth {
  /** `YYYY-MM`; "past" for what has ended. */
  key: string;
  title: string;
  items: Expiry[];
}

/** What ends, by month: what has ended already first. The order within a month is that of the days. */
export function byMonth(expiries: readonly Expiry[]): ExpiryMonth[] {
  const months = new Map<string, ExpiryMonth>();
  for (const item of expiries) {
    const past = item.daysLeft < 0;
    const key = past ? "past" : item.endsOn.slice(0, 7);
    const title = past ? "Ended already" : dayInWords(`${key}-01`).replace(/^1 /, "");
    const month = months.get(key) ?? { key, title, items: [] };
    months.set(key, month);
    month.items.push(item);
  }
  return [...months.values()];
}

/** "Ends 14 March 2027 (30 days)", as everywhere. */
export function endWords({ endsOn, daysLeft }: Pick<Expiry, "endsOn" | "daysLeft">): string {
  if (daysLeft < 0) return `Ended ${dayInWords(endsOn)}`;
  if (daysLeft === 0) return "Ends today";
  if (daysLeft === 1) return "Ends tomorrow";
  return `Ends ${dayInWords(endsOn)} (${daysLeft} days)`;
}

export const isSoon = ({ daysLeft }: Pick<Expiry, "daysLeft">): boolean => daysLeft >= 0 && daysLeft <= soonDays;

/** Who loses something on the day after, or that nobody does. */
export function wantedWords({ wantedBy, daysLeft }: Pick<Expiry, "wantedBy" | "daysLeft">): string {
  const names = wantedBy.map(({ myAgencyId, name }) => (myAgencyId === null ? `The starter list (${name})` : name));
  const [first, second] = names;
  if (first === undefined) return "Nobody on your list asks for it";
  const verb = daysLeft < 0 ? "lacks it" : "asks for it";
  if (second === undefined) return `${first} ${verb}`;
  if (names.length === 2) return `${first} and ${second} ${daysLeft < 0 ? "lack it" : "ask for it"}`;
  return `${first} and ${names.length - 1} others ${daysLeft < 0 ? "lack it" : "ask for it"}`;
}

/** When to begin, where getting a new one takes time. */
export function beginWords({ beginBy, daysLeft }: Pick<Expiry, "beginBy" | "daysLeft">, today: string): string | null {
  if (beginBy === null) return null;
  if (beginBy <= today || daysLeft < 0) return "Getting a new one takes time: begin now";
  return `Getting a new one takes time: begin by ${dayInWords(beginBy)}`;
}

/** Half a year ahead there is something to do about it; before that only to know. */
export const isNear = ({ daysLeft }: Pick<Expiry, "daysLeft">): boolean => daysLeft <= 183;

/** What keeps it silent on a day: a booking until the day after it, a snooze until its day. */
export const isBooked = ({ bookedOn }: Pick<Expiry, "bookedOn">, today: string): boolean =>
  bookedOn !== null && today <= bookedOn;
export const isSnoozed = ({ snoozedUntil }: Pick<Expiry, "snoozedUntil">, today: string): boolean =>
  snoozedUntil !== null && today < snoozedUntil;

/** A snooze that would still do something: nothing else keeps it silent, and there are more than seven days before the end. */
export const canSnooze = (item: Pick<Expiry, "daysLeft" | "bookedOn" | "snoozedUntil">, today: string): boolean =>
  item.daysLeft > 7 && isNear(item) && !isBooked(item, today) && !isSnoozed(item, today);
