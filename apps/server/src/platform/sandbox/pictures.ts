/**
 * Every page is kept as two pictures, made once: 360 pixels wide for lists, 1400 for reading (about 170 dots an inch on
 * A4, so small print stays legible). `?width=` gets the smallest of them that is at least as wide as asked.
 * A smaller original is not blown up, so a picture may be narrower than its size says.
 */
export const PICTURE_WIDTHS = [360, 1400] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

/** A till receipt photographed in one piece is long; anything longer than three times its width is made smaller. */
export function tallest(width: PictureWidth): number {
  return width * 3;
}

/** WebP quality at which text of eight points stays readable and a scanned A4 page stays under 200 KB. */
export const PICTURE_QUALITY = 75;

export const DEFAULT_MAX_PAGES = 200;

/** One picture of one page. `page` counts from 1 within the file; `size` is the stored width it stands for. */
export interface Picture {
  page: number;
  size: PictureWidth;
  width: number;
  height: number;
  webp: Buffer;
}

const HEADER_BYTES = 16;

export function encodePicture(picture: Picture): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(picture.page, 0);
  header.writeUInt32LE(picture.size, 4);
  header.writeUInt32LE(picture.width, 8);
  header.writeUInt32LE(picture.height, 12);
  return Buffer.concat([header, picture.webp]);
}

/** Reads one picture as the child says it is, and looks whether it is: undefined when anything does not fit. */
export function decodePicture(body: Buffer): Picture | undefined {
  if (body.length <= HEADER_BYTES) return undefined;
  const page = body.readUInt32LE(0);
  const size = PICTURE_WIDTHS.find((width) => width === body.readUInt32LE(4));
  const width = body.readUInt32LE(8);
  const height = body.readUInt32LE(12);
  const webp = body.subarray(HEADER_BYTES);
  if (size === undefined || page < 1 || width > size || height > tallest(size)) return undefined;
  const real = plainWebpSize(webp);
  return real?.width === width && real.height === height ? { page, size, width, height, webp } : undefined;
}

/**
 * The size of a WebP that is one lossy key frame and nothing else (RFC 9649 section 2.5: RIFF header, one "VP8 " chunk;
 * RFC 6386 section 9.1: frame tag, start code, 14-bit sizes). Undefined for anything more: the file a picture is made
 * from must not be able to carry metadata, animation or hidden chunks through to a reader.
 */
export function plainWebpSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 30 || bytes.toString("latin1", 0, 4) !== "RIFF") return undefined;
  if (bytes.readUInt32LE(4) + 8 !== bytes.length || bytes.toString("latin1", 8, 16) !== "WEBPVP8 ") return undefined;
  const chunk = bytes.readUInt32LE(16);
  if (20 + chunk + (chunk % 2) !== bytes.length) return undefined;
  const keyFrame = (bytes.readUInt8(20) & 1) === 0;
  if (!keyFrame || bytes.readUIntBE(23, 3) !== 0x9d012a) return undefined;
  const width = bytes.readUInt16LE(26) & 0x3fff;
  const height = bytes.readUInt16LE(28) & 0x3fff;
  return width > 0 && height > 0 ? { width, height } : undefined;
}
