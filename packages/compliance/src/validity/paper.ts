import type { DocumentType, FieldTest } from "../catalogue/document-type.ts";
import { documentType } from "../catalogue/document-types.ts";
import { type CivilDay, parseDay } from "../dates/civil-day.ts";

/** A document someone holds, as far as the judge looks: its type and the details typed from it. */
export interface HeldDocument {
  readonly id: string;
  readonly type: string;
  /** By field id. Days are `YYYY-MM-DD`; null and empty text mean "not filled in". */
  readonly details: Readonly<Record<string, unknown>>;
  /** A named person recorded that they saw the original. A copy never counts as that. */
  readonly originalSeen?: boolean;
}

/** A held document with its dates parsed at most once. */
export interface Paper {
  readonly id: string;
  readonly typeId: string;
  readonly type: DocumentType | undefined;
  readonly originalSeen: boolean;
  /** The value of a field, or undefined when it is not filled in. */
  value(field: string): unknown;
  /** The day in a field, or null when it is not filled in or does not exist. */
  day(field: string): CivilDay | null;
}

/** The details belong to the caller and may not change while the paper is in use. */
export function paperOf(held: HeldDocument): Paper {
  const days = new Map<string, CivilDay | null>();
  const value = (field: string): unknown => {
    if (!Object.hasOwn(held.details, field)) return undefined;
    const found = held.details[field];
    return found === null || (typeof found === "string" && found.trim() === "") ? undefined : found;
  };
  return {
    id: held.id,
    typeId: held.type,
    type: documentType(held.type),
    originalSeen: held.originalSeen === true,
    value,
    day(field) {
      const known = days.get(field);
      if (known !== undefined) return known;
      const found = value(field);
      const day = typeof found === "string" ? parseDay(found.trim()) : null;
      days.set(field, day);
      return day;
    },
  };
}

/** Text compares without regard to case and extra spaces; yes and no and numbers compare as they are. */
export function sameValue(one: unknown, two: unknown): boolean {
  if (typeof one === "string" && typeof two === "string") return one === two || tidyValue(one) === tidyValue(two);
  return one === two;
}

export function tidyValue(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** A test of a document on one of its own fields. */
export function passesFieldTest(paper: Paper, test: FieldTest): boolean {
  const value = paper.value(test.field);
  if (value === undefined) return false;
  return "present" in test || test.oneOf.some((option) => sameValue(option, value));
}
