import { expect, test } from "vitest";
import type { Pack, PackEstimate } from "../../api/types.ts";
import { estimateInWords, makingInWords, pagesInWords, standInWords } from "./pack-words.ts";

const estimate = (email: Partial<PackEstimate["email"]>): PackEstimate => ({
  documents: 3,
  pages: 60,
  full: { pdfBytes: 20_000_000, zipBytes: 40_000_000 },
  email: { pdfBytes: 9_000_000, zipBytes: 9_500_000, coarser: 0, fits: true, ...email },
  withoutPictures: [],
});
const pack = (change: Partial<Pack>) =>
  ({ failure: null, keptUntil: null, progress: { done: 0, total: 0 }, ...change }) as Pack;

test("the e-mail size says how many pages become coarser, or that none does, or that it does not fit", () => {
  expect(estimateInWords(estimate({})).email).toContain("No page is made coarser.");
  expect(estimateInWords(estimate({ coarser: 1 })).email).toContain("About 1 page of 60 is made coarser");
  expect(estimateInWords(estimate({ coarser: 12 })).email).toContain("About 12 pages of 60 are made coarser");
  expect(estimateInWords(estimate({ coarser: 60, fits: false })).email).toContain("Too much for an e-mail");
  expect(estimateInWords(estimate({})).full).toBe(
    "PDF about 19 MB, ZIP about 38 MB. Pages as fine as they are kept here.",
  );
});

test("pages that follow each other are told as a range", () => {
  expect(pagesInWords([12, 13, 14, 20])).toBe("12 to 14 and 20");
  expect(pagesInWords([3, 1])).toBe("1 and 3");
  expect(pagesInWords([])).toBe("");
});

test("how far it is never says done before it is there", () => {
  expect(makingInWords(pack({ state: "waiting" }))).toBe("Waiting for its turn");
  expect(makingInWords(pack({ state: "making" }))).toBe("Waiting for its turn");
  expect(makingInWords(pack({ state: "making", progress: { done: 30, total: 60 } }))).toBe("50 % done");
  expect(makingInWords(pack({ state: "making", progress: { done: 60, total: 60 } }))).toBe("99 % done");
});

test("every state has its own words, and a failure says why", () => {
  const states = ["waiting", "making", "ready", "failed", "cancelled", "gone"] as const;
  const words = states.map((state) => standInWords(pack({ state })));
  expect(new Set(words).size).toBe(states.length);
  expect(standInWords(pack({ state: "failed", failure: "storage-full" }))).toContain("no room");
  expect(standInWords(pack({ state: "ready", keptUntil: "2026-11-27T14:00:00.000Z" }))).toBe(
    "Ready. Kept until 27 November 2026 at 14:00, then destroyed.",
  );
});
