/** A byte order mark: without it spreadsheets misread accented names. */
export const csvMark = "\ufeff";

/** One line of a table by RFC 4180: every field in quotes, quotes doubled, CR LF at the end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;

// What spreadsheets take for the beginning of a formula, also after spaces and in full width.
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** The attack: a name or title that a spreadsheet runs as a formula. It is shown as text. */
function cell(text: string): string {
  const shown = formula.test(text) ? `'${text}` : text;
  return `"${shown.replaceAll('"', '""')}"`;
}
