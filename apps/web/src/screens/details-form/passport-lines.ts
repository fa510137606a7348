import { readPassportLines } from "@locum-passport/compliance";
import type { DetailField, Details } from "../../api/types.ts";
import { dayInWords } from "../../design/day.ts";
import { list } from "../../design/words.ts";

export interface LineReading {
  /** What the code lines say, by field id, for the fields that the type has. */
  found: Record<string, string>;
  /** Where a field is filled in with something else than the lines say. */
  differs: { field: string; label: string; typed: string; lines: string }[];
  /** Fields that would change on a press. */
  open: string[];
}
export type PassportReading =
  | { state: "none" }
  /** Which parts do not add up, in words. */
  | { state: "wrong"; words: string }
  | { state: "read"; reading: LineReading };

/**
 * What the two code lines of a passport say, beside what is typed in the fields. The lines are what a machine reads, so
 * names in them have no accents, and long ones are cut: a name that begins the same does not differ.
 */
export function readLines(fields: readonly DetailField[], details: Details, today: string): PassportReading {
  const line1 = textOf(details.mrzLine1);
  const line2 = textOf(details.mrzLine2);
  if (!line2 || !fields.some(({ id }) => id === "mrzLine2")) return { state: "none" };
  const read = readPassportLines(line1 ? { line1, line2 } : { line2 }, today);
  if (!read.wellFormed) return { state: "none" };
  if (!read.valid) return { state: "wrong", words: wrongParts(read) };
  const { number, issuer, nationality, surname, givenNames, birthDate, expiryDate } = read.fields;
  const said: Record<string, string | null | undefined> = {
    number,
    issuingCountry: issuer ?? nationality,
    surname: surname && inCapitals(surname),
    givenNames: givenNames && inCapitals(givenNames),
    dateOfBirth: birthDate,
    expiryDate,
  };
  const reading: LineReading = { found: {}, differs: [], open: [] };
  for (const { id, label, kind } of fields) {
    const lines = said[id];
    if (!lines) continue;
    reading.found[id] = lines;
    const typed = textOf(details[id]);
    if (!typed) reading.open.push(id);
    else if (!same(id, typed, lines)) {
      const words = kind === "date" ? dayInWords : (text: string) => text;
      reading.differs.push({ field: id, label, typed: words(typed), lines: words(lines) });
    }
  }
  return { state: "read", reading };
}

const textOf = (value: unknown) => (typeof value === "string" ? value.trim() : "");

const nameFields = new Set(["surname", "givenNames"]);

function same(field: string, typed: string, lines: string): boolean {
  if (!nameFields.has(field)) return tidy(typed) === tidy(lines);
  const [one, two] = [tidy(typed), tidy(lines)];
  return one === two || (two.length >= shortestCut && one.startsWith(two));
}

/** The names share 39 places, so a name shorter than this is never cut. */
const shortestCut = 15;

const tidy = (text: string) =>
  text
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");

/** "OKONKWO HALE" → "Okonkwo Hale", to be corrected by whoever knows better. */
const inCapitals = (name: string) => name.toLowerCase().replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());

type Read = Extract<ReturnType<typeof readPassportLines>, { wellFormed: true }>;

function wrongParts({ checks, fields }: Read): string {
  const parts = [
    ...(checks.number.ok ? [] : ["the passport number"]),
    ...(checks.birth.ok ? [] : ["the birth date"]),
    ...(checks.expiry.ok ? [] : ["the expiry date"]),
    ...(checks.optional.ok ? [] : ["the part before the last two characters"]),
  ];
  const at = parts.length > 0 ? `Look at ${list(parts)} in the second line` : "Look at the second line again";
  if (parts.length > 0 || !checks.overall.ok) return `The check digits do not add up. ${at}: one character is off`;
  return fields.birthDate === null
    ? "The birth date in the second line does not exist. Look at it again"
    : "The expiry date in the second line does not exist. Look at it again";
}
