/**
 * A HEIC file around one picture, with an Exif item, as a phone writes it (ISO/IEC 23008-12). sharp's prebuilt libvips
 * holds no HEVC encoder, and no package on npm is one; hence `hevc.ts`, which stores the picture uncompressed.
 */
import sharp from "sharp";
import { BLOCK, encodeHevc, type HevcPicture, type PlanarPicture } from "./hevc.ts";

/** `exif` begins with its TIFF header. The picture is any that sharp opens; sizes are made even. */
export async function encodeHeic(picture: Buffer, exif: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const planes = toPlanes(data, info.width, info.height);
  const coded = encodeHevc(planes);
  const sized = Buffer.alloc(4);
  sized.writeUInt32BE(coded.slice.length);
  const image = Buffer.concat([sized, coded.slice]);
  const place = Buffer.concat([u32(0), exif]);

  const ftyp = box("ftyp", text("heic"), u32(0), text("mif1"), text("heic"));
  const metaLength = meta(planes, coded, [0, image.length], [0, place.length]).length;
  const at = ftyp.length + metaLength + 8;
  const head = meta(planes, coded, [at, image.length], [at + image.length, place.length]);
  return Buffer.concat([ftyp, head, box("mdat", image, place)]);
}

type Location = [at: number, length: number];

function meta({ width, height }: PlanarPicture, coded: HevcPicture, image: Location, exif: Location): Buffer {
  const location = (id: number, [at, length]: Location) => [u16(id), u16(0), u16(1), u32(at), u32(length)];
  const properties = box(
    "ipco",
    box("hvcC", configuration(coded)),
    full("ispe", 0, u32(width), u32(height)),
    // sRGB primaries and curve, BT.601 matrix, full range: what toPlanes computes
    box("colr", text("nclx"), u16(1), u16(13), u16(6), Buffer.from([0x80])),
    full("pixi", 0, Buffer.from([3, 8, 8, 8])),
  );
  return full(
    "meta",
    0,
    full("hdlr", 0, u32(0), text("pict"), Buffer.alloc(13)),
    full("pitm", 0, u16(1)),
    full("iloc", 0, Buffer.from([0x44, 0]), u16(2), ...location(1, image), ...location(2, exif)),
    full("iinf", 0, u16(2), itemInfo(1, "hvc1", 0), itemInfo(2, "Exif", 1)),
    full("iref", 0, box("cdsc", u16(2), u16(1), u16(1))),
    box("iprp", properties, full("ipma", 0, u32(1), u16(1), Buffer.from([4, 0x81, 2, 3, 4]))),
  );
}

function itemInfo(id: number, type: string, hidden: number): Buffer {
  const body = Buffer.concat([u16(id), u16(0), text(type), Buffer.alloc(1)]);
  return box("infe", Buffer.from([2, 0, 0, hidden]), body);
}

/** HEVCDecoderConfigurationRecord (ISO/IEC 14496-15 section 8.3.3.1). */
function configuration({ vps, sps, pps, profile }: HevcPicture): Buffer {
  const fixed = Buffer.from([0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8, 0, 0, 0x0f, 3]);
  const array = (type: number, unit: Buffer) =>
    Buffer.concat([Buffer.from([0x80 | type]), u16(1), u16(unit.length), unit]);
  return Buffer.concat([Buffer.from([1]), profile, fixed, array(32, vps), array(33, sps), array(34, pps)]);
}

/** RGB to Y'CbCr 4:2:0, BT.601 full range; edges repeated to whole blocks. */
function toPlanes(rgb: Buffer, fullWidth: number, fullHeight: number): PlanarPicture {
  const [width, height] = [fullWidth & ~1, fullHeight & ~1];
  const [codedWidth, codedHeight] = [Math.ceil(width / BLOCK) * BLOCK, Math.ceil(height / BLOCK) * BLOCK];
  const y = new Uint8Array(codedWidth * codedHeight);
  const cb = new Uint8Array(y.length / 4);
  const cr = new Uint8Array(y.length / 4);
  for (let row = 0; row < codedHeight; row += 1) {
    for (let column = 0; column < codedWidth; column += 1) {
      const from = (Math.min(row, height - 1) * fullWidth + Math.min(column, width - 1)) * 3;
      const [r, g, b] = [rgb[from] ?? 0, rgb[from + 1] ?? 0, rgb[from + 2] ?? 0];
      y[row * codedWidth + column] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
      if (row % 2 === 1 || column % 2 === 1) continue;
      const half = ((row / 2) * codedWidth) / 2 + column / 2;
      cb[half] = Math.min(255, Math.round(128 - 0.168736 * r - 0.331264 * g + 0.5 * b));
      cr[half] = Math.min(255, Math.round(128 + 0.5 * r - 0.418688 * g - 0.081312 * b));
    }
  }
  return { width, height, codedWidth, codedHeight, y, cb, cr };
}

function box(type: string, ...body: Buffer[]): Buffer {
  const whole = Buffer.concat(body);
  return Buffer.concat([u32(whole.length + 8), text(type), whole]);
}

function full(type: string, version: number, ...body: Buffer[]): Buffer {
  return box(type, Buffer.from([version, 0, 0, 0]), ...body);
}

function text(value: string): Buffer {
  return Buffer.from(value, "latin1");
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
