import exifr from "exifr";

/** The parts of a photo in which a place can be written, cut out of whatever file format holds them. */
export interface Metadata {
  /** Exif blocks, each from its TIFF header on. */
  tiff: Buffer[];
  /** XMP packets: UTF-8 XML. */
  xmp: Buffer[];
  /** Photoshop resource blocks, which hold IPTC. */
  photoshop: Buffer[];
}

export function noMetadata(): Metadata {
  return { tiff: [], xmp: [], photoshop: [] };
}

export async function namesPlace(metadata: Metadata): Promise<boolean> {
  if (metadata.xmp.some(xmpNamesPlace) || metadata.photoshop.some(iptcNamesPlace)) return true;
  for (const tiff of metadata.tiff) {
    if (await tiffNamesPlace(tiff)) return true;
  }
  return false;
}

/** Exif 2.32 section 4.6.6: version and clock stand in the GPS part of photos taken without a position too. */
const NOT_A_PLACE = new Set(["GPSVersionID", "GPSInfo", "GPSTimeStamp", "GPSDateStamp", "latitude", "longitude"]);

async function tiffNamesPlace(tiff: Buffer): Promise<boolean> {
  const options = { tiff: true, exif: false, gps: true, interop: false, ifd1: false } as const;
  const found: unknown = await exifr
    .parse(tiff, { ...options, makerNote: false, userComment: false })
    .catch(() => undefined);
  if (typeof found !== "object" || found === null) return false;
  return Object.keys(found).some((key) => key.startsWith("GPS") && !NOT_A_PLACE.has(key));
}

const XMP_PLACE =
  /exif:GPS(?:L|Dest|Area|Img)|LocationCreated|LocationShown|Iptc4xmpCore:(?:Location|CountryCode)|photoshop:(?:City|State|Country)/;

function xmpNamesPlace(xmp: Buffer): boolean {
  return XMP_PLACE.test(xmp.toString("utf8"));
}

/** IPTC IIM 4.2, record 2: city, sublocation, province, country code, country name. */
const IPTC_PLACE = [90, 92, 95, 100, 101];

function iptcNamesPlace(block: Buffer): boolean {
  return IPTC_PLACE.some((dataset) => block.includes(Buffer.from([0x1c, 2, dataset])));
}

/** Exif orientation (tag 0x0112 of the first directory), 1 to 8; 1 when absent or odd. */
export function readOrientation(tiff: Buffer | undefined): number {
  if (!tiff || tiff.length < 14) return 1;
  const little = tiff.toString("latin1", 0, 2) === "II";
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < Math.min(u16(start), 200); entry += 1) {
    const at = start + 2 + entry * 12;
    if (u16(at) !== 0x0112) continue;
    const value = u16(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An Exif block that says which way up the picture is, and nothing else. */
export function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.from("4d4d002a00000008000101120003000000010000000000000000", "hex");
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
