import type { DetailField, DocumentType, FieldTest } from "../catalogue/document-type.ts";
import { parseDay } from "../dates/civil-day.ts";
import { checkNumber, numberFormat } from "../formats/check-number.ts";
import { messageForAny } from "../formats/messages.ts";
import type { DetailValue } from "./check-details.ts";

export type FieldResult = { readonly value: DetailValue } | { readonly message: string };
interface Surroundings {
  readonly sibling: (fieldId: string) => unknown;
  readonly today: string | undefined;
}

const longestText = 2000;
const earliest = "1900-01-01";
const latest = "2199-12-31";

/** Dates on which something had already happened when the paper was made. */
const pastDates: ReadonlySet<string> = new Set([
  "issueDate",
  "dateOfBirth",
  "sampleDate",
  "awardDate",
  "signedOn",
  "receivedOn",
  "generatedOn",
  "noticeDate",
  "takenOn",
  "lastCheckedOn",
  "checkedOn",
  "changeDate",
  "versionDate",
  "testDate",
]);

/** Checks one filled-in detail. */
export function checkField(type: DocumentType, field: DetailField, value: unknown, around: Surroundings): FieldResult {
  switch (field.kind) {
    case "text":
      return checkText(field, value);
    case "date":
      return checkDate(field, value, around.today);
    case "number":
      return typeof value === "number" && Number.isFinite(value) && value >= 0
        ? { value }
        : { message: `Enter ${lower(field.label)} as a number, for example 2` };
    case "boolean":
      return typeof value === "boolean"
        ? { value }
        : { message: `Answer yes or no (true or false): ${lower(field.label)}` };
    case "enum":
      return typeof value === "string" && field.options?.includes(value)
        ? { value }
        : { message: `Choose ${lower(field.label)} from: ${field.options?.join(", ")}` };
    case "code":
      return checkCode(type, field, value, around);
  }
}

function checkText(field: DetailField, value: unknown): FieldResult {
  if (typeof value !== "string") return { message: `Enter ${lower(field.label)} as text` };
  const text = value.normalize("NFC").trim();
  return text.length <= longestText ? { value: text } : { message: `Use ${longestText} characters or fewer` };
}

function checkDate(field: DetailField, value: unknown, today: string | undefined): FieldResult {
  const text = typeof value === "string" ? value.trim() : "";
  if (parseDay(text) === null) return { message: "Enter a date that exists, for example 27 3 2027" };
  if (text < earliest || text > latest)
    return { message: `Enter ${lower(field.label)} with its year in 4 digits, for example 2027` };
  if (today !== undefined && text > today && pastDates.has(field.id))
    return {
      message:
        field.id === "issueDate"
          ? "Enter an issue date that is today or earlier"
          : "Enter a date that is today or earlier",
    };
  return { value: text };
}

function checkCode(type: DocumentType, field: DetailField, value: unknown, around: Surroundings): FieldResult {
  const text = checkText(field, value);
  if ("message" in text || typeof text.value !== "string") return text;
  if (!field.format || (field.formatWhen && !holds(field.formatWhen, around.sibling))) return text;
  const ids = [field.format].flat();
  const results = ids.map((id) => ({ id, result: checkNumber(id, String(text.value)) }));
  const fit = results.find(({ result }) => result.valid);
  if (!fit) return { message: wrongCode(results) };
  if (fit.result.checkDigits === false)
    return { message: "The code lines do not add up. Take the photo again, or type them" };
  const otherProfession = professionMismatch(type, fit.result.profession, fit.result.normalised, around);
  return otherProfession ? { message: otherProfession } : { value: fit.result.normalised };
}

function wrongCode(
  results: readonly { id: string; result: { suggestion: string | null; message: string | null } }[],
): string {
  const helpful =
    results.find(({ result }) => result.suggestion !== null) ?? (results.length === 1 ? results[0] : undefined);
  if (helpful?.result.message) return helpful.result.message;
  return messageForAny(results.flatMap(({ id }) => numberFormat(id) ?? []));
}

/** HCPC numbers name the profession in their letters. */
function professionMismatch(
  type: DocumentType,
  named: string | undefined,
  number: string,
  around: Surroundings,
): string | null {
  const chosen = around.sibling("profession");
  if (!named || type.id !== "hcpc-registration" || typeof chosen !== "string" || chosen === "" || chosen === named)
    return null;
  const letters = /^[A-Z]+/.exec(number)?.[0] ?? "";
  return `${letters} is for ${plural(named)}. Change the number or the profession`;
}

function plural(profession: string): string {
  if (profession === "chiropodist-podiatrist") return "chiropodists and podiatrists";
  if (profession === "prosthetist-orthotist") return "prosthetists and orthotists";
  if (profession === "speech-language-therapist") return "speech and language therapists";
  return `${profession.replaceAll("-", " ")}s`;
}

function holds(test: FieldTest, sibling: (fieldId: string) => unknown): boolean {
  const value = sibling(test.field);
  if ("present" in test) return value !== undefined && value !== null && value !== "";
  return typeof value === "string" && test.oneOf.includes(value.trim().toUpperCase());
}

/** For use inside a sentence: "Date of issue" becomes "date of issue", "GMC number" and "VAT number" stay. */
function lower(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
