import { documentType } from "@locum-passport/compliance";
import { expect, test } from "vitest";
import type { DetailField, Details } from "../../api/types.ts";
import { readLines } from "./passport-lines.ts";

const fields = (documentType("passport")?.fields ?? []).map((field) => ({ ...field }) as DetailField);
const mrzLine1 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
const mrzLine2 = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
const read = (details: Details) => readLines(fields, { mrzLine1, mrzLine2, ...details }, "2012-01-01");

test("the lines fill number, country, names and dates", () => {
  expect(read({})).toEqual({
    state: "read",
    reading: {
      found: {
        number: "L898902C3",
        issuingCountry: "UTO",
        surname: "Eriksson",
        givenNames: "Anna Maria",
        dateOfBirth: "1974-08-12",
        expiryDate: "2012-04-15",
      },
      differs: [],
      open: ["number", "issuingCountry", "surname", "givenNames", "dateOfBirth", "expiryDate"],
    },
  });
});

test("where a field says something else, both are told; accents, case and spaces do not differ", () => {
  const result = read({
    number: "L898 902C3",
    issuingCountry: "UTO",
    surname: "Érikssön",
    givenNames: "Anna",
    dateOfBirth: "1974-08-21",
    expiryDate: "2012-04-15",
  });
  expect(result).toMatchObject({
    state: "read",
    reading: {
      open: [],
      differs: [
        { field: "givenNames", typed: "Anna", lines: "Anna Maria" },
        { field: "dateOfBirth", typed: "21 August 1974", lines: "12 August 1974" },
      ],
    },
  });
});

test("a name that the lines had to cut does not differ", () => {
  const long = `P<UTO${"WOLFESCHLEGELSTEINHAUSENBERGERDORFF<<ANNA<MARIA".slice(0, 39)}`;
  const result = readLines(
    fields,
    { mrzLine1: long, mrzLine2, surname: "Wolfeschlegelsteinhausenbergerdorffer" },
    "2012-01-01",
  );
  expect(result.state === "read" && result.reading.differs.map(({ field }) => field)).toEqual([]);
});

test("check digits that do not add up name the part to look at, and fill nothing", () => {
  expect(read({ mrzLine2: mrzLine2.replace("740812", "740821") })).toEqual({
    state: "wrong",
    words: "The check digits do not add up. Look at the birth date in the second line: one character is off",
  });
  expect(read({ mrzLine2: `${mrzLine2.slice(0, 43)}1` }).state).toBe("wrong");
  expect(read({ mrzLine2: "" })).toEqual({ state: "none" });
  expect(read({ mrzLine2: "L898" })).toEqual({ state: "none" });
});
