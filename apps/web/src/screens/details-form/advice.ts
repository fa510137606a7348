import { checkDetails, checkNumber, documentType } from "@locum-passport/compliance";
import type { DetailField, Details } from "../../api/types.ts";
import { dayProblem } from "../../design/day.ts";
import type { Values } from "../../design/useSubmit.ts";
import { countryAdvice } from "./country-advice.ts";
import { driverAdvice, type PersonKept } from "./driver-advice.ts";
import { formatsOf } from "./formats-of.ts";
import { readLines } from "./passport-lines.ts";
import { nameOf, readDetails } from "./read-details.ts";

/** What is said of a field while its form is filled in. It stops nobody: the service decides when the form is sent. */
export interface Advice {
  /** `mend`: it will not be taken like this. `look`: it may be right, and is worth a second look. */
  kind: "mend" | "look";
  words: string;
  /** One press that puts it right: values by field id. */
  offer?: { press: string; fill: Record<string, string> };
}

export interface Around {
  typeId: string;
  fields: readonly DetailField[];
  values: Values;
  today: string;
  person: PersonKept;
}

/** For each field that is filled in and has something to be said about it, by field id. */
export function adviceOn({ typeId, fields, values, today, person }: Around): Map<string, Advice> {
  const type = documentType(typeId);
  const { details } = readDetails(fields, values);
  const refused = new Map(
    (type ? checkDetails(type, details, { today }).errors : []).map(({ field, message }) => [field, message]),
  );
  const advice = new Map<string, Advice>();
  for (const field of fields) {
    const found = dateAdvice(field, values) ?? textAdvice(field, details, refused.get(field.id), person);
    if (found) advice.set(field.id, found);
  }
  const lines = lineAdvice(fields, details, today);
  return lines ? advice.set(lines.field, lines) : advice;
}

/** More exact about a passport's code lines than the service is. */
function lineAdvice(
  fields: readonly DetailField[],
  details: Details,
  today: string,
): (Advice & { field: string }) | undefined {
  const both = typeof details.mrzLine1 === "string" ? details.mrzLine1.replace(/\s/g, "").toUpperCase() : "";
  if (both.length === 2 * lineLength) {
    const fill = { mrzLine1: both.slice(0, lineLength), mrzLine2: both.slice(lineLength) };
    return {
      field: "mrzLine1",
      kind: "mend",
      words: "These are both lines",
      offer: { press: "Put each in its place", fill },
    };
  }
  const read = readLines(fields, details, today);
  return read.state === "wrong" ? { field: "mrzLine2", kind: "mend", words: read.words } : undefined;
}

const lineLength = 44;

function dateAdvice(field: DetailField, values: Values): Advice | undefined {
  if (field.kind !== "date") return undefined;
  const words = dayProblem(...values.day(nameOf(field)));
  return words === undefined ? undefined : { kind: "mend", words };
}

function textAdvice(
  field: DetailField,
  details: Details,
  refused: string | undefined,
  person: PersonKept,
): Advice | undefined {
  const value = details[field.id];
  if (typeof value === "string" && field.id === "issuingCountry") {
    const country = countryAdvice(value);
    if (country) return country;
  }
  if (refused !== undefined) {
    return { kind: "mend", words: `${refused}${lengthWords(field, value)}`, ...offerFor(field, value) };
  }
  return typeof value === "string" && field.kind === "code" ? numberAdvice(field, value, details, person) : undefined;
}

/** A code line is long, and what is wrong with it is most often a filler too many or too few. */
function lengthWords({ id }: DetailField, value: unknown): string {
  const length = typeof value === "string" ? value.replace(/\s/g, "").length : lineLength;
  return id.startsWith("mrzLine") && length !== lineLength ? `. There are ${length} now` : "";
}

/** A number that is well formed, and still worth a word. */
function numberAdvice(field: DetailField, value: string, details: Details, person: PersonKept): Advice | undefined {
  for (const format of formatsOf(field)) {
    const role = typeof details.registrantType === "string" ? details.registrantType : person.profession;
    const checked = checkNumber(format, value, role ? { role } : {});
    if (!checked.valid) continue;
    const [warning] = checked.warnings;
    if (warning) return { kind: "look", words: `${warning} Check it against the register.` };
    if (checked.validStrict === false) {
      return {
        kind: "look",
        words: `Numbers that begin with ${checked.normalised.slice(0, 2)} are not given to people. Check it against a payslip or a letter`,
      };
    }
    const profession = professionAdvice(checked.profession, details);
    if (profession) return profession;
    if (format === "gb-driver-number") return driverAdvice(checked.normalised, person);
  }
  return undefined;
}

/** The letters of an HCPC number name a profession: offered while none is chosen. */
function professionAdvice(named: string | undefined, details: Details): Advice | undefined {
  if (named === undefined || details.profession !== null) return undefined;
  const words = named.replaceAll("-", " ");
  return {
    kind: "look",
    words: `Its letters are those of a ${words}.`,
    offer: { press: `Choose ${words}`, fill: { profession: named } },
  };
}

/** "Use 01A2345N": only a number that is well formed is ever offered. */
function offerFor(field: DetailField, value: unknown): Pick<Advice, "offer"> {
  if (typeof value !== "string") return {};
  for (const format of formatsOf(field)) {
    const { suggestion } = checkNumber(format, value);
    if (suggestion !== null && checkNumber(format, suggestion).valid) {
      return { offer: { press: `Use ${suggestion}`, fill: { [field.id]: suggestion } } };
    }
  }
  return {};
}

/** As it will be kept: spaces and hyphens out, capitals; `undefined` while it is not well formed, or where nothing changes. */
export function tidied(field: DetailField, typed: string): string | undefined {
  for (const format of formatsOf(field)) {
    const { valid, normalised } = checkNumber(format, typed);
    if (valid) return normalised === typed ? undefined : normalised;
  }
  return undefined;
}
