import { describe, expect, test } from "vitest";
import { numberFormat } from "../formats/check-number.ts";
import { canBeSent, consentNeeded, documentType, documentTypes, isGuarded, otherType } from "./document-types.ts";

describe("the catalogue", () => {
  test("holds 95 types and `other`, each id once", () => {
    expect(documentTypes).toHaveLength(96);
    expect(new Set(documentTypes.map((type) => type.id)).size).toBe(96);
  });

  test.each(documentTypes.map((type) => [type.id, type] as const))("%s is whole", (_id, type) => {
    const fields = new Map(type.fields.map((field) => [field.id, field]));
    const { validity } = type;
    for (const field of type.fields) {
      if (field.kind === "enum") expect(field.options?.length).toBeGreaterThan(1);
      for (const format of [field.format ?? []].flat()) expect(numberFormat(format)?.id).toBe(format);
      if (field.formatWhen) expect(fields.has(field.formatWhen.field)).toBe(true);
    }
    for (const named of [
      validity.from,
      validity.until,
      validity.start,
      validity.derive?.from,
      validity.fixedWindows?.asOf,
    ])
      if (named !== undefined) expect(fields.get(named)?.kind).toBe("date");
    if (validity.noEndIf) expect(fields.get(validity.noEndIf)?.kind).toBe("boolean");
    if (validity.unless) expect(documentType(validity.unless.type)).toBeDefined();
    for (const other of type.alsoCountsAs ?? []) expect(documentType(other.type)).toBeDefined();
    expect(type.otherNames.length).toBeGreaterThan(0);
    expect(type.hint).not.toBe("");
  });

  test("an unknown id is undefined, also one that every object answers to", () => {
    expect(documentType("no-such-type")).toBeUndefined();
    expect(documentType("constructor")).toBeUndefined();
  });
});

describe("other", () => {
  test("cannot be sent, and every other type can", () => {
    expect(documentTypes.filter((type) => !canBeSent(type))).toEqual([otherType]);
  });

  test("is guarded like the most careful papers and asks for no consent by name", () => {
    expect(isGuarded(otherType)).toBe(true);
    expect(consentNeeded(otherType)).toBeNull();
  });
});

test("health and criminal-record papers need a yes of their own, and they and financial ones are guarded", () => {
  for (const type of documentTypes) {
    const own = type.sensitivity === "health" || type.sensitivity === "criminal-record";
    expect(consentNeeded(type)).toBe(own ? type.sensitivity : null);
    expect(isGuarded(type)).toBe(own || type.sensitivity === "financial");
  }
});
