import { expect, test } from "vitest";
import type { Document } from "../../api/types.ts";
import { yearAhead } from "./year-ahead.ts";

const types = new Map([
  [
    "passport",
    {
      id: "passport",
      name: "Passport",
      otherNames: [],
      category: "identity",
      sensitivity: "identity" as const,
      roles: [],
      nations: [],
      fields: [],
      validity: { mode: "explicit", until: "expiryDate" },
      hint: "",
      commonRejections: [],
    },
  ],
]);
const paper = (id: string, expiryDate: string): Document => ({
  id,
  type: "passport",
  title: id,
  sensitivity: "identity",
  details: { expiryDate },
  missingDetails: [],
  printedName: null,
  note: null,
  currentVersion: 1,
  versions: [],
  addedAt: "2026-01-01T00:00:00Z",
  changedAt: "2026-01-01T00:00:00Z",
  identicalTo: [],
});

test("twelve months from this one, over the turn of the year; what has ended or ends later is not in them", () => {
  const months = yearAhead(
    [
      paper("soon", "2026-11-30"),
      paper("later", "2027-10-31"),
      paper("ended", "2026-11-01"),
      paper("far", "2027-11-01"),
    ],
    types,
    "2026-11-23",
  );
  expect(months).toHaveLength(12);
  expect([months[0]?.month, months[2]?.month, months[11]?.month]).toEqual(["2026-11", "2027-01", "2027-10"]);
  expect(months.flatMap(({ endings }) => endings.map(({ id }) => id))).toEqual(["soon", "later"]);
});
