import type { PhotoType } from "../media-type.ts";
import { heicMetadata, stripHeic } from "./heic.ts";
import { jpegMetadata, stripJpeg } from "./jpeg.ts";
import { type Metadata, namesPlace } from "./metadata.ts";
import { pngMetadata, stripPng } from "./png.ts";
import { stripWebp, webpMetadata } from "./webp.ts";

const FORMATS: Record<PhotoType, { read(bytes: Buffer): Metadata; strip(bytes: Buffer): Buffer }> = {
  "image/jpeg": { read: jpegMetadata, strip: stripJpeg },
  "image/png": { read: pngMetadata, strip: stripPng },
  "image/webp": { read: webpMetadata, strip: stripWebp },
  "image/heic": { read: heicMetadata, strip: stripHeic },
};

/** Whether the photo's metadata say where it was taken. A frame too broken to read says nothing. */
export async function hasPlace(mediaType: PhotoType, bytes: Buffer): Promise<boolean> {
  try {
    return await namesPlace(FORMATS[mediaType].read(bytes));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The photo without its metadata, pixels untouched. Throws RangeError when the file's frame cannot be read. */
export function removePlace(mediaType: PhotoType, bytes: Buffer): Buffer {
  return FORMATS[mediaType].strip(bytes);
}
