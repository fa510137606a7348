import { emailPackBytes, type PackSize } from "@locum-passport/contract";
import type { z } from "zod";
import { COARSENESS } from "../../platform/sandbox/pages.ts";

export type Size = z.infer<typeof PackSize>;

export interface PictureSize {
  bytes: number;
  width: number;
  height: number;
}

/** What is known of a paper before anything is drawn. */
export interface PaperSize {
  /** Each stored page picture, in page order. */
  pictures: readonly PictureSize[];
  /** Bytes of the files as they were added. */
  files: number;
}

/** How finely one page is to be drawn: the step of coarseness that should do, and the most bytes it may have. */
export interface PageLimit {
  from: number;
  most?: number;
}

interface Cost {
  /** JPEG bytes for each byte of the stored WebP, and for each pixel that is drawn: an empty page is not free. */
  perByte: number;
  perPixel: number;
}

/** By step of coarseness; fitted to the specimens and to empty pages. Pages of photos take less, down to half. */
const COSTS: readonly Cost[] = [
  { perByte: 1.92, perPixel: 0.0027 },
  { perByte: 1.39, perPixel: 0.0038 },
  { perByte: 1.02, perPixel: 0.0042 },
  { perByte: 0.83, perPixel: 0.0044 },
  { perByte: 0.68, perPixel: 0.0046 },
  { perByte: 0.53, perPixel: 0.0049 },
];
/** Full pages are coded for speed: somewhat larger. */
const FULL_COST: Cost = { perByte: 1.81, perPixel: 0.0124 };
/** As much as any page of the specimens took above what was expected: so much is set aside for each. */
const MOST = 1.3;
const LAST = COSTS.length - 1;

/** Fonts, checklist and bookmarks; what each page and each paper adds beside its picture. */
const OVERHEAD = { pdf: 60_000, page: 1_800, paper: 600, zip: 8_000, paperPdf: 3_500 } as const;
/** Kept free below the limit, for what cannot be foreseen: long titles, other alphabets. */
const SPARE = 250_000;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What a pack of this size will take, by what is known of its papers. */
export interface Foreseen {
  pdfBytes: number;
  zipBytes: number;
  /** For each paper, how finely each page is to be drawn. */
  limits: PageLimit[][];
  /** Pages that will probably be coarser than they are kept. */
  coarser: number;
  /** Both files stay below what an e-mail takes. Always true of the full size. */
  fits: boolean;
}

export function foresee(papers: readonly PaperSize[], size: Size): Foreseen {
  return size === "full" ? foreseeFull(papers) : foreseeEmail(papers);
}

function foreseeFull(papers: readonly PaperSize[]): Foreseen {
  const pictures = papers.flatMap((paper) => paper.pictures);
  return {
    pdfBytes: Math.round(pdfOverhead(papers) + sum(pictures.map((picture) => cost(picture, FULL_COST)))),
    zipBytes: OVERHEAD.zip + sum(papers.map((paper) => paper.files + OVERHEAD.paper)),
    limits: papers.map((paper) => paper.pictures.map(() => ({ from: 0 }))),
    coarser: 0,
    fits: true,
  };
}

/**
 * One limit for all pages: those that take less are left as they are, the others become coarser until they take no more.
 * What the limits leave free is shared out in proportion, so that no page is coarser than it must be.
 */
function foreseeEmail(papers: readonly PaperSize[]): Foreseen {
  const pictures = papers.flatMap((paper) => paper.pictures);
  // The ZIP also holds, as they are, papers without pictures.
  const asTheyAre = sum(papers.filter((paper) => paper.pictures.length === 0).map((paper) => paper.files));
  const around = pdfOverhead(papers) + papers.length * OVERHEAD.paperPdf;
  const room = emailPackBytes - SPARE - around - asTheyAre;
  const wanted = pictures.map(wantedBy);
  const level = levelFor(wanted, room);
  const limits = papers.map((paper) => paper.pictures.map((picture) => limitOf(picture, level)));
  const expected = papers.map((paper, at) =>
    paper.pictures.map((picture, page) => atStep(picture, limits[at]?.[page]?.from ?? 0)),
  );
  const pdfBytes = Math.round(pdfOverhead(papers) + sum(expected.flat()));
  const zipBytes = Math.round(OVERHEAD.zip + sum(papers.map((paper, at) => emailFile(paper, sum(expected[at] ?? [])))));
  return {
    pdfBytes,
    zipBytes,
    limits,
    coarser: limits.flat().filter(({ from }) => from > 0).length,
    fits: pdfBytes < emailPackBytes && zipBytes < emailPackBytes,
  };
}

/** In the ZIP for e-mail stands whichever is smaller: what was added, or a PDF of its pages. */
const emailFile = (paper: PaperSize, pages: number): number =>
  OVERHEAD.paper +
  (paper.pictures.length === 0
    ? paper.files
    : Math.min(paper.files, pages + OVERHEAD.paperPdf + OVERHEAD.page * paper.pictures.length));

const pdfOverhead = (papers: readonly PaperSize[]): number =>
  OVERHEAD.pdf + sum(papers.map((paper) => OVERHEAD.paper + Math.max(1, paper.pictures.length) * OVERHEAD.page));

const cost = ({ bytes, width, height }: PictureSize, { perByte, perPixel }: Cost, scale = 1): number =>
  bytes * perByte + width * height * scale * scale * perPixel;

function atStep(picture: PictureSize, step: number): number {
  const [coarse, by] = [COARSENESS[step], COSTS[step]];
  if (!coarse || !by) throw new Error("There is no such step of coarseness");
  return cost(picture, by, Math.min(1, coarse.width / picture.width));
}

const wantedBy = (picture: PictureSize): number => MOST * atStep(picture, 0);

/** Either every page gets so many times what it wants (`share`, 1 or more), or none gets more than `most`. */
type Level = { share: number } | { most: number };

function levelFor(wanted: readonly number[], room: number): Level {
  const total = sum(wanted);
  if (total <= room) return { share: total === 0 ? 1 : room / total };
  const rising = [...wanted].sort((a, b) => a - b);
  let left = Math.max(0, room);
  for (const [at, bytes] of rising.entries()) {
    const each = left / (rising.length - at);
    if (bytes > each) return { most: each };
    left -= bytes;
  }
  return { share: 1 };
}

function limitOf(picture: PictureSize, level: Level): PageLimit {
  const wanted = wantedBy(picture);
  if ("share" in level) return { from: 0, most: Math.floor(wanted * level.share) };
  // A page that wants less than the others may have keeps what it wants: the room was counted so.
  const most = Math.floor(Math.min(wanted, level.most));
  const from = COSTS.findIndex((_, step) => atStep(picture, step) <= most);
  return { from: from === -1 ? LAST : from, most };
}
