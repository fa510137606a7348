import sharp, { type Sharp } from "sharp";
import { PICTURE_QUALITY, PICTURE_WIDTHS, tallest } from "../pictures.ts";
import { onlyPictureLoaders } from "./loaders.ts";
import { tellPicture } from "./out.ts";

onlyPictureLoaders();

/** Pixels in a row: three or four bytes each. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
  channels: 3 | 4;
}

/** Makes and sends both pictures of one page. */
export async function drawPage(page: number, { data, width, height, channels }: Pixels): Promise<void> {
  for (const size of PICTURE_WIDTHS) {
    const source = sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
    const { data: webp, info } = await fit(source, size).toBuffer({ resolveWithObject: true });
    tellPicture({ page, size, width: info.width, height: info.height, webp });
  }
}

/** The one way a picture is coded: no metadata is asked to be kept, transparency becomes white paper. */
export function fit(source: Sharp, size: (typeof PICTURE_WIDTHS)[number]): Sharp {
  return source
    .resize({ width: size, height: tallest(size), fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .webp({ quality: PICTURE_QUALITY, effort: 2 });
}
