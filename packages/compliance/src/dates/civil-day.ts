/**
 * Civil dates as whole day numbers, 0 on 1 January 1970, in the proleptic Gregorian calendar. Papers carry dates, not
 * instants: ninety days are ninety dates, whatever the clocks do. Integers because one judgement compares hundreds of
 * them: reading, adding months and comparing took 0.2 µs so, and 2.7 µs with temporal-polyfill (Node 20). Tests hold them
 * equal to Temporal.
 */
export type CivilDay = number;

const ISO_DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

/** The day number of `YYYY-MM-DD`, or null when the text is not a date that exists. */
export function parseDay(text: string): CivilDay | null {
  const match = ISO_DAY.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** As `parseDay`, for callers that pass a date they know to exist. Throws a RangeError when it does not. */
export function dayOf(text: string): CivilDay {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`${text} is not a date that exists, written YYYY-MM-DD`);
  return day;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: CivilDay): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Calendar months later (or earlier), cut to the end of a short month: 31 January plus one is 28 or 29 February. */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const { year, month, dayOfMonth } = partsOf(day);
  const total = year * 12 + (month - 1) + months;
  const toYear = Math.floor(total / 12);
  const toMonth = total - toYear * 12 + 1;
  return dayNumber(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** 0 is Sunday. */
export function weekday(day: CivilDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Howard Hinnant's days_from_civil, https://howardhinnant.github.io/date_algorithms.html */
export function dayNumber(year: number, month: number, day: number): CivilDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** civil_from_days, the same source. */
export function partsOf(dayNumberSinceEpoch: CivilDay): { year: number; month: number; dayOfMonth: number } {
  const z = dayNumberSinceEpoch + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
