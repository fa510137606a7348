import { addDays, dayFrom, dayInWords } from "../../design/day.ts";

/** The same day of a later month, or that month's last when it has none. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Criminal-record copies end six months after sending at the latest (DBS code of practice; Police Act 1997, section 122). */
export const criminalRecordEnd = (endsOn: string, sentOn: string): string => {
  const latest = addMonths(sentOn, 6);
  return endsOn < latest ? endsOn : latest;
};

export const lastDayOptions = (today: string) => [
  { value: "30", label: `30 days, until ${dayInWords(addDays(today, 30))}` },
  { value: "90", label: `90 days, until ${dayInWords(addDays(today, 90))}` },
  { value: "months", label: `Six months, until ${dayInWords(addMonths(today, 6))}` },
  { value: "day", label: "Another day" },
];

/** The chosen last day, or what is wrong with it. */
export function lastDayOf(
  until: string,
  typed: readonly [string, string, string],
  today: string,
): { day: string } | { wrong: string } {
  if (until === "30" || until === "90") return { day: addDays(today, Number(until)) };
  if (until === "months") return { day: addMonths(today, 6) };
  if (until !== "day") return { wrong: "Choose when access should end" };
  const day = dayFrom(...typed);
  if (day === null) return { wrong: "Enter the last day of access" };
  if (day === undefined) return { wrong: "Enter a date that exists, for example 27 3 2027" };
  if (day < today) return { wrong: "Enter a last day that is today or later" };
  return { day };
}
