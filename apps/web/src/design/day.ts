/** Civil dates (`YYYY-MM-DD`, Europe/London) and instants, in the words people use. */

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const parts = (day: string) => /^(\d{4})-(\d{2})-(\d{2})/.exec(day);

/** `2027-03-14` → "14 March 2027". What is no day comes back as it was typed. */
export function dayInWords(day: string): string {
  const match = parts(day);
  const month = match ? months[Number(match[2]) - 1] : undefined;
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : day;
}

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
});

function inLondon(instant: Date): Record<string, string> {
  return Object.fromEntries(london.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** The day in London at an instant. */
export function dayOf(instant: Date | string): string {
  const { year, month, day } = inLondon(new Date(instant));
  return `${year}-${month}-${day}`;
}

/** An instant → "14 March 2027 at 09:05", London time. */
export function momentInWords(instant: string): string {
  return `${dayInWords(dayOf(instant))} at ${timeInWords(instant)}`;
}

/** An instant → "09:05", London time. */
export function timeInWords(instant: string): string {
  const { hour, minute } = inLondon(new Date(instant));
  return `${hour === "24" ? "00" : hour}:${minute}`;
}

/** How far ahead "soon" looks wherever something ends, in days. A kind of paper may call itself near its end later than that. */
export const soonDays = 90;

export const endsSoon = (end: string, today: string): boolean => end >= today && daysBetween(today, end) <= soonDays;

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00Z`)) / 86_400_000);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** "Today", "Yesterday" or the day in words: the heading over a day's entries. */
export function dayHeading(day: string, today: string): string {
  const ago = daysBetween(day, today);
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  return dayInWords(day);
}

/** Three typed numbers to a civil date; `null` when all are empty, `undefined` when they make no real date. */
export function dayFrom(day: string, month: string, year: string): string | null | undefined {
  if (!day && !month && !year) return null;
  const [d, m, y] = [day, month, year].map((part) => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : Number.NaN));
  if (d === undefined || m === undefined || y === undefined || !(y >= 1900 && y <= 2199)) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return undefined;
  return date.toISOString().slice(0, 10);
}

/** What is wrong with a date as it was typed, in words; `undefined` for a real date, and when nothing is typed. */
export function dayProblem(day: string, month: string, year: string): string | undefined {
  const typed = { day: day.trim(), month: month.trim(), year: year.trim() };
  const missing = partNames.filter((part) => typed[part] === "");
  if (missing.length === 3) return undefined;
  if (missing.length > 0) return `Enter the ${missing.join(" and the ")} too`;
  if (partNames.some((part) => !/^\d{1,4}$/.test(typed[part])))
    return "Enter the date in numbers, for example 27 3 2027";
  const [d, m, y] = [Number(typed.day), Number(typed.month), Number(typed.year)];
  if (y < 1900 || y > 2199) return `Enter the year in 4 digits, for example 2027: “${typed.year}” has a slip`;
  const name = months[m - 1];
  if (name === undefined) {
    return d >= 1 && d <= 12 && m <= 31
      ? `Enter the day first, then the month: there is no month ${m}`
      : `Enter a month from 1 to 12: there is no month ${m}`;
  }
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (d >= 1 && d <= last) return undefined;
  if (m === 2 && d === 29) return `There is no 29 February in ${y}: the month ends on 28 February`;
  return `Enter a day from 1 to ${last}: ${name} ${y} has ${last} days`;
}

const partNames = ["day", "month", "year"] as const;
