import { csvLine, csvMark } from "../../csv.ts";

/** One file of the ZIP, as its index tells of it. */
export interface IndexLine {
  copy: number;
  path: string;
  title: string;
  kind: string;
  state: string;
  what: string;
  bytes: number;
  /** Of the file as it was added; empty for what was made here. */
  sha256: string;
  pdfPages: string;
}

const columns = [
  "Copy",
  "File",
  "Paper",
  "Kind of paper",
  "State and date",
  "What the file is",
  "Bytes",
  "SHA-256",
  "Pages in the PDF",
] as const;

export const INDEX_NAME = "00 index.csv";

export function zipIndex(lines: readonly IndexLine[]): Buffer {
  const rows = lines.map(({ copy, path, title, kind, state, what, bytes, sha256, pdfPages }) =>
    csvLine([String(copy), path, title, kind, state, what, String(bytes), sha256, pdfPages]),
  );
  return Buffer.from(`${csvMark}${csvLine(columns)}${rows.join("")}`, "utf8");
}
