import { plainJpegSize } from "./plain-jpeg.ts";

/** How coarse a page may become, from as it is kept to the coarsest at which text of eight points can still be read. */
export interface Coarseness {
  /** Pixels across at most. */
  width: number;
  /** JPEG quality. */
  quality: number;
}

/**
 * From fine to coarse. The first keeps every pixel of the picture. On A4 the others have 150, 133, 120 and 106 dots an inch.
 */
export const COARSENESS: readonly [Coarseness, ...Coarseness[]] = [
  { width: 1400, quality: 80 },
  { width: 1400, quality: 62 },
  { width: 1240, quality: 55 },
  { width: 1100, quality: 50 },
  { width: 990, quality: 45 },
  { width: 880, quality: 40 },
];

export const UNLIMITED = 0xffff_ffff;

/** A picture to code anew. */
export interface PageToCode {
  /** The stored picture: a plain WebP. */
  webp: Buffer;
  /** The step of `COARSENESS` that is expected to fit. */
  from: number;
  /** It becomes as fine as it can be with no more bytes than this; the coarsest step is taken whatever it has. */
  most?: number;
}

export interface CodedPage {
  jpeg: Buffer;
  width: number;
  height: number;
  /** Which step of `COARSENESS` it became. */
  step: number;
}

const HEADER_BYTES = 16;

/** What stands before the picture. n counts the pages one child is given. */
export function requestHead(n: number, { from, most }: Omit<PageToCode, "webp">): Buffer {
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt32LE(n, 0);
  head.writeUInt32LE(from, 4);
  head.writeUInt32LE(most ?? UNLIMITED, 8);
  return head;
}

export function decodeRequest(body: Buffer): Required<PageToCode> & { n: number } {
  return {
    n: body.readUInt32LE(0),
    from: body.readUInt32LE(4),
    most: body.readUInt32LE(8),
    webp: body.subarray(HEADER_BYTES),
  };
}

/** Without bytes it says that this picture could not be read. */
export function encodeCoded(n: number, page: CodedPage | undefined): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(n, 0);
  if (!page) return header;
  header.writeUInt32LE(page.step, 4);
  header.writeUInt32LE(page.width, 8);
  header.writeUInt32LE(page.height, 12);
  return Buffer.concat([header, page.jpeg]);
}

/** Reads one page as the child says it is, and looks whether it is: undefined when anything does not fit. */
export function decodeCoded(body: Buffer): { n: number; page: CodedPage | "unreadable" } | undefined {
  if (body.length < HEADER_BYTES) return undefined;
  const n = body.readUInt32LE(0);
  if (body.length === HEADER_BYTES) return { n, page: "unreadable" };
  const step = body.readUInt32LE(4);
  const width = body.readUInt32LE(8);
  const height = body.readUInt32LE(12);
  const jpeg = body.subarray(HEADER_BYTES);
  const real = plainJpegSize(jpeg);
  if (step >= COARSENESS.length || real?.width !== width || real.height !== height) return undefined;
  return { n, page: { jpeg: Buffer.from(jpeg), width, height, step } };
}
