import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { fullName, longDate, type SpecimenPerson } from "../person.ts";
import { posts } from "./cv.ts";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A short CV as a Word file (ECMA-376 part 1): the least parts that Word and LibreOffice open. */
export async function wordCv(person: SpecimenPerson, today: string): Promise<Buffer> {
  const lines = [
    heading("SPECIMEN. Invented person. Not a real document.", "B0202C", 20),
    heading(fullName(person), "24435C", 40),
    paragraph("Doctor, general internal medicine"),
    ...posts(today, 6).flatMap(({ title, employer, from, to }) => [
      heading(title, "1C2430", 24),
      paragraph(`${employer}, ${longDate(from)} to ${to ? longDate(to) : "now"}`),
    ]),
  ];
  const zip = new ZipFile();
  const add = (path: string, xml: string) =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`), path);
  add(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  add(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  add("word/document.xml", `<w:document xmlns:w="${WORD}"><w:body>${lines.join("")}</w:body></w:document>`);
  zip.end();
  return buffer(zip.outputStream);
}

function heading(text: string, colour: string, halfPoints: number): string {
  return `<w:p><w:r><w:rPr><w:b/><w:color w:val="${colour}"/><w:sz w:val="${halfPoints}"/></w:rPr><w:t>${escaped(text)}</w:t></w:r></w:p>`;
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
