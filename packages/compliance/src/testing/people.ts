import fc from "fast-check";
import type { DocumentType } from "../catalogue/document-type.ts";
import { documentTypes } from "../catalogue/document-types.ts";
import { dayOf, formatDay } from "../dates/civil-day.ts";
import type { Fact, FactAnswers } from "../profiles/profile.ts";
import { starterFacts } from "../profiles/starters.ts";
import type { HeldDocument } from "../validity/paper.ts";

/** Invented people for properties: any documents with any details, mostly near the day of these tests. */
export const today = "2026-11-23";

export const anyDay = fc.integer({ min: dayOf("2020-01-01"), max: dayOf("2033-12-31") }).map(formatDay);

export function detailsOf(type: DocumentType): fc.Arbitrary<Record<string, unknown>> {
  const fields = type.fields.map((field) => {
    const value: fc.Arbitrary<unknown> =
      field.kind === "date"
        ? anyDay
        : field.kind === "boolean"
          ? fc.boolean()
          : field.kind === "enum"
            ? fc.constantFrom(...(field.options ?? ["x"]))
            : field.kind === "number"
              ? fc.integer({ min: 0, max: 200 })
              : fc.constantFrom("SPECIMEN one", "SPECIMEN  ONE", "SPECIMEN two", "GBR", "");
    return [field.id, fc.option(value, { freq: 6, nil: null })] as const;
  });
  return fc.record(Object.fromEntries(fields));
}

export function documentOf(types: readonly DocumentType[]): fc.Arbitrary<Omit<HeldDocument, "id">> {
  return fc.constantFrom(...types).chain((type) => detailsOf(type).map((details) => ({ type: type.id, details })));
}

export function passport(types: readonly DocumentType[] = documentTypes, maxLength = 20): fc.Arbitrary<HeldDocument[]> {
  return fc
    .array(documentOf(types), { maxLength })
    .map((documents) => documents.map((document, index) => ({ ...document, id: `d${index + 1}` })));
}

export const anyFacts: fc.Arbitrary<FactAnswers> = fc.record(
  Object.fromEntries(starterFacts.map((fact) => [fact.id, fc.option(answerTo(fact), { nil: undefined })])),
);

function answerTo(fact: Fact): fc.Arbitrary<string | number | boolean> {
  if (fact.kind === "boolean") return fc.boolean();
  return fact.kind === "number" ? fc.nat({ max: 60 }) : fc.constantFrom(...(fact.options ?? [""]));
}
