import { expect, test } from "vitest";
import type { Document, DocumentTypeItem } from "../../api/types.ts";
import { isUnfinished, stateOf } from "./paper-state.ts";

const type = (validity: DocumentTypeItem["validity"]): DocumentTypeItem => ({
  id: "passport",
  name: "Passport",
  otherNames: [],
  category: "identity",
  sensitivity: "identity",
  roles: [],
  nations: [],
  fields: [],
  validity,
  hint: "",
  commonRejections: [],
});
const paper = (details: Document["details"], missingDetails: string[] = [], id = "passport"): Document => ({
  id: "d1",
  type: id,
  title: "Passport",
  sensitivity: "identity",
  details,
  missingDetails,
  printedName: null,
  note: null,
  currentVersion: 1,
  versions: [],
  addedAt: "2026-01-01T00:00:00Z",
  changedAt: "2026-01-01T00:00:00Z",
  identicalTo: [],
});
const explicit = type({ mode: "explicit", until: "expiryDate" });
const words = (details: Document["details"], missing: string[] = []) => {
  const { word, second } = stateOf(paper(details, missing), explicit, "2026-11-23");
  return `${word}. ${second}`;
};

test("a printed end is told in words, and never as 0 days", () => {
  expect(words({ expiryDate: "2026-11-23" })).toBe("Ends soon. Ends today");
  expect(words({ expiryDate: "2026-11-24" })).toBe("Ends soon. Ends tomorrow");
  expect(words({ expiryDate: "2026-11-30" })).toBe("Ends soon. Ends 30 November 2026 (7 days)");
  expect(words({ expiryDate: "2026-11-22" })).toBe("Out of date. Ended 22 November 2026");
  expect(words({ expiryDate: "2027-03-12" })).toBe("In date. Until 12 March 2027 (109 days)");
  expect(words({ expiryDate: "2030-03-12" })).toBe("In date. Until 12 March 2030");
});

test("training that ran out is out of date; a CV wants a new version, a register another look", () => {
  const said = (validity: DocumentTypeItem["validity"], details: Document["details"]) => {
    const { word, second } = stateOf(paper(details), type(validity), "2026-11-23");
    return `${word}. ${second}`;
  };
  expect(said({ mode: "refresh", from: "completedOn", months: 12 }, { completedOn: "2025-11-22" })).toBe(
    "Out of date. Ended 22 November 2026",
  );
  expect(said({ mode: "current", from: "versionDate", months: 24 }, { versionDate: "2024-11-22" })).toBe(
    "Time to update. This version is from 22 November 2024",
  );
  expect(said({ mode: "check", from: "lastCheckedOn", days: 30 }, { lastCheckedOn: "2026-10-23" })).toBe(
    "Look-up due. Last looked up 23 October 2026",
  );
});

test("a kind of paper that nobody takes any more is not out of date, and nothing is left to do about it", () => {
  const permit = type({ mode: "explicit", until: "printedExpiry", lapsedOn: "2024-12-31" });
  for (const printedExpiry of ["2029-01-01", "2023-05-01", ""]) {
    const state = stateOf(paper({ printedExpiry }), permit, "2026-11-23");
    expect(state).toMatchObject({ kind: "not-accepted", word: "Not accepted" });
    expect(isUnfinished(state)).toBe(false);
  }
  expect(stateOf(paper({ printedExpiry: "2029-01-01" }), permit, "2024-12-31").word).toBe("Ends soon");
});

test("what is missing is asked for, the date first", () => {
  expect(words({})).toBe("Date needed. Add the date, to see until when it counts");
  expect(words({ expiryDate: "2030-03-12" }, ["number"])).toBe(
    "Details needed. In date. Until 12 March 2030. 1 detail missing",
  );
});

test("a paper without a type says so", () => {
  expect(stateOf(paper({}, [], "other"), undefined, "2026-11-23").word).toBe("Type needed");
});
