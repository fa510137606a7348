import { expect, test } from "vitest";
import { faultsOf, joined, moved } from "./chosen-files.ts";

const file = (name: string, bytes = 10) => new File([new Uint8Array(bytes)], name, { lastModified: 1 });
const chosen = (...files: File[]) => joined([], files);

test("an empty, a too large and a wrong file are each told with what to do", () => {
  const faults = faultsOf(chosen(file("a.pdf", 0), file("b.pdf", 2000), file("c.exe"), file("d.docx")), false, 1024);
  expect(faults).toEqual([
    "a.pdf: this file has nothing in it. Choose another one",
    "b.pdf: choose a file smaller than 1 KB. This one has 2 KB",
    "c.exe: choose a PDF, JPG, PNG, HEIC or WebP file",
    "d.docx: a Word file is taken for a CV only. Save it as a PDF, then choose that",
  ]);
  expect(faultsOf(chosen(file("cv.docx"), file("IMG_1.HEIC")), true, 1024)).toEqual([]);
});

test("more than 20 files are too many", () => {
  const many = chosen(...Array.from({ length: 21 }, (_, n) => file(`${n}.pdf`)));
  expect(faultsOf(many, false, 1024)).toEqual(["Choose 20 files or fewer at a time"]);
});

test("a file moves by one step and stops at the ends; the same file is taken once", () => {
  const files = chosen(file("1.pdf"), file("2.pdf"), file("2.pdf"));
  expect(files).toHaveLength(2);
  expect(moved(files, 0, 1).map(({ file: { name } }) => name)).toEqual(["2.pdf", "1.pdf"]);
  expect(moved(files, 0, -1)).toBe(files);
});
