import { describe, expect, test } from "vitest";
import { documentType, documentTypes } from "../catalogue/document-types.ts";
import { failures } from "../requirements/missing.ts";
import { documentStates } from "../validity/states.ts";
import { missingName, missingWords } from "./missing-words.ts";
import { statusWords } from "./status-words.ts";

function words(type: string, details: Record<string, unknown>, on = "2026-11-23") {
  const found = documentType(type);
  const held = { id: "d1", type, details };
  const validity = documentStates([held], on).get("d1");
  if (!found || !validity) throw new Error(`no state for ${type}`);
  const { word, look, line } = statusWords(found, held, validity);
  return `${word} | ${look} | ${line}`;
}

test.each([
  ["indemnity", { startDate: "2026-12-01", endDate: "2027-11-30" }, "Starts later | blue | Starts 1 December 2026"],
  ["bls", { completedOn: "2026-03-12" }, "In date | plain | Until 12 March 2027 (109 days)"],
  ["primary-qualification", {}, "No end date | plain | Does not run out"],
  ["passport", { expiryDate: "2026-11-30" }, "Ends soon | yellow | Ends 30 November 2026 (7 days)"],
  ["passport", { expiryDate: "2026-11-23" }, "Ends soon | yellow | Ends today"],
  ["passport", { expiryDate: "2026-11-24" }, "Ends soon | yellow | Ends tomorrow"],
  ["passport", { expiryDate: "2026-11-22" }, "Out of date | red | Ended 22 November 2026"],
  ["passport", {}, "Date needed | grey | Add the date so we can remind you"],
  ["gmc-registration", { lastCheckedOn: "2026-10-23" }, "Look-up due | yellow | Last looked up 23 October 2026"],
  ["rtw-brp", { printedExpiry: "2029-01-01" }, "Not accepted | red | Not accepted since 1 January 2025"],
  ["rtw-brp", { printedExpiry: "2023-05-01" }, "Not accepted | red | Not accepted since 1 January 2025"],
  ["rtw-brp", {}, "Not accepted | red | Not accepted since 1 January 2025"],
  ["cv", { versionDate: "2024-11-22" }, "Time to update | yellow | This version is from 22 November 2024"],
])("%s %j: %s", (type, details, expected) => {
  expect(words(type, details)).toBe(expected);
});

test("a residence permit was good until the end of 2024, or out of date before by its own end", () => {
  expect(words("rtw-brp", { printedExpiry: "2029-01-01" }, "2024-12-31")).toBe("Ends soon | yellow | Ends today");
  expect(words("rtw-brp", { printedExpiry: "2023-05-01" }, "2024-12-31")).toBe("Out of date | red | Ended 1 May 2023");
  expect(words("rtw-brp", { printedExpiry: "2023-05-01" }, "2025-01-01")).toContain("Not accepted");
});

test("a DBS certificate is shown with the Update Service subscription that keeps it live", () => {
  const held = [
    { id: "d1", type: "dbs-certificate", details: { certificateNumber: "001234567890", issueDate: "2020-01-01" } },
    {
      id: "d2",
      type: "dbs-update-service",
      details: { certificateNumber: "001234567890", subscriptionEndsOn: "2027-06-09" },
    },
  ];
  expect(documentStates(held, "2026-11-23").get("d1")).toMatchObject({ status: "valid", expiresOn: "2027-06-09" });
  expect(documentStates(held.slice(0, 1), "2026-11-23").get("d1")?.status).toBe("expired");
});

describe("why something is missing", () => {
  test("every reason has a sentence of its own", () => {
    for (const reason of ["missing", ...failures] as const)
      expect(missingWords({ type: "bls", reason })).not.toBe("The two papers do not belong together");
  });
  test("counts, gaps and questions are spelt out", () => {
    expect(missingWords({ type: "proof-of-address", reason: "missing", need: 2, have: 1 })).toBe("You have 1 of 2");
    expect(missingWords({ type: "proof-of-address", reason: "same-issuer", need: 2, have: 1 })).toContain(
      "count as one",
    );
    expect(missingWords({ type: "reference", reason: "gap", from: "2025-03-01", to: "2025-07-31" })).toBe(
      "The time from 1 March 2025 to 31 July 2025 is not covered",
    );
    expect(missingWords({ fact: "eppRole", reason: "fact-unknown" })).toContain("exposure-prone");
    expect(missingName({ type: ["passport", "driving-licence"], reason: "missing" })).toBe(
      "Passport or Photocard driving licence",
    );
  });
});

test("every type has words on any day, whatever is filled in", () => {
  for (const type of documentTypes) expect(words(type.id, {})).not.toBe("");
});
