import { itemBytes, readHeif } from "./heif-boxes.ts";
import { type Metadata, noMetadata } from "./metadata.ts";

/** Boxes a still picture needs. Others (the film of a live photo with its own position, maker's boxes) are emptied. */
const NEEDED = ["ftyp", "meta", "mdat", "free", "skip"];

/** An Exif block without a single entry, after its four-byte offset (ISO/IEC 23008-12 annex A). */
const EMPTY_EXIF = Buffer.from("000000004d4d002a00000008000000000000", "hex");

export function heicMetadata(bytes: Buffer): Metadata {
  const found = noMetadata();
  const file = readHeif(bytes);
  for (const item of file.items) {
    if (item.type === "Exif") {
      const body = itemBytes(bytes, item);
      found.tiff.push(body.subarray(4 + body.readUInt32BE(0)));
    }
    if (item.type === "mime" || item.type === "uri ") found.xmp.push(itemBytes(bytes, item));
  }
  // A film's position is an ISO 6709 text in a user data box; where it stands exactly differs by maker.
  for (const box of file.top.filter(({ type }) => !NEEDED.includes(type))) {
    const body = bytes.subarray(box.from, box.to);
    if (body.includes(Buffer.from("\xa9xyz", "latin1")) || body.includes("location.ISO6709"))
      found.xmp.push(Buffer.from("LocationCreated"));
  }
  return found;
}

/**
 * The same file, byte for byte as long, with its metadata items overwritten: nothing moves, so that no offset has to
 * change. Which way up the picture is stands in the picture's own properties, not in Exif.
 */
export function stripHeic(bytes: Buffer): Buffer {
  const file = readHeif(bytes);
  const copy = Buffer.from(bytes);
  for (const item of file.items) {
    if (item.type !== "Exif" && item.type !== "mime" && item.type !== "uri ") continue;
    for (const { at, length } of item.extents) copy.fill(item.type === "Exif" ? 0 : 0x20, at, at + length);
    const first = item.extents[0];
    if (item.type === "Exif" && first && first.length >= EMPTY_EXIF.length) EMPTY_EXIF.copy(copy, first.at);
  }
  for (const box of file.top) {
    if (NEEDED.includes(box.type)) continue;
    copy.write("free", box.start + 4, "latin1");
    copy.fill(0, box.from, box.to);
  }
  return copy;
}
