import { type Metadata, noMetadata, orientationOnly, readOrientation } from "./metadata.ts";

const EXIF = Buffer.from("Exif\0\0", "latin1");
const XMP = Buffer.from("http://ns.adobe.com/x", "latin1");
const PHOTOSHOP = Buffer.from("Photoshop 3.0\0", "latin1");

/**
 * Looks through the whole file, not only the first picture: phones append further pictures (depth, gain map, motion)
 * after the end, each with Exif of its own.
 */
export function jpegMetadata(bytes: Buffer): Metadata {
  const found = noMetadata();
  for (const at of occurrences(bytes, EXIF)) found.tiff.push(bytes.subarray(at + EXIF.length));
  for (const at of occurrences(bytes, XMP)) found.xmp.push(bytes.subarray(at, at + 65_535));
  for (const at of occurrences(bytes, PHOTOSHOP)) found.photoshop.push(bytes.subarray(at, at + 65_535));
  return found;
}

function* occurrences(bytes: Buffer, mark: Buffer): Generator<number> {
  let at = bytes.indexOf(mark);
  for (let count = 0; at !== -1 && count < 50; count += 1) {
    yield at;
    at = bytes.indexOf(mark, at + mark.length);
  }
}

/**
 * The same coded picture with only the segments a decoder needs (ITU-T T.81 annex B): JFIF header, colour profile, Adobe
 * colour marker, tables, scans, and the orientation. Everything after the end of the first picture is cut off.
 * Throws RangeError when the segments do not add up.
 */
export function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  const orientation = readOrientation(jpegMetadata(bytes).tiff[0]);
  if (orientation !== 1) kept.push(exifSegment(orientation));
  let at = 2;
  while (at < bytes.length) {
    if (bytes.readUInt8(at) !== 0xff) throw new RangeError("a marker was due");
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === 0xd9) {
      kept.push(bytes.subarray(at, at + 2));
      break;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw new RangeError("a segment runs over the end");
    if (isNeeded(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
  return Buffer.concat(kept);
}

function isNeeded(marker: number, body: Buffer): boolean {
  const begins = (name: string) => body.toString("latin1", 0, name.length) === name;
  if (marker === 0xe0) return begins("JFIF\0");
  if (marker === 0xe2) return begins("ICC_PROFILE\0");
  if (marker === 0xee) return begins("Adobe");
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe;
}

/** Coded data ends at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}

function exifSegment(orientation: number): Buffer {
  const body = Buffer.concat([EXIF, orientationOnly(orientation)]);
  const header = Buffer.from([0xff, 0xe1, 0, 0]);
  header.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([header, body]);
}
