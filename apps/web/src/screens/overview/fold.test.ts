import { expect, test } from "vitest";
import type { TimelineEntry } from "../../api/types.ts";
import { byDay, foldEntries } from "./fold.ts";

const entry = (seq: number, fold: string | null, at = "2026-11-23T10:00:00Z"): TimelineEntry => ({
  id: `e${seq}`,
  seq,
  at,
  actor: { kind: "agency", name: "R. Shah" },
  act: "copy-opened",
  sentence: `Entry ${seq}`,
  object: null,
  index: seq,
  fold,
});

test("pages of one visit become one line, and every entry stays under it", () => {
  const lines = foldEntries([entry(5, "a"), entry(4, "a"), entry(3, null), entry(2, null), entry(1, "a")]);
  expect(lines.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[5, 4], [3], [2], [1]]);
});

test("lines stand under their day, in the order they came", () => {
  const lines = foldEntries([
    entry(3, null, "2026-11-23T09:00:00Z"),
    entry(2, null, "2026-11-22T09:00:00Z"),
    entry(1, null, "2026-11-22T08:00:00Z"),
  ]);
  const days = byDay(lines, (at) => at.slice(0, 10));
  expect(days.map(({ day, lines: of }) => [day, of.length])).toEqual([
    ["2026-11-23", 1],
    ["2026-11-22", 2],
  ]);
});
