import type { TimelineEntry } from "../../api/types.ts";

/** One line of the timeline: an entry, with those of the same visit folded under it. */
export interface Line {
  entry: TimelineEntry;
  /** All entries of the line, newest first, the shown one included. */
  entries: TimelineEntry[];
}

/** Joins neighbours that carry the same fold key. What stands between two visits keeps them apart, so no act moves in time. */
export function foldEntries(entries: TimelineEntry[]): Line[] {
  const lines: Line[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last && entry.fold !== null && last.entry.fold === entry.fold) last.entries.push(entry);
    else lines.push({ entry, entries: [entry] });
  }
  return lines;
}

export interface Day {
  day: string;
  lines: Line[];
}

/** Lines under their day in London, in the order they came. */
export function byDay(lines: Line[], dayOf: (instant: string) => string): Day[] {
  const days: Day[] = [];
  for (const line of lines) {
    const day = dayOf(line.entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
