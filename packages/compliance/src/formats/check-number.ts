import { formats } from "../generated/formats.ts";
import { checkDigit731 } from "./check-digit.ts";
import { correct } from "./corrections.ts";
import { messageFor, otherShareCode } from "./messages.ts";
import type { NumberFormat } from "./number-format.ts";

export interface CheckedNumber {
  /** Spaces and hyphens removed, upper case where the format says so. */
  readonly normalised: string;
  readonly valid: boolean;
  /** The number that was probably meant, or what to do instead; null when there is nothing safe to offer. */
  readonly suggestion: string | null;
  /** Why it is not well formed and what to do, in one line; null when it is. */
  readonly message: string | null;
  /** Oddities that stop nobody. */
  readonly warnings: readonly string[];
  /** HCPC: the profession that the letters name. */
  readonly profession?: string;
  /** National Insurance: false for prefixes kept for administration. */
  readonly validStrict?: boolean;
  /** Passport line 2: whether all five check digits agree. */
  readonly checkDigits?: boolean;
}

interface Prepared {
  readonly format: NumberFormat;
  readonly strip: RegExp;
  readonly whole: RegExp;
}
const prepared = new Map<string, Prepared>(
  formats.map((format) => [
    format.id,
    { format, strip: new RegExp(format.normalise.strip, "gu"), whole: new RegExp(format.regex, "u") },
  ]),
);

/** Every number shape that is known. */
export const numberFormats: readonly NumberFormat[] = formats;

export function numberFormat(id: string): NumberFormat | undefined {
  return prepared.get(id)?.format;
}

/**
 * Checks a number as typed against one format of the data. It tells the shape only: a well-formed number may belong to
 * nobody. `role` (a profession) adds the warnings meant for it. Throws a RangeError for a format that is not known.
 */
export function checkNumber(formatId: string, typed: string, options: { role?: string } = {}): CheckedNumber {
  const known = prepared.get(formatId);
  if (!known) throw new RangeError(`There is no number format called ${formatId}`);
  const { format, strip, whole } = known;
  const stripped = typed.replace(strip, "");
  const normalised = format.normalise.upperCase ? stripped.toUpperCase() : stripped;
  const valid = whole.test(normalised);
  const correction = valid ? null : correct(format, normalised);
  return {
    normalised,
    valid,
    suggestion: valid ? null : (correction?.value ?? otherShareCode(format, normalised)?.advice ?? null),
    message: valid ? null : messageFor(format, normalised, correction),
    warnings: valid ? warningsFor(format, normalised, options.role) : [],
    ...(format.strictRegex ? { validStrict: new RegExp(format.strictRegex, "u").test(normalised) } : {}),
    ...(valid ? extras(format, normalised) : {}),
  };
}

/** The public register's page for a number: its own entry where a link is known, else the search page; null where none is. */
export function registerLink(formatId: string, value: string): string | null {
  const link = numberFormat(formatId)?.registerLink;
  if (!link) return null;
  const checked = checkNumber(formatId, value);
  if (!link.deepLink || !checked.valid) return link.page;
  return link.deepLink.replace("{value}", encodeURIComponent(checked.normalised));
}

function warningsFor(format: NumberFormat, value: string, role: string | undefined): readonly string[] {
  const forRole = (format.warnings ?? []).filter((warning) => warning.whenRole === role);
  return forRole.filter((warning) => !new RegExp(warning.regex, "u").test(value)).map((warning) => warning.message);
}

function extras(format: NumberFormat, value: string): Partial<CheckedNumber> {
  const profession = format.prefixes?.[/^[A-Z]+/.exec(value)?.[0] ?? ""];
  return {
    ...(profession === undefined ? {} : { profession }),
    ...(format.checkDigit === "mrz-731" ? { checkDigits: lineTwoAgrees(lineTwoChecks(value)) } : {}),
  };
}

export interface LineCheck {
  readonly printed: string;
  readonly computed: string;
  readonly ok: boolean;
}
export interface LineChecks {
  readonly number: LineCheck;
  readonly birth: LineCheck;
  readonly expiry: LineCheck;
  readonly optional: LineCheck;
  readonly overall: LineCheck;
}

/** The five check digits of a passport's second line (ICAO Doc 9303 part 4), which must be 44 characters. */
export function lineTwoChecks(line: string): LineChecks {
  const part = (from: number, to: number) => line.slice(from - 1, to);
  const check = (over: string, place: number): LineCheck => {
    const printed = part(place, place);
    const computed = checkDigit731(over);
    return { printed, computed, ok: printed === computed };
  };
  const optional = check(part(29, 42), 43);
  // A filler in place of the optional part's digit is allowed when there is no optional part.
  const left = optional.printed === "<" && /^<+$/.test(part(29, 42));
  return {
    number: check(part(1, 9), 10),
    birth: check(part(14, 19), 20),
    expiry: check(part(22, 27), 28),
    optional: left ? { ...optional, ok: true } : optional,
    overall: check(part(1, 10) + part(14, 20) + part(22, 43), 44),
  };
}

/** Whether all five agree. */
export function lineTwoAgrees(checks: LineChecks): boolean {
  return Object.values(checks).every((check: LineCheck) => check.ok);
}
