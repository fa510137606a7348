import { documentType } from "../catalogue/document-types.ts";
import { parseDay } from "../dates/civil-day.ts";

/**
 * Details that say when a paper came to be, the first that is filled in. A look-up date or the start of a cover is none:
 * the paper was there before.
 */
const issueFields = [
  "issueDate",
  "awardDate",
  "completedOn",
  "changeDate",
  "noticeDate",
  "reportDate",
  "sampleDate",
  "resultDate",
  "testDate",
  "signedOn",
  "versionDate",
  "takenOn",
  "appraisalDate",
  "interviewDate",
] as const;

/**
 * The day a paper was issued, by its typed details: `YYYY-MM-DD`, or null when they do not say. Nobody can have seen it
 * before that day.
 */
export function issuedOn(typeId: string, details: Readonly<Record<string, unknown>>): string | null {
  const known = new Set(documentType(typeId)?.fields.map((field) => field.id));
  for (const field of issueFields) {
    const value = Object.hasOwn(details, field) && known.has(field) ? details[field] : undefined;
    if (typeof value === "string" && parseDay(value.trim()) !== null) return value.trim();
  }
  return null;
}
