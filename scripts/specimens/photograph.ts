import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init } from "@embedpdf/pdfium";
import sharp from "sharp";

/** Steps on the way are handed on unpacked. */
const FAST = { compressionLevel: 0 } as const;

/** The first page of a PDF as a PNG, `width` pixels wide. PDFium brings its fonts along, so this looks alike everywhere. */
export async function firstPage(pdf: Buffer, width: number): Promise<Buffer> {
  const file = readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.length);
  const pdfium = await init({ wasmBinary });
  pdfium.PDFiumExt_Init();
  const memory = () => (pdfium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
  const at = pdfium.pdfium.wasmExports.malloc(pdf.length);
  memory().set(pdf, at);
  const page = pdfium.FPDF_LoadPage(pdfium.FPDF_LoadMemDocument(at, pdf.length, ""), 0);
  const height = Math.round((width * pdfium.FPDF_GetPageHeightF(page)) / pdfium.FPDF_GetPageWidthF(page));
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, 4, 0, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0x11);
  const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const data = memory().slice(from, from + width * height * 4);
  return sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png(FAST)
    .toBuffer();
}

export interface Shot {
  /** Size of the photo. */
  width: number;
  height: number;
  /** How far the paper lies askew, in degrees. */
  turn: number;
  /** The table it lies on. */
  table: "oak" | "slate" | "linen";
  /** How much of the photo's width the paper takes. */
  fill: number;
  /** Moves the paper, in parts of the photo's size: for a close-up of its upper or lower half. */
  offsetY?: number;
}

const TABLES = { oak: ["#9c744c", "#6f4d2e"], slate: ["#5c646c", "#3a4046"], linen: ["#cfc8ba", "#a9a08e"] } as const;

/** A paper as a phone sees it on a table: a little askew, with a shadow, uneven light and grain. A PNG. */
export async function photograph(paper: Buffer, shot: Shot): Promise<Buffer> {
  const { width, height, turn, table, fill, offsetY = 0 } = shot;
  const sheet = sharp(paper)
    .resize({ width: Math.round(width * fill) })
    .ensureAlpha();
  const rotated = await sharp(await sheet.png(FAST).toBuffer())
    .affine(skew(turn), { background: "#00000000", interpolator: "bicubic" })
    .png(FAST)
    .toBuffer();
  const { width: w = 0, height: h = 0 } = await sharp(rotated).metadata();
  const shadow = await sharp({ create: { width: w, height: h, channels: 4, background: "#000000" } })
    .composite([{ input: rotated, blend: "dest-in" }])
    .linear([0, 0, 0, 0.5], [0, 0, 0, 0])
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: "#00000000" })
    .blur(14)
    .png(FAST)
    .toBuffer();
  const left = Math.round((width - w) / 2);
  const top = Math.round((height - h) / 2 + offsetY * height);
  const layers = await Promise.all([
    cut(shadow, left - 28, top - 22, width, height),
    cut(rotated, left, top, width, height),
  ]);
  const [light, dark] = TABLES[table];
  const flat = await sharp(tableTop(width, height, light, dark, table))
    .composite(layers)
    .flatten()
    .png(FAST)
    .toBuffer();
  return sharp(flat)
    .composite([
      { input: lamp(width, height), blend: "soft-light" },
      { input: await grain(), blend: "overlay", tile: true },
    ])
    .blur(0.5)
    .png(FAST)
    .toBuffer();
}

/** A turn, and the slight lean that a phone held not quite level gives. */
function skew(turn: number): [[number, number], [number, number]] {
  const angle = (turn * Math.PI) / 180;
  return [
    [Math.cos(angle), -Math.sin(angle) + 0.012],
    [Math.sin(angle) + 0.006, Math.cos(angle)],
  ];
}

/** Only what falls into the photo: sharp refuses a layer that is larger than its ground. */
async function cut(layer: Buffer, left: number, top: number, width: number, height: number) {
  const { width: w = 0, height: h = 0 } = await sharp(layer).metadata();
  const from = { left: Math.max(0, -left), top: Math.max(0, -top) };
  const [at, down] = [Math.max(0, left), Math.max(0, top)];
  const size = { width: Math.min(w - from.left, width - at), height: Math.min(h - from.top, height - down) };
  const input = await sharp(layer)
    .extract({ ...from, ...size })
    .png(FAST)
    .toBuffer();
  return { input, left: at, top: down };
}

function tableTop(width: number, height: number, light: string, dark: string, table: Shot["table"]): Buffer {
  const planks = table === "oak" ? plankLines(width, height) : "";
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>${planks}</svg>`,
  );
}

function plankLines(width: number, height: number): string {
  return Array.from({ length: 60 }, (_, n) => {
    const y = (n / 60) * height + ((n * 37) % 17);
    const bend = ((n * 53) % 41) - 20;
    const plank = n % 12 === 0;
    return `<path d="M0 ${y} Q ${width / 2} ${y + (plank ? 0 : bend)} ${width} ${y + (plank ? 0 : bend / 3)}" stroke="#2c1a0c" stroke-opacity="${plank ? 0.6 : 0.13}" stroke-width="${plank ? 4 : 2}" fill="none"/>`;
  }).join("");
}

function lamp(width: number, height: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="l" cx="0.3" cy="0.2" r="1"><stop stop-color="#fff" stop-opacity="0.35"/><stop offset="0.6" stop-color="#808080" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.45"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#l)"/></svg>`,
  );
}

/** A small piece, laid side by side: making noise for every pixel of a photo takes half a second. */
async function grain(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 7 } as const;
  return sharp({ create: { width: 331, height: 277, channels: 3, background: "#808080", noise } })
    .png(FAST)
    .toBuffer();
}
