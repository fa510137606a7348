const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const BASELINE = 0xc0;
/** Quantisation and Huffman tables, restart interval, and the JFIF header: what a picture needs and nothing else. */
const PLAIN: ReadonlySet<number> = new Set([0xdb, 0xc4, 0xdd, 0xe0]);
const JFIF_BYTES = 16;

/**
 * The size of a JPEG that is one baseline picture of one or three colours and nothing else (ITU-T T.81 Annex B): no
 * metadata, no second picture, nothing after its end. Undefined for anything more: what is put into a PDF must not carry
 * anything through to a reader.
 */
export function plainJpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xff00 + START_OF_IMAGE) return undefined;
  if (bytes.readUInt16BE(bytes.length - 2) !== 0xff00 + END_OF_IMAGE) return undefined;
  let size: { width: number; height: number } | undefined;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes.readUInt8(at + 1);
    const length = bytes.readUInt16BE(at + 2);
    if (bytes.readUInt8(at) !== 0xff || length < 2 || at + 2 + length > bytes.length) return undefined;
    if (marker === START_OF_SCAN) return size && onlyScan(bytes, at + 2 + length) ? size : undefined;
    if (marker === BASELINE) {
      if (size || length < 8) return undefined;
      size = frameOf(bytes, at + 4);
      if (!size) return undefined;
    } else if (!PLAIN.has(marker) || (marker === 0xe0 && length !== JFIF_BYTES)) {
      return undefined;
    }
    at += 2 + length;
  }
  return undefined;
}

function frameOf(bytes: Buffer, at: number): { width: number; height: number } | undefined {
  const [bits, height, width, colours] = [
    bytes.readUInt8(at),
    bytes.readUInt16BE(at + 1),
    bytes.readUInt16BE(at + 3),
    bytes.readUInt8(at + 5),
  ];
  return bits === 8 && height > 0 && width > 0 && (colours === 1 || colours === 3) ? { width, height } : undefined;
}

/** In the coded data a 0xff is followed by 0x00 or a restart marker, until the end of the picture and of the bytes. */
function onlyScan(bytes: Buffer, from: number): boolean {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1] ?? -1;
    if (next === END_OF_IMAGE) return at === bytes.length - 2;
    if (next !== 0x00 && !(next >= 0xd0 && next <= 0xd7)) return false;
  }
  return false;
}
