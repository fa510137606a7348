import { deadlines } from "@locum-passport/compliance";
import { addDays, dayFrom, dayInWords } from "../../design/day.ts";

/** Six months on, by the rule that the service counts with. */
export const sixMonthsAfter = deadlines.dbsCopyDeleteBy;

/** Criminal-record copies end six months after sending at the latest (DBS code of practice; Police Act 1997, section 122). */
export const criminalRecordEnd = (endsOn: string, sentOn: string): string => {
  const latest = sixMonthsAfter(sentOn);
  return endsOn < latest ? endsOn : latest;
};

export const lastDayOptions = (today: string) => [
  { value: "30", label: `30 days, until ${dayInWords(addDays(today, 30))}` },
  { value: "90", label: `90 days, until ${dayInWords(addDays(today, 90))}` },
  { value: "months", label: `Six months, until ${dayInWords(sixMonthsAfter(today))}` },
  { value: "day", label: "Another day" },
];

/** The chosen last day, or what is wrong with it. */
export function lastDayOf(
  until: string,
  typed: readonly [string, string, string],
  today: string,
): { day: string } | { wrong: string } {
  if (until === "30" || until === "90") return { day: addDays(today, Number(until)) };
  if (until === "months") return { day: sixMonthsAfter(today) };
  if (until !== "day") return { wrong: "Choose when access should end" };
  const day = dayFrom(...typed);
  if (day === null) return { wrong: "Enter the last day of access" };
  if (day === undefined) return { wrong: "Enter a date that exists, for example 27 3 2027" };
  if (day < today) return { wrong: "Enter a last day that is today or later" };
  if (day > `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`) return { wrong: "Enter a last day within two years" };
  return { day };
}
