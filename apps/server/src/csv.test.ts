import { expect, test } from "vitest";
import { csvLine } from "./csv.ts";

test("every field is quoted, quotes are doubled and a line ends with CR LF", () => {
  expect(csvLine(["Zoë", 'a "b", c', "", "two\nlines"])).toBe('"Zoë","a ""b"", c","","two\nlines"\r\n');
});

test.each(["=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)", "\t=1", "  =1", "\r=1", "＝1", "＋1"])(
  "a spreadsheet runs no formula out of %j",
  (text) => {
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
  },
);
