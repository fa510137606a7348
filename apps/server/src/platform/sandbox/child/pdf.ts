import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { ToldFacts } from "../facts.ts";
import { PICTURE_WIDTHS, tallest } from "../pictures.ts";
import { drawPage, type Pixels } from "./draw.ts";
import { tellAbout } from "./out.ts";

const WIDTH = PICTURE_WIDTHS[1];
const ERROR_PASSWORD = 4; // FPDF_ERR_PASSWORD in fpdfview.h
const ERROR_SECURITY = 5; // FPDF_ERR_SECURITY: an encryption it does not know
const BGRA = 4; // FPDFBitmap_BGRA
const WITH_ANNOTATIONS = 0x01; // FPDF_ANNOT: stamps and signatures are part of the paper
const RED_FIRST = 0x10; // FPDF_REVERSE_BYTE_ORDER
const WHITE = 0xffffffff;

/** PDFium's memory, which its types leave out. */
interface Memory {
  HEAPU8: Uint8Array;
}

/**
 * Pages to pictures. This build of PDFium holds no script engine, and no document action is ever fired: a script in the
 * file is text that nobody reads.
 */
export async function picturePdf(bytes: Buffer, maxPages: number): Promise<ToldFacts> {
  const pdfium = await start();
  const opened = open(pdfium, bytes);
  if (typeof opened !== "number") return opened;
  const pages = pdfium.FPDF_GetPageCount(opened);
  const facts: ToldFacts = { pages, hasPlace: false, locked: false, damaged: false };
  if (pages < 1) return { ...facts, damaged: true, reason: "damaged" };
  tellAbout(facts);

  const form = startForm(pdfium, opened);
  const most = Math.min(pages, maxPages);
  for (let page = 1; page <= most; page += 1) {
    const pixels = render(pdfium, opened, form, page);
    // The pages of a paper are numbered without holes: it ends before the first that cannot be drawn.
    if (!pixels) return { ...facts, damaged: true, reason: "damaged" };
    await drawPage(page, pixels);
  }
  return pages > maxPages ? { ...facts, reason: "too-many-pages" } : facts;
}

async function start(): Promise<WrappedPdfiumModule> {
  const path = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  const file = readFileSync(path);
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.length);
  const pdfium = await init({ wasmBinary, print: () => {}, printErr: () => {} });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

function open(pdfium: WrappedPdfiumModule, bytes: Buffer): number | ToldFacts {
  const at = pdfium.pdfium.wasmExports.malloc(bytes.length);
  if (at === 0) throw new Error("out of memory");
  memory(pdfium).set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, "");
  if (document !== 0) return document;
  const error = pdfium.FPDF_GetLastError();
  const locked = error === ERROR_PASSWORD || error === ERROR_SECURITY;
  return { pages: 0, hasPlace: false, locked, damaged: !locked, reason: locked ? "password" : "damaged" };
}

/** Needed to draw what was typed into a form's fields; none of its script or action calls are made. */
function startForm(pdfium: WrappedPdfiumModule, document: number): number {
  return pdfium.PDFiumExt_InitFormFillEnvironment(document, pdfium.PDFiumExt_OpenFormFillInfo());
}

function render(pdfium: WrappedPdfiumModule, document: number, form: number, number: number): Pixels | undefined {
  const page = pdfium.FPDF_LoadPage(document, number - 1);
  if (page === 0) return undefined;
  const { width, height } = pictureSize(pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page));
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRA, 0, 0);
  if (bitmap === 0) throw new Error("out of memory");
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS | RED_FIRST);
  if (form !== 0) pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS | RED_FIRST);
  const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
  // Copied out: drawing the next page may move PDFium's memory.
  const data = memory(pdfium).slice(from, from + width * height * 4);
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  return { data, width, height, channels: 4 };
}

/** A page may claim to be a point wide and a mile long; the picture stays inside what the server accepts. */
function pictureSize(pageWidth: number, pageHeight: number): { width: number; height: number } {
  const ratio = pageWidth > 0 && pageHeight > 0 ? pageHeight / pageWidth : 1;
  const height = Math.round(WIDTH * ratio);
  if (height <= tallest(WIDTH)) return { width: WIDTH, height: Math.max(1, height) };
  return { width: Math.max(1, Math.round(tallest(WIDTH) / ratio)), height: tallest(WIDTH) };
}

function memory(pdfium: WrappedPdfiumModule): Uint8Array {
  return (pdfium.pdfium as unknown as Memory).HEAPU8;
}
