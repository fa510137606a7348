import { fileTypeFromBuffer } from "file-type";
import { DOCX, type MediaType } from "./media-type.ts";

/** How many of a file's first bytes `sniffMediaType` wants; a shorter file is given whole. */
export const SNIFF_BYTES = 16 * 1024;

/**
 * The real type of a file, from its first bytes; `undefined` for everything that is not kept (SVG, HTML, executables,
 * an empty file, other Office files, AVIF). Neither file name nor declared type is asked: both are the sender's word.
 * It looks at signatures only and decodes no picture, so it may run in the server itself.
 */
export async function sniffMediaType(head: Uint8Array): Promise<MediaType | undefined> {
  if (head.length < 4) return undefined;
  const bytes = head.subarray(0, SNIFF_BYTES);
  if (startsAsPdf(bytes)) return "application/pdf";
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  switch (found) {
    case "image/jpeg":
    case "image/webp":
      return found;
    case "image/png":
    case "image/apng":
      return "image/png";
    case "image/heic":
      return "image/heic";
    case "image/heif":
      return namesHevc(bytes) ? "image/heic" : undefined;
    case DOCX:
      return DOCX;
    case "application/zip":
      return holdsWordDocument(bytes) ? DOCX : undefined;
    default:
      return undefined;
  }
}

/** Scanners put a byte order mark or white space before the header. Anything else in front could be another format. */
function startsAsPdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  return /^(?:\xEF\xBB\xBF)?[\s\0]{0,32}%PDF-/.test(text);
}

/** `mif1` says only "an image"; the compatible brands say whether it is coded as HEVC or as AV1 (AVIF). */
function namesHevc(bytes: Uint8Array): boolean {
  const box = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = Math.min(box.readUInt32BE(0), box.length);
  for (let at = 16; at + 4 <= end; at += 4) {
    if (/^he[iv][cx]$/.test(box.toString("latin1", at, at + 4))) return true;
  }
  return false;
}

/** Some writers put `[Content_Types].xml` last, out of reach of the first bytes; the part names then tell. */
function holdsWordDocument(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString("latin1");
  return /PK.{28}word\//s.test(text) && !text.includes("vbaProject.bin");
}
