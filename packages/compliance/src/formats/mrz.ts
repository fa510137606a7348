import { addMonths, type CivilDay, dayNumber, dayOf, formatDay, parseDay, partsOf } from "../dates/civil-day.ts";
import { checkNumber, type LineChecks, lineTwoAgrees, lineTwoChecks, numberFormat } from "./check-number.ts";

export interface MrzFields {
  readonly number: string;
  readonly nationality: string;
  /** `YYYY-MM-DD`; null when the six digits are no date. */
  readonly birthDate: string | null;
  /** As printed: M, F, X, or the filler where it is not stated. */
  readonly sex: string;
  readonly expiryDate: string | null;
  readonly optional: string;
  /** From line 1, where it was given and is well formed. */
  readonly issuer?: string;
  readonly surname?: string;
  readonly givenNames?: string;
}

export type Mrz =
  | { readonly wellFormed: false; readonly valid: false; readonly line1WellFormed?: boolean }
  | {
      readonly wellFormed: true;
      /** The pattern fits, all five digits agree and both dates exist. It says nothing about being in date. */
      readonly valid: boolean;
      readonly checks: LineChecks;
      readonly fields: MrzFields;
      readonly inDate: boolean;
      readonly line1WellFormed?: boolean;
    };

/**
 * Reads the code lines of a passport (TD3, ICAO Doc 9303 part 4), 44 characters each, as typed or read from a picture.
 * Years have two digits: the birth year is the latest that makes the holder at least 16 on the day given, the expiry year
 * the one nearest to it.
 * @param on the day asked about, `YYYY-MM-DD`.
 */
export function readPassportLines(lines: { line1?: string; line2: string }, on: string): Mrz {
  const today = dayOf(on);
  const first = lines.line1 === undefined ? undefined : readLineOne(lines.line1);
  const line1 = first === undefined ? {} : { line1WellFormed: first !== null };
  const { normalised: line, valid } = checkNumber("passport-mrz-line-2", lines.line2);
  if (!valid) return { wellFormed: false, valid: false, ...line1 };
  const checks = lineTwoChecks(line);
  const birth = birthDay(line.slice(13, 19), today);
  const expiry = nearestDay(line.slice(21, 27), today);
  return {
    wellFormed: true,
    valid: lineTwoAgrees(checks) && birth !== null && expiry !== null,
    checks,
    fields: {
      number: withoutFiller(line.slice(0, 9)),
      nationality: withoutFiller(line.slice(10, 13)),
      birthDate: birth === null ? null : formatDay(birth),
      sex: line.slice(20, 21),
      expiryDate: expiry === null ? null : formatDay(expiry),
      optional: withoutFiller(line.slice(28, 42)),
      ...(first ?? {}),
    },
    inDate: expiry !== null && expiry >= today,
    ...line1,
  };
}

interface LineOne {
  readonly issuer: string;
  readonly surname: string;
  readonly givenNames: string;
}

function readLineOne(typed: string): LineOne | null {
  const { normalised: line, valid } = checkNumber("passport-mrz-line-1", typed);
  if (!valid && !relaxedFits(line)) return null;
  const names = withoutFiller(line.slice(5));
  const split = names.indexOf("<<");
  const surname = split === -1 ? names : names.slice(0, split);
  const givenNames = split === -1 ? "" : names.slice(split + 2);
  return { issuer: withoutFiller(line.slice(2, 5)), surname: spaced(surname), givenNames: spaced(givenNames) };
}

/** German passports print D and two fillers as the issuer. */
function relaxedFits(line: string): boolean {
  const relaxed = numberFormat("passport-mrz-line-1")?.relaxedRegex;
  return line.slice(2, 5) === "D<<" && relaxed !== undefined && new RegExp(relaxed, "u").test(line);
}

function withoutFiller(text: string): string {
  return text.replace(/<+$/, "");
}
function spaced(text: string): string {
  return text.replace(/<+/g, " ").trim();
}

function birthDay(digits: string, today: CivilDay): CivilDay | null {
  const centuryNow = Math.floor(partsOf(today).year / 100);
  for (const century of [centuryNow, centuryNow - 1]) {
    const day = inCentury(digits, century);
    if (sixteenBy(digits, century, today)) return day;
  }
  return null;
}

/** Compared by year, month and day, since 29 February may not exist in the year tried. */
function sixteenBy(digits: string, century: number, today: CivilDay): boolean {
  const sixteenYearsAgo = formatDay(addMonths(today, -192));
  const born = `${century}${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`;
  return born <= sixteenYearsAgo;
}

function nearestDay(digits: string, today: CivilDay): CivilDay | null {
  const centuryNow = Math.floor(partsOf(today).year / 100);
  const [year, month, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const distance = (century: number) => Math.abs(dayNumber(century * 100 + year, month, day) - today);
  const nearest = [centuryNow, centuryNow - 1, centuryNow + 1].reduce((best, century) =>
    distance(century) < distance(best) ? century : best,
  );
  return inCentury(digits, nearest);
}

function inCentury(digits: string, century: number): CivilDay | null {
  return parseDay(`${century}${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`);
}
