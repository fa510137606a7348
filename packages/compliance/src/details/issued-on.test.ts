import { expect, test } from "vitest";
import { documentTypes } from "../catalogue/document-types.ts";
import { issuedOn } from "./issued-on.ts";

test("the day a paper was issued is what its details say, and nothing when they do not", () => {
  expect(issuedOn("dbs-certificate", { issueDate: "2026-03-12", originalSeenOn: "2026-03-20" })).toBe("2026-03-12");
  expect(issuedOn("bls", { completedOn: " 2026-03-12 ", expiryDate: "2027-03-12" })).toBe("2026-03-12");
  for (const details of [{}, { issueDate: null }, { issueDate: "2026-02-30" }, { issueDate: 7 }])
    expect(issuedOn("dbs-certificate", details)).toBeNull();
});

test("a look-up, the start of a cover and a detail of another type are no day of issue", () => {
  expect(issuedOn("gmc-registration", { lastCheckedOn: "2026-11-01", feeDueDate: "2027-04-01" })).toBeNull();
  expect(issuedOn("indemnity", { startDate: "2026-11-01" })).toBeNull();
  expect(issuedOn("bls", { issueDate: "2026-11-01" })).toBeNull();
  expect(issuedOn("no-such-type", { issueDate: "2026-11-01" })).toBeNull();
});

test("it is never a date that a paper can have ahead of itself", () => {
  const ahead = /expiry|ends|until|due|next/i;
  for (const type of documentTypes)
    for (const field of type.fields)
      if (field.kind === "date" && ahead.test(field.id))
        expect(issuedOn(type.id, { [field.id]: "2030-01-01" })).toBeNull();
});
