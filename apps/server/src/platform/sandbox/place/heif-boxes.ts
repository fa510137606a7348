/** One box of an ISO base media file (ISO/IEC 14496-12): `from` and `to` bound its body. */
export interface Box {
  type: string;
  start: number;
  from: number;
  to: number;
}

export interface HeifItem {
  id: number;
  type: string;
  /** Where its bytes stand in the file. */
  extents: { at: number; length: number }[];
}

export interface HeifFile {
  top: Box[];
  items: HeifItem[];
  /** The largest picture any part of the file claims to be. */
  largestPixels: number;
}

/** Reads the frame of a HEIC file (ISO/IEC 23008-12). Throws RangeError when the boxes do not add up. */
export function readHeif(bytes: Buffer): HeifFile {
  const top = boxes(bytes, 0, bytes.length);
  const meta = top.find(({ type }) => type === "meta");
  if (!meta) throw new RangeError("no meta box");
  const inside = boxes(bytes, meta.from + 4, meta.to);
  const types = readItemTypes(bytes, inside);
  const items = readLocations(bytes, inside).map((item) => ({ ...item, type: types.get(item.id) ?? "" }));
  return { top, items, largestPixels: largest(bytes, inside) };
}

/** An item's bytes, put together from its extents. */
export function itemBytes(bytes: Buffer, item: HeifItem): Buffer {
  return Buffer.concat(item.extents.map(({ at, length }) => bytes.subarray(at, at + length)));
}

function boxes(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    let size = bytes.readUInt32BE(at);
    let header = 8;
    if (size === 1) {
      size = Number(bytes.readBigUInt64BE(at + 8));
      header = 16;
    } else if (size === 0) size = to - at;
    if (size < header || at + size > to) throw new RangeError("a box runs over the end");
    found.push({ type: bytes.toString("latin1", at + 4, at + 8), start: at, from: at + header, to: at + size });
    if (found.length > 10_000) throw new RangeError("too many boxes");
    at += size;
  }
  return found;
}

function readItemTypes(bytes: Buffer, inside: Box[]): Map<number, string> {
  const types = new Map<number, string>();
  const iinf = inside.find(({ type }) => type === "iinf");
  if (!iinf) return types;
  const countBytes = bytes.readUInt8(iinf.from) === 0 ? 2 : 4;
  for (const infe of boxes(bytes, iinf.from + 4 + countBytes, iinf.to)) {
    const version = bytes.readUInt8(infe.from);
    if (infe.type !== "infe" || version < 2) continue;
    const wide = version === 2 ? 2 : 4;
    const typeAt = infe.from + 4 + wide + 2;
    types.set(bytes.readUIntBE(infe.from + 4, wide), bytes.toString("latin1", typeAt, typeAt + 4));
  }
  return types;
}

/** The item location box, versions 0 to 2 (ISO/IEC 14496-12 section 8.11.3). */
function readLocations(bytes: Buffer, inside: Box[]): Omit<HeifItem, "type">[] {
  const iloc = inside.find(({ type }) => type === "iloc");
  if (!iloc) return [];
  const idat = inside.find(({ type }) => type === "idat");
  const version = bytes.readUInt8(iloc.from);
  const sizes = bytes.readUInt16BE(iloc.from + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  let at = iloc.from + 6;
  const take = (size: number): number => {
    const value = size === 8 ? Number(bytes.readBigUInt64BE(at)) : size === 0 ? 0 : bytes.readUIntBE(at, size);
    at += size;
    return value;
  };
  const wide = version < 2 ? 2 : 4;
  const items: Omit<HeifItem, "type">[] = [];
  for (let count = take(wide); count > 0; count -= 1) {
    const id = take(wide);
    const inIdat = version > 0 && (take(2) & 15) === 1;
    take(2);
    const base = take(baseSize) + (inIdat ? (idat?.from ?? bytes.length) : 0);
    const extents: HeifItem["extents"] = [];
    for (let extent = take(2); extent > 0; extent -= 1) {
      take(indexSize);
      const start = base + take(offsetSize);
      const length = take(lengthSize) || bytes.length - start;
      if (start + length > bytes.length) throw new RangeError("an item runs over the end");
      extents.push({ at: start, length });
    }
    items.push({ id, extents });
  }
  return items;
}

function largest(bytes: Buffer, inside: Box[]): number {
  const iprp = inside.find(({ type }) => type === "iprp");
  const ipco = iprp && boxes(bytes, iprp.from, iprp.to).find(({ type }) => type === "ipco");
  if (!ipco) return 0;
  const sizes = boxes(bytes, ipco.from, ipco.to).filter(({ type }) => type === "ispe");
  return Math.max(0, ...sizes.map(({ from }) => bytes.readUInt32BE(from + 4) * bytes.readUInt32BE(from + 8)));
}
