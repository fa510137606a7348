import { crc32, inflateSync } from "node:zlib";
import { type Metadata, noMetadata, orientationOnly, readOrientation } from "./metadata.ts";

interface Chunk {
  type: string;
  body: Buffer;
  /** With length and checksum, as it stands in the file. */
  whole: Buffer;
}

/** What a picture needs to look the same; every other chunk can hold text (W3C PNG, third edition, section 11). */
const NEEDED = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|cICP|mDCV|cLLI|sBIT|pHYs|bKGD|acTL|fcTL|fdAT)$/;

export function pngMetadata(bytes: Buffer): Metadata {
  const found = noMetadata();
  for (const { type, body } of chunks(bytes)) {
    if (type === "eXIf") found.tiff.push(body);
    if (type === "tEXt" || type === "iTXt" || type === "zTXt") found.xmp.push(text(type, body));
  }
  return found;
}

export function stripPng(bytes: Buffer): Buffer {
  const all = [...chunks(bytes)];
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  const orientation = readOrientation(all.find(({ type }) => type === "eXIf")?.body);
  for (const { type, whole } of all) {
    if (NEEDED.test(type)) kept.push(whole);
    if (type === "IHDR" && orientation !== 1) kept.push(chunk("eXIf", orientationOnly(orientation)));
  }
  return Buffer.concat(kept);
}

function* chunks(bytes: Buffer): Generator<Chunk> {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new RangeError("a chunk runs over the end");
    const type = bytes.toString("latin1", at + 4, at + 8);
    yield { type, body: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) };
    if (type === "IEND") return;
    at = end;
  }
}

/** Old writers kept Exif and IPTC as compressed hexadecimal text; whatever it is, it is looked at as text. */
function text(type: string, body: Buffer): Buffer {
  const packed = type === "zTXt" || (type === "iTXt" && body.readUInt8(body.indexOf(0) + 1) === 1);
  if (!packed) return body;
  for (let at = body.indexOf(0x78); at !== -1 && at < 400; at = body.indexOf(0x78, at + 1)) {
    try {
      return inflateSync(body.subarray(at), { maxOutputLength: 4 * 1024 * 1024 });
    } catch {
      // not where the compressed part begins; look at the next
    }
  }
  return body;
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
}
