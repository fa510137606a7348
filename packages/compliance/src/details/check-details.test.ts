import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentType } from "../catalogue/document-type.ts";
import { documentType, documentTypes } from "../catalogue/document-types.ts";
import { checkDetails, missingDetails } from "./check-details.ts";

function type(id: string): DocumentType {
  const found = documentType(id);
  if (!found) throw new Error(`no type ${id}`);
  return found;
}
const messages = (id: string, details: unknown, today?: string) =>
  checkDetails(type(id), details, today ? { today } : {}).errors.map((error) => `${error.field}: ${error.message}`);

describe("details", () => {
  test("good ones come back tidied, without what is not filled in", () => {
    const { details, errors } = checkDetails(type("ni-evidence"), {
      niNumber: " ab 12 34 56 c",
      subtype: "p60",
      issuer: "  ",
    });
    expect(errors).toEqual([]);
    expect(details).toEqual({ niNumber: "AB123456C", subtype: "p60" });
  });

  test("an unknown field is refused by its name", () => {
    expect(messages("bls", { provider: "SPECIMEN Training", finishedOn: "2026-03-12" })).toEqual([
      'finishedOn: Basic life support has no detail called "finishedOn". It has: provider, completedOn, expiryDate, practical, audience',
    ]);
    expect(messages("bls", JSON.parse('{"__proto__": "x"}'))).toHaveLength(1);
  });

  test.each(["2026-02-30", "2025-02-29", "2026-13-01", "12/03/2026", "2026-3-12", "soon", 20260312, true])(
    "a date that does not exist is refused: %s",
    (value) => {
      expect(messages("bls", { completedOn: value })).toEqual([
        "completedOn: Enter a date that exists, for example 27 3 2027",
      ]);
    },
  );

  test("a year with a slip is refused", () => {
    expect(messages("bls", { completedOn: "0206-03-12" })[0]).toContain("year in 4 digits");
  });

  test("29 February of a leap year is a date", () => {
    expect(messages("bls", { completedOn: "2024-02-29" })).toEqual([]);
  });

  test("an end before its beginning is refused", () => {
    expect(messages("indemnity", { startDate: "2026-12-01", endDate: "2026-11-30" })).toEqual([
      "endDate: Enter an end date that is after the start date",
    ]);
    expect(messages("passport", { dateOfBirth: "2026-01-01", issueDate: "2020-01-01" })).toEqual([
      "issueDate: Enter an issue date that is after the date of birth",
    ]);
  });

  test("what was issued may not lie ahead, when today is known", () => {
    expect(messages("dbs-certificate", { issueDate: "2026-11-24" }, "2026-11-23")).toEqual([
      "issueDate: Enter an issue date that is today or earlier",
    ]);
    expect(messages("dbs-certificate", { issueDate: "2026-11-23" }, "2026-11-23")).toEqual([]);
    expect(messages("indemnity", { startDate: "2027-01-01" }, "2026-11-23")).toEqual([]);
  });

  test.each([
    ["gmc-registration", "gmcNumber", "700001", "Enter your GMC number as 7 digits, for example 7000001"],
    [
      "nmc-registration",
      "nmcPin",
      "01A2345",
      "Enter your Pin as 2 digits, a letter, 4 digits and a letter, for example 01A2345N",
    ],
    ["nmc-registration", "nmcPin", "O1A2345N", "Did you mean 01A2345N? You typed the letter O where a zero goes"],
    ["dbs-certificate", "certificateNumber", "1234567890", "Enter all 12 digits, with any zeros at the start"],
    ["rtw-share-code", "code", "R12345678", "This code is for renting. Make one for right to work; it starts with W"],
    ["ni-evidence", "niNumber", "QQ123456A", "Enter your National Insurance number, for example AB 12 34 56 C"],
    ["hcpc-registration", "hcpcNumber", "SW12345", "Enter the letters and the number, for example PH123456"],
    [
      "driving-licence",
      "driverNumber",
      "1",
      "Enter the driver number at 5 on the licence, for example MORGA753116SM9IJ or 12345678",
    ],
    ["ltd-company", "companyNumber", "1234567", "Did you mean 01234567?"],
  ])("%s %s %s: %s", (id, field, value, message) => {
    expect(messages(id, { [field]: value })).toEqual([`${field}: ${message}`]);
  });

  test("either of two formats will do for a driver number", () => {
    expect(messages("driving-licence", { driverNumber: "MORGA 753116 SM9IJ" })).toEqual([]);
    expect(messages("driving-licence", { driverNumber: "1234 5678" })).toEqual([]);
  });

  test("the letters of an HCPC number must agree with the profession", () => {
    expect(messages("hcpc-registration", { hcpcNumber: "PH123456", profession: "paramedic" })).toEqual([
      "hcpcNumber: PH is for physiotherapists. Change the number or the profession",
    ]);
    expect(messages("hcpc-registration", { hcpcNumber: "PA123456", profession: "paramedic" })).toEqual([]);
  });

  test("the nine-digit passport number is asked for from GBR only", () => {
    expect(messages("passport", { number: "PA1234567", issuingCountry: "IRL" })).toEqual([]);
    expect(messages("passport", { number: "PA1234567", issuingCountry: "gbr" })).toHaveLength(1);
    expect(messages("passport", { number: "PA1234567" })).toEqual([]);
  });

  test("passport code lines must add up", () => {
    const line = "L898902C36UTO7408122F1204159ZE184226B<<<<<1";
    expect(messages("passport", { mrzLine2: `${line}0` })).toEqual([]);
    expect(messages("passport", { mrzLine2: `${line}1` })).toEqual([
      "mrzLine2: The code lines do not add up. Take the photo again, or type them",
    ]);
  });

  test("kinds are strict: yes or no is not text, a number is not text, a choice is from its list", () => {
    expect(messages("bls", { practical: "yes" })).toHaveLength(1);
    expect(messages("moving-handling", { level: "2" })).toHaveLength(1);
    expect(messages("moving-handling", { level: Number.NaN })).toHaveLength(1);
    expect(messages("bls", { audience: "everyone" })[0]).toContain("adult, paediatric, both");
    expect(messages("bls", { provider: 7 })).toHaveLength(1);
    expect(messages("bls", { provider: "x".repeat(2001) })).toEqual(["provider: Use 2000 characters or fewer"]);
  });

  test.each([null, [], "text", 3, undefined])("what is not an object is refused whole: %s", (value) => {
    expect(messages("bls", value)).toHaveLength(1);
  });

  test("`other` takes no details", () => {
    expect(messages("other", { provider: "x" })[0]).toContain("Say what this document is first");
    expect(messages("other", {})).toEqual([]);
  });

  test("no input breaks it, and what passes passes again unchanged", () => {
    const anyType = fc.constantFrom(...documentTypes);
    fc.assert(
      fc.property(anyType, fc.jsonValue(), (one, input) => {
        const { details } = checkDetails(one, input);
        expect(checkDetails(one, details).details).toEqual(details);
      }),
      { numRuns: 200 },
    );
  });
});

describe("missing details", () => {
  test("are the required fields not filled in, in the type's order", () => {
    expect(missingDetails(type("bls"), {})).toEqual(["provider", "completedOn"]);
    expect(missingDetails(type("bls"), { provider: "", completedOn: "2026-03-12" })).toEqual(["provider"]);
    expect(missingDetails(type("bls"), { provider: "SPECIMEN Training", completedOn: "2026-03-12" })).toEqual([]);
  });

  test("a No is filled in", () => {
    expect(missingDetails(type("epp-hiv"), { identityVerifiedSample: false })).not.toContain("identityVerifiedSample");
  });
});
