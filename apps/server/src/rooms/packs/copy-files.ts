import { PdfWriter } from "../../platform/pdf/index.ts";
import type { CodedPage } from "../../platform/sandbox/index.ts";
import { type MediaType, type PackablePaper, regularNames } from "../documents/index.ts";
import type { PackPlan } from "./actions/plan-pack.ts";
import type { Copy } from "./copies.model.ts";
import { altOf, footOf, missingPage, restPage } from "./packs.words.ts";

/** A page as it came out of the coding: a JPEG, or nothing that can be shown. */
export type DrawnPage = CodedPage | "unreadable";

const PDF: MediaType = "application/pdf";

/** One copy's pages as a PDF of its own, for the ZIP that fits an e-mail. */
export async function copyPdf(
  plan: PackPlan,
  copy: Copy<PackablePaper>,
  copies: number,
  pages: readonly DrawnPage[],
): Promise<Buffer> {
  const { person, at } = plan;
  const { title } = copy.paper;
  const feet = copy.pages.map((_, at) => footOf(person, copy, copies, at + 1, isCoarser(pages[at])));
  const likeWords = [title, ...feet].join(" ");
  const writer = await PdfWriter.open({ title, author: person.name, at, likeWords });
  const bytes = gather(writer);
  for (const [index, page] of copy.pages.entries()) {
    const foot = feet[index] ?? "";
    const coded = pages[index];
    const picture = page.kind === "picture" && coded !== "unreadable" ? coded : undefined;
    if (picture) writer.picture(picture, { alt: altOf(title, index + 1, copy.pages.length), foot });
    else if (page.kind === "rest") writer.words(restPage(title, page.pages), () => foot);
    else writer.words(missingPage(title, index + 1, copy.pages.length).blocks, () => foot);
  }
  writer.end();
  return bytes;
}

const isCoarser = (page: DrawnPage | undefined): boolean =>
  page !== undefined && page !== "unreadable" && page.step > 0;

async function gather(writer: PdfWriter): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writer.stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What a copy's files are called in the ZIP: as they were added, or the one PDF in place of them. */
export function namesInZip(copy: Copy<PackablePaper>, copies: number, as: "added" | "pages"): string[] {
  const types = as === "pages" ? [PDF] : copy.paper.files.map((file) => file.mediaType);
  return regularNames({ n: copy.n, of: copies, title: copy.paper.title }, types);
}
