import { documentType } from "@locum-passport/compliance";
import { describe, expect, test } from "vitest";
import type { DetailField } from "../../api/types.ts";
import { Values } from "../../design/useSubmit.ts";
import { adviceOn, tidied } from "./advice.ts";
import type { PersonKept } from "./driver-advice.ts";

const nobody: PersonKept = { legalName: null, formerNames: [], birthDate: null, profession: null };

function fieldsOf(typeId: string): DetailField[] {
  return (documentType(typeId)?.fields ?? []).map((field) => ({ ...field }) as DetailField);
}

/** What is said of one field when these are typed; a date as "27 3 2027". */
function said(typeId: string, field: string, typed: Record<string, string>, person = nobody) {
  const data = new FormData();
  for (const [id, text] of Object.entries(typed)) {
    const parts = text.split(" ");
    if (fieldsOf(typeId).find((one) => one.id === id)?.kind === "date") {
      for (const [at, part] of ["day", "month", "year"].entries()) data.set(`details.${id}.${part}`, parts[at] ?? "");
    } else data.set(`details.${id}`, text);
  }
  const around = { typeId, fields: fieldsOf(typeId), values: new Values(data), today: "2026-11-23", person };
  return adviceOn(around).get(field);
}

describe("numbers as typed", () => {
  test.each([
    ["nmc-registration", "nmcPin", "O1A2345N", "01A2345N"],
    ["gmc-registration", "gmcNumber", "7OO0001", "7000001"],
    ["hcpc-registration", "hcpcNumber", "ph12345o", "PH123450"],
    ["ltd-company", "companyNumber", "1234567", "01234567"],
    ["ni-evidence", "niNumber", "AB 12 34 S6 C", "AB123456C"],
    ["driving-licence", "driverNumber", "M0RGA753116SM9IJ", "MORGA753116SM9IJ"],
  ])("a slip of %s %s is offered put right, one press away", (type, field, typed, meant) => {
    const advice = said(type, field, { [field]: typed });
    expect(advice).toMatchObject({ kind: "mend", offer: { press: `Use ${meant}`, fill: { [field]: meant } } });
    expect(advice?.words).toContain(`Did you mean ${meant}?`);
  });

  test("what no swap can mend is told without an offer", () => {
    expect(said("dbs-certificate", "certificateNumber", { certificateNumber: "12345" })).toEqual({
      kind: "mend",
      words: "Enter all 12 digits, with any zeros at the start",
    });
    expect(said("rtw-share-code", "code", { code: "R12345678" })).toEqual({
      kind: "mend",
      words: "This code is for renting. Make one for right to work; it starts with W",
    });
  });

  test("a number that will be taken is never told as wrong, only worth a look", () => {
    expect(said("nmc-registration", "nmcPin", { nmcPin: "01a2345n" })).toBeUndefined();
    const warned = said("gphc-registration", "gphcNumber", { gphcNumber: "5012345", registrantType: "pharmacist" });
    expect(warned).toMatchObject({ kind: "look" });
    expect(warned?.words).toContain("usually start with 2");
    expect(said("ni-evidence", "niNumber", { niNumber: "PP123456A" })).toMatchObject({ kind: "look" });
  });

  test("the letters of an HCPC number offer their profession, and contradict another", () => {
    expect(said("hcpc-registration", "hcpcNumber", { hcpcNumber: "PH123456" })?.offer?.fill).toEqual({
      profession: "physiotherapist",
    });
    const other = said("hcpc-registration", "hcpcNumber", { hcpcNumber: "PH123456", profession: "paramedic" });
    expect(other).toMatchObject({
      kind: "mend",
      words: "PH is for physiotherapists. Change the number or the profession",
    });
  });

  test("a driver number is compared with name and birth date, former names too", () => {
    const person = {
      ...nobody,
      legalName: "Sarah Meredyth Jones",
      formerNames: ["Sarah Meredyth Morgan"],
      birthDate: "1976-03-11",
    };
    const number = { driverNumber: "MORGA753116SM9IJ" };
    expect(said("driving-licence", "driverNumber", number, person)).toBeUndefined();
    expect(said("driving-licence", "driverNumber", number, { ...person, formerNames: [] })?.words).toContain(
      "the surname in",
    );
    expect(said("driving-licence", "driverNumber", number)).toBeUndefined();
  });

  test("numbers are tidied as they will be kept, and left alone while they are not well formed", () => {
    const [field] = fieldsOf("ni-evidence");
    expect(field && tidied(field, "ab 12 34 56 c")).toBe("AB123456C");
    expect(field && tidied(field, "AB123456C")).toBeUndefined();
    expect(field && tidied(field, "ab 12")).toBeUndefined();
  });
});

describe("dates as typed", () => {
  test.each([
    ["passport", "expiryDate", { expiryDate: "29 2 2027" }, "There is no 29 February in 2027"],
    ["passport", "expiryDate", { expiryDate: "12 3 0206" }, "“0206” has a slip"],
    ["dbs-certificate", "issueDate", { issueDate: "24 11 2026" }, "today or earlier"],
    ["passport", "expiryDate", { issueDate: "1 5 2026", expiryDate: "30 4 2026" }, "after the date of issue"],
    ["indemnity", "endDate", { startDate: "1 5 2026", endDate: "30 4 2026" }, "after the start date"],
  ])("%s %s %j is told in words", (type, field, typed, words) => {
    expect(said(type, field, typed)?.words).toContain(words);
  });
  test("a date that may well be is not told as wrong", () => {
    expect(said("passport", "expiryDate", { issueDate: "29 2 2024", expiryDate: "28 2 2034" })).toBeUndefined();
  });
});

describe("a passport's code lines", () => {
  const line2 = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
  test("a line too short says how many characters there are", () => {
    expect(said("passport", "mrzLine2", { mrzLine2: line2.slice(1) })?.words).toContain("There are 43 now");
  });
  test("both lines pasted into one are put each in its place", () => {
    const line1 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    expect(said("passport", "mrzLine1", { mrzLine1: `${line1} ${line2}` })?.offer?.fill).toEqual({
      mrzLine1: line1,
      mrzLine2: line2,
    });
  });
  test("a country is wanted as three letters, and the ones that matter are offered", () => {
    expect(said("passport", "issuingCountry", { issuingCountry: "UK" })?.offer?.fill).toEqual({
      issuingCountry: "GBR",
    });
    expect(said("passport", "issuingCountry", { issuingCountry: "IRL" })).toBeUndefined();
    expect(said("passport", "issuingCountry", { issuingCountry: "Utopia" })?.offer).toBeUndefined();
  });
});
