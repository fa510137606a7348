import type { Entry, Finding } from "@locum-passport/audit-log";

/**
 * Holds the table that people read against the entries that are proven: the same numbers with the same times. Its sentences
 * are not compared. A table of another shape (no line begins with a quoted number and time) is passed over.
 */
export function compareTable(csv: string, entries: readonly Entry[]): Finding[] {
  // A quote inside a cell is doubled, so no text of a title can begin a line like this.
  const rows = [...csv.matchAll(/^"(\d{1,15})","([^"]*)",/gm)].map(([, seq, at]) => ({ seq: Number(seq), at }));
  if (rows.length === 0) return [];
  const times = new Map(entries.map((entry) => [entry.seq, entry.at]));
  const told = new Set(rows.map((row) => row.seq));
  const findings: Finding[] = [];
  for (const { seq, at } of rows) {
    const proven = times.get(seq);
    if (proven === undefined) {
      const sentence = `timeline.csv tells of entry ${seq}, whose proof is not here.`;
      findings.push({ code: "entries-missing", weight: "gap", seq, sentence });
    } else if (proven !== at) {
      const sentence = `timeline.csv gives entry ${seq} another time than its proof.`;
      findings.push({ code: "file-changed", weight: "invalid", seq, sentence });
    }
  }
  for (const { seq } of entries) {
    if (told.has(seq)) continue;
    findings.push({ code: "file-changed", weight: "invalid", seq, sentence: `timeline.csv leaves out entry ${seq}.` });
  }
  return findings;
}
