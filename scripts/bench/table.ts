/** A figure the product is held to. `more` is better for ratios and rates, `less` for times and sizes. */
export interface Figure {
  better: "more" | "less";
  must: number;
  aim: number;
}

export interface Row {
  name: string;
  /** Absent where it could not be measured here; `note` says why. */
  measured?: number | undefined;
  unit: string;
  /** Absent for what is shown beside a figure and held to none. */
  figure?: Figure;
  note?: string;
}

export type Verdict = "aim met" | "met" | "MISSED" | "not measured" | "for information";

export function verdictOf({ measured, figure }: Row): Verdict {
  if (measured === undefined) return "not measured";
  if (!figure) return "for information";
  const reaches = (limit: number) => (figure.better === "more" ? measured >= limit : measured <= limit);
  if (reaches(figure.aim)) return "aim met";
  return reaches(figure.must) ? "met" : "MISSED";
}

/** The table as text, one line a row, notes below. */
export function tableOf(rows: readonly Row[]): string {
  const header = ["", "measured", "must", "aim", "verdict"];
  const cells = rows.map((row, at) => [
    row.note === undefined ? row.name : `${row.name} [${at + 1}]`,
    row.measured === undefined ? "-" : number(row.measured, row.unit),
    row.figure ? number(row.figure.must, row.unit) : "",
    row.figure ? number(row.figure.aim, row.unit) : "",
    verdictOf(row),
  ]);
  const widths = header.map((title, column) =>
    Math.max(...[header, ...cells].map((line) => (line[column] ?? "").length), title.length),
  );
  const line = (of: readonly string[]) =>
    of
      .map((cell, column) =>
        column === 0 || column === 4 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const notes = rows.flatMap((row, at) => (row.note === undefined ? [] : [`[${at + 1}] ${row.note}`]));
  return [line(header), rule, ...cells.map(line), ...(notes.length > 0 ? ["", ...notes] : [])].join("\n");
}

function number(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const text = Number.isInteger(value) ? String(value) : value.toFixed(digits);
  return unit === "" ? text : `${text} ${unit}`;
}
