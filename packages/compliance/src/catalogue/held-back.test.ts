import { describe, expect, test } from "vitest";
import { documentTypes } from "./document-types.ts";
import { isHeldBack } from "./held-back.ts";

const heldBack = documentTypes.flatMap((type) =>
  type.fields.filter((field) => isHeldBack(type, field.id)).map((field) => `${type.id}.${field.id}`),
);

describe("details held back from sending", () => {
  test("are National Insurance numbers, bank details and share codes, and nothing else", () => {
    expect(heldBack.sort()).toEqual([
      "bank-details.accountName",
      "bank-details.accountNumber",
      "bank-details.sortCode",
      "ni-evidence.niNumber",
      "rtw-share-code.code",
    ]);
  });

  test("include a field that the type does not have: it was typed when the paper was called something else", () => {
    const [type] = documentTypes;
    expect(type && isHeldBack(type, "sortCodeOfAnotherType")).toBe(true);
  });
});
