import sharp from "sharp";

export interface Place {
  /** Degrees north of the equator and east of Greenwich. */
  latitude: number;
  longitude: number;
}

/** Coordinates in open moorland: the place of nobody's home. */
export const MOOR: Place = { latitude: 50.6142, longitude: -3.9631 };

/** Exif as a phone writes it, for sharp's `withExif`: camera, time (local, "YYYY:MM:DD HH:MM:SS") and place. */
export function phoneExif(takenAt: string, place: Place | undefined) {
  const camera = { Make: "Specimen", Model: "SPECIMEN Phone 3", Software: "SPECIMEN" };
  const taken = { DateTimeOriginal: takenAt, ExposureTime: "1/60", FNumber: "18/10", ISOSpeedRatings: "125" };
  if (!place) return { IFD0: camera, IFD2: taken };
  return {
    IFD0: camera,
    IFD2: taken,
    IFD3: {
      GPSVersionID: "2 3 0 0",
      GPSLatitudeRef: place.latitude < 0 ? "S" : "N",
      GPSLatitude: sexagesimal(place.latitude),
      GPSLongitudeRef: place.longitude < 0 ? "W" : "E",
      GPSLongitude: sexagesimal(place.longitude),
    },
  };
}

function sexagesimal(degrees: number): string {
  const all = Math.abs(degrees);
  const minutes = (all % 1) * 60;
  return `${Math.floor(all)}/1 ${Math.floor(minutes)}/1 ${Math.round((minutes % 1) * 6000)}/100`;
}

/** The same as a bare Exif block, from its TIFF header on: taken out of a small JPEG that sharp wrote. */
export async function exifBlock(takenAt: string, place: Place): Promise<Buffer> {
  const dot = sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } });
  const jpeg = await dot.withExif(phoneExif(takenAt, place)).jpeg().toBuffer();
  const { exif } = await sharp(jpeg).metadata();
  if (!exif) throw new Error("sharp wrote no Exif");
  return exif.subarray(exif.toString("latin1", 0, 4) === "Exif" ? 6 : 0);
}
