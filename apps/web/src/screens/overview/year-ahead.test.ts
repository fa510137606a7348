import { expect, test } from "vitest";
import type { Expiry } from "../../api/types.ts";
import { yearAhead } from "./year-ahead.ts";

const ends = (documentId: string, endsOn: string, daysLeft: number): Expiry => ({
  ...{ documentId, title: documentId, type: "passport", sensitivity: "identity", endsOn, daysLeft, wantedBy: [] },
  ...{ leadDays: 0, beginBy: null, bookedOn: null, snoozedUntil: null },
});

test("twelve months from this one, over the turn of the year; what has ended or ends later is not in them", () => {
  const months = yearAhead(
    [
      ends("ended", "2026-11-01", -22),
      ends("soon", "2026-11-30", 7),
      ends("later", "2027-10-31", 342),
      ends("far", "2027-11-01", 343),
    ],
    "2026-11-23",
  );
  expect(months).toHaveLength(12);
  expect([months[0]?.month, months[2]?.month, months[11]?.month]).toEqual(["2026-11", "2027-01", "2027-10"]);
  expect(months.flatMap(({ endings }) => endings.map(({ documentId }) => documentId))).toEqual(["soon", "later"]);
});
