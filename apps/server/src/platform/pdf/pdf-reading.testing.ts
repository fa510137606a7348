import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init } from "@embedpdf/pdfium";

export interface ReadPdf {
  pages: { text: string; width: number; height: number }[];
  /** Titles, and the page each leads to, counted from 1. */
  bookmarks: { title: string; page: number }[];
  tagged: boolean;
  title: string;
}

/** Reads a PDF with an engine that shares nothing with the writer. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const file = readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.length);
  const pdfium = await init({ wasmBinary, print: () => {}, printErr: () => {} });
  pdfium.PDFiumExt_Init();
  const { malloc } = pdfium.pdfium.wasmExports;
  const memory = () => (pdfium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
  const at = malloc(bytes.length);
  memory().set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, "");
  if (document === 0) throw new Error(`Not a PDF that can be read: ${pdfium.FPDF_GetLastError()}`);

  /** UTF-16LE text of a call that fills a buffer and answers bytes. */
  const textOf = (bytesMost: number, fill: (place: number, most: number) => number, each = 1): string => {
    const place = malloc(bytesMost + 2);
    const filled = fill(place, bytesMost) * each;
    return Buffer.from(memory().slice(place, place + Math.max(0, filled - 2))).toString("utf16le");
  };
  const pages = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, number) => {
    const page = pdfium.FPDF_LoadPage(document, number);
    const text = pdfium.FPDFText_LoadPage(page);
    const count = pdfium.FPDFText_CountChars(text);
    const words = textOf(count * 2 + 2, (place) => pdfium.FPDFText_GetText(text, 0, count, place), 2);
    return { text: words, width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
  });
  const bookmarks: ReadPdf["bookmarks"] = [];
  for (let mark = pdfium.FPDFBookmark_GetFirstChild(document, 0); mark !== 0; ) {
    const title = textOf(4096, (place, most) => pdfium.FPDFBookmark_GetTitle(mark, place, most));
    const leadsTo = pdfium.FPDFDest_GetDestPageIndex(document, pdfium.FPDFBookmark_GetDest(document, mark));
    bookmarks.push({ title, page: leadsTo + 1 });
    mark = pdfium.FPDFBookmark_GetNextSibling(document, mark);
  }
  const title = textOf(4096, (place, most) => pdfium.FPDF_GetMetaText(document, "Title", place, most));
  return { pages, bookmarks, tagged: pdfium.FPDFCatalog_IsTagged(document), title };
}
