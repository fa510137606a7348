import sharp from "sharp";
import type { ToldFacts } from "../facts.ts";
import type { PhotoType } from "../media-type.ts";
import { PICTURE_WIDTHS, type PictureWidth } from "../pictures.ts";
import { hasPlace } from "../place/place.ts";
import { fit } from "./draw.ts";
import { isOutOfMemory } from "./explain.ts";
import { tellAbout, tellPicture } from "./out.ts";

/** An A4 page scanned at 1,200 dots an inch has 139 million; more is not a paper but a bomb. */
const MOST_PIXELS = 150_000_000;

/** JPEG, PNG and WebP. The size is read from the header before anything is decoded. */
export async function picturePhoto(mediaType: PhotoType, bytes: Buffer): Promise<ToldFacts> {
  const facts: ToldFacts = { pages: 1, hasPlace: await hasPlace(mediaType, bytes), locked: false, damaged: false };
  const size = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!size) return { ...facts, damaged: true, reason: "damaged" };
  if (size.width * size.height > MOST_PIXELS) return { ...facts, reason: "too-large" };
  tellAbout(facts);

  if (await draw(bytes, "truncated")) return facts;
  // A photo cut off on its way still shows its upper part; the rest comes out grey.
  if (await draw(bytes, "none")) return { ...facts, damaged: true };
  return { ...facts, damaged: true, reason: "damaged" };
}

async function draw(bytes: Buffer, failOn: "truncated" | "none"): Promise<boolean> {
  const options = {
    limitInputPixels: MOST_PIXELS,
    failOn,
    sequentialRead: true,
    animated: false,
    autoOrient: true,
  } as const;
  const made: { size: PictureWidth; data: Buffer; info: { width: number; height: number } }[] = [];
  for (const size of [...PICTURE_WIDTHS].reverse()) {
    const last = made.at(-1);
    // The small one is made from the large one: decoding a camera's photo once is enough.
    const source = last ? sharp(last.data, { limitInputPixels: MOST_PIXELS }) : sharp(bytes, options);
    const picture = await fit(source, size)
      .toBuffer({ resolveWithObject: true })
      .catch((error: unknown) => (isOutOfMemory(error) ? Promise.reject(error) : undefined));
    if (!picture) return false;
    made.push({ size, ...picture });
  }
  for (const { size, data, info } of made.reverse()) {
    tellPicture({ page: 1, size, width: info.width, height: info.height, webp: data });
  }
  return true;
}
