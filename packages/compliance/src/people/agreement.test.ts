import { describe, expect, test } from "vitest";
import { disagreements } from "./agreement.ts";
import { sameAddress, sameName } from "./same.ts";

describe("names", () => {
  test.each([
    ["Dr Ann Mary Specimen", "ann specimen"],
    ["SPECIMEN ANN", "Ann Specimen"],
    ["A. M. Specimen", "Ann Mary Specimen"],
    ["Zo\u00eb O\u2019Specimen", "Zoe O'Specimen"],
    ["Ann Smith-Specimen", "Ann Smith Specimen"],
  ])("%s agrees with %s", (one, two) => {
    expect(sameName(one, two)).toBe(true);
    expect(sameName(two, one)).toBe(true);
  });
  test.each([
    ["Ann Specimen", "Ann Sample"],
    ["Ann Specimen", "Bob Specimen"],
    ["Ann", "Ann Specimen"],
    ["A S", "Ann Specimen"],
    ["", "Ann Specimen"],
  ])("%s differs from %s", (one, two) => {
    expect(sameName(one, two)).toBe(false);
    expect(sameName(two, one)).toBe(false);
  });
});

describe("addresses", () => {
  test.each([
    ["1 Sample Street, Sampletown ZZ1 1ZZ", "1, SAMPLE ST\nSampletown\nzz11zz", true],
    ["Flat 2, 14 High Street, ZZ1 1ZZ", "14 High Street Flat 2 ZZ1 1ZZ", true],
    ["1 Sample Street, ZZ1 1ZZ", "2 Sample Street, ZZ1 1ZZ", false],
    ["1 Sample Street, ZZ1 1ZZ", "1 Sample Street, ZZ1 1ZY", false],
    ["1 Sample Street", "1 Sample Street, Sampletown ZZ1 1ZZ", true],
    ["1 Other Street", "1 Sample Street, Sampletown", false],
  ])("%j and %j: %s", (one, two, same) => {
    expect(sameAddress(one, two)).toBe(same);
  });
});

describe("papers against the profile", () => {
  const person = { legalName: "Ann Specimen", birthDate: "1990-01-01", address: "1 Sample Street, ZZ1 1ZZ" };
  const passport = {
    id: "d1",
    type: "passport",
    details: { surname: "SAMPLE", givenNames: "ANN", dateOfBirth: "1990-01-01" },
  };
  test("another name is told, and a name-change paper explains it", () => {
    expect(disagreements(person, [passport])).toEqual([
      { documentId: "d1", about: "name", printed: "ANN SAMPLE", kept: "Ann Specimen", explained: false },
    ]);
    const change = { id: "d2", type: "name-change", details: { oldName: "Ann Sample", newName: "Ann Specimen" } };
    expect(disagreements(person, [passport, change])[0]?.explained).toBe(true);
    const backwards = { ...change, details: { oldName: "Ann Specimen", newName: "Ann Sample" } };
    expect(disagreements(person, [passport, backwards])[0]?.explained).toBe(false);
  });
  test("another birth date and another address are told", () => {
    const born = { ...passport, details: { ...passport.details, surname: "SPECIMEN", dateOfBirth: "1990-10-01" } };
    const bill = { id: "d3", type: "proof-of-address", details: { address: "9 Other Road, ZZ9 9ZZ" } };
    expect(disagreements(person, [born, bill]).map((one) => one.about)).toEqual(["birth-date", "address"]);
  });
  test("a name printed on any paper can be given; what is not known is not compared", () => {
    const bls = { id: "d4", type: "bls", details: {} };
    expect(disagreements(person, [bls], { d4: "Ann Sample" })).toHaveLength(1);
    expect(disagreements(person, [bls])).toEqual([]);
    expect(disagreements({}, [passport])).toEqual([]);
  });
});
