import { londonDay } from "@locum-passport/compliance";

/** The hour from which reminders go out, by the clocks of London, in summer and in winter. */
const morning = 8;
const hourMs = 3_600_000;

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" });
const hourOf = (instant: Date) => Number(clock.format(instant));

export const dayOfInstant = (instant: Date): string => londonDay(instant.getTime());

/** From eight in the morning to midnight. What a server that was down missed goes out later the same day. */
export const isReminderTime = (now: Date): boolean => hourOf(now) >= morning;

/** Eight in the morning of a London day, `YYYY-MM-DD`. Clocks change at one at night, so that hour is there once each day. */
export function morningOf(day: string): Date {
  const utc = new Date(`${day}T0${morning}:00:00Z`);
  return new Date(utc.getTime() - (hourOf(utc) - morning) * hourMs);
}

/** `YYYY-MM-DD` so many days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hourMs).toISOString().slice(0, 10);
}
