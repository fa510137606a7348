import { type Metadata, noMetadata, orientationOnly, readOrientation } from "./metadata.ts";

interface Chunk {
  type: string;
  body: Buffer;
}

/** RFC 9649 section 2.7: the chunks that make the picture. */
const NEEDED = ["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "ANIM", "ANMF"];
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

export function webpMetadata(bytes: Buffer): Metadata {
  const found = noMetadata();
  for (const { type, body } of chunks(bytes)) {
    if (type === "EXIF") found.tiff.push(withoutPrefix(body));
    if (type === "XMP ") found.xmp.push(body);
  }
  return found;
}

export function stripWebp(bytes: Buffer): Buffer {
  const all = [...chunks(bytes)];
  const exif = all.find(({ type }) => type === "EXIF")?.body;
  const orientation = exif ? readOrientation(withoutPrefix(exif)) : 1;
  const kept = all.filter(({ type }) => NEEDED.includes(type)).map((chunk) => clearFlags(chunk, orientation !== 1));
  if (orientation !== 1) kept.push({ type: "EXIF", body: orientationOnly(orientation) });
  const body = Buffer.concat(kept.map(encode));
  const header = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}

function* chunks(bytes: Buffer): Generator<Chunk> {
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > bytes.length) throw new RangeError("a chunk runs over the end");
    yield { type: bytes.toString("latin1", at, at + 4), body: bytes.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (length % 2);
  }
}

function withoutPrefix(exif: Buffer): Buffer {
  return exif.toString("latin1", 0, 6) === "Exif\0\0" ? exif.subarray(6) : exif;
}

function clearFlags({ type, body }: Chunk, exif: boolean): Chunk {
  if (type !== "VP8X") return { type, body };
  const copy = Buffer.from(body);
  copy.writeUInt8((copy.readUInt8(0) & ~(HAS_EXIF | HAS_XMP)) | (exif ? HAS_EXIF : 0), 0);
  return { type, body: copy };
}

function encode({ type, body }: Chunk): Buffer {
  const header = Buffer.from(`${type}\0\0\0\0`, "latin1");
  header.writeUInt32LE(body.length, 4);
  return Buffer.concat([header, body, Buffer.alloc(body.length % 2)]);
}
