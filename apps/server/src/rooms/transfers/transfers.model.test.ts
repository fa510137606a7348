import { describe, expect, test } from "vitest";
import {
  addDays,
  copyEndsOn,
  detailsToSend,
  endObjection,
  matchesSearch,
  objectionTo,
  type SendingFacts,
  stateOf,
} from "./transfers.model.ts";

const today = "2026-11-23";
const paper = { title: "BLS", type: "bls", sensitivity: "ordinary", pictures: "ready" } as const;
const dbs = { title: "DBS", type: "dbs-certificate", sensitivity: "criminal-record", pictures: "ready" } as const;
const health = { title: "Hep B", type: "hepb-course", sensitivity: "health", pictures: "ready" } as const;
const facts: SendingFacts = {
  agency: { name: "Acme", state: "approved", termsVersion: "a1", mayHoldCriminalRecords: true },
  papers: [paper],
  endsOn: "2027-02-21",
  mayDownload: true,
  consent: { noticeVersion: "n1", general: true, health: false, criminalRecord: false },
  today,
  noticeVersion: "n1",
  agencyTermsVersion: "a1",
};
const agency = facts.agency;
const consent = facts.consent;

describe("what may be sent", () => {
  test("is everything agreed to, to an approved agency that accepted the current terms", () => {
    expect(objectionTo(facts)).toBeNull();
  });
  test("goes to no agency that waits, was refused or is suspended", () => {
    for (const state of ["waiting", "refused", "suspended"]) {
      expect(objectionTo({ ...facts, agency: { ...agency, state } })?.code).toBe("agency-not-approved");
    }
  });
  test("goes to no agency that accepted older terms or none", () => {
    for (const termsVersion of ["a0", null]) {
      expect(objectionTo({ ...facts, agency: { ...agency, termsVersion } })?.code).toBe("agency-terms-not-accepted");
    }
  });
  test("needs a yes under the notice in force", () => {
    const objection = objectionTo({ ...facts, consent: { ...consent, noticeVersion: "n0" } });
    expect(objection).toMatchObject({ code: "consent-needed", errors: [{ field: "noticeVersion" }] });
  });
  test("names every kind that lacks its yes, and no other", () => {
    const objection = objectionTo({ ...facts, papers: [paper, dbs, health], consent: { ...consent, general: false } });
    expect(objection?.code).toBe("consent-needed");
    expect(objection?.errors?.map(({ field }) => field)).toEqual(["general", "health", "criminalRecord"]);
    const one = objectionTo({ ...facts, papers: [paper, dbs, health], consent: { ...consent, health: true } });
    expect(one?.errors?.map(({ field }) => field)).toEqual(["criminalRecord"]);
  });
  test("has a type", () => {
    const objection = objectionTo({ ...facts, papers: [paper, { ...paper, type: "other", title: "scan 7" }] });
    expect(objection).toMatchObject({ code: "type-needed", detail: expect.stringContaining('"scan 7"') });
  });
  test("is no criminal-record paper where the agency may not hold them", () => {
    const yes = { ...facts, papers: [paper, dbs], consent: { ...consent, criminalRecord: true } };
    expect(objectionTo(yes)).toBeNull();
    const objection = objectionTo({ ...yes, agency: { ...agency, mayHoldCriminalRecords: false } });
    expect(objection?.code).toBe("may-not-hold-criminal-records");
  });
  test("for viewing only has pictures, and says which paper has none or waits", () => {
    for (const [pictures, words] of [
      ["none", "has no page pictures"],
      ["pending", "still being made"],
    ] as const) {
      const papers = [paper, { ...paper, title: "CV", pictures }];
      expect(objectionTo({ ...facts, papers })).toBeNull();
      const objection = objectionTo({ ...facts, papers, mayDownload: false });
      expect(objection).toMatchObject({ code: "pictures-needed", detail: expect.stringContaining(words) });
      expect(objection?.detail).toContain('"CV"');
    }
  });
});

describe("the last day", () => {
  test("is today at the earliest and in two years at the latest", () => {
    expect(endObjection("2026-11-22", today)?.errors?.[0]?.field).toBe("endsOn");
    expect(endObjection(today, today)).toBeNull();
    expect(endObjection("2028-11-23", today)).toBeNull();
    expect(endObjection("2028-11-24", today)?.code).toBe("bad-input");
    expect(endObjection("2030-02-28", "2028-02-29")).toBeNull();
    expect(endObjection("2030-03-01", "2028-02-29")?.code).toBe("bad-input");
  });
  test("of a criminal-record copy is six calendar months away at the latest, cut to the month's end", () => {
    expect(copyEndsOn("criminal-record", "2027-12-31", today)).toBe("2027-05-23");
    expect(copyEndsOn("criminal-record", "2027-12-31", "2026-08-31")).toBe("2027-02-28");
    expect(copyEndsOn("criminal-record", "2026-12-01", today)).toBe("2026-12-01");
    expect(copyEndsOn("health", "2027-12-31", today)).toBe("2027-12-31");
  });
  test("counts, and the day after a transfer has ended, whatever has been written", () => {
    expect(stateOf({ state: "active", ends_on: today }, today)).toBe("active");
    expect(stateOf({ state: "active", ends_on: "2026-11-22" }, today)).toBe("ended");
    expect(stateOf({ state: "stopped", ends_on: "2026-11-22" }, today)).toBe("stopped");
  });
  test("moves by civil days over the change of the clocks", () => {
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
  });
});

describe("typed details", () => {
  const bank = { accountName: "L. Specimen", sortCode: "000000", accountNumber: "00000000" };
  test("go along, but for numbers that open accounts and records, unless ticked", () => {
    expect(detailsToSend("bls", { completedOn: "2026-03-12" }, {})).toEqual({ completedOn: "2026-03-12" });
    expect(detailsToSend("bank-details", bank, {})).toEqual({});
    expect(detailsToSend("ni-evidence", { niNumber: "QQ123456C" }, {})).toEqual({});
    expect(detailsToSend("rtw-share-code", { code: "W00000000" }, {})).toEqual({});
    expect(detailsToSend("bank-details", bank, { include: ["sortCode"] })).toEqual({ sortCode: "000000" });
  });
  test("that the sender leaves out stay, also when ticked", () => {
    expect(detailsToSend("bls", { completedOn: "2026-03-12" }, { leaveOut: ["completedOn"] })).toEqual({});
    expect(detailsToSend("bank-details", bank, { include: ["sortCode"], leaveOut: ["sortCode"] })).toEqual({});
  });
  test("of a type the paper no longer has stay, whatever is ticked", () => {
    expect(detailsToSend("bls", { ...bank, completedOn: "2026-03-12" }, { include: ["sortCode"] })).toEqual({
      completedOn: "2026-03-12",
    });
  });
});

test("a search finds names without case and accents, and numbers without spaces", () => {
  const sender = { name: "Zoë O'Neill", registrationNumber: "70 00001" };
  for (const wanted of ["zoe", "O'NEILL", "7000001", "7000 001", " "]) expect(matchesSearch(sender, wanted)).toBe(true);
  expect(matchesSearch(sender, "bob")).toBe(false);
  expect(matchesSearch({ ...sender, registrationNumber: null }, "7000001")).toBe(false);
});
