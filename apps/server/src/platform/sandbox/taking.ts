import { type Frame, FrameError } from "./frames.ts";
import type { Take } from "./job.ts";
import { decodePicture, PICTURE_WIDTHS, type Picture } from "./pictures.ts";

/** Accepts only what an honest child would say next: pages from 1 up, each size once, never more than was asked. */
export function takePictures(
  maxPages: number,
  receive: (picture: Picture) => Promise<void>,
): { take: Take; whole(): number } {
  let due = 0;
  let pictures = 0;
  const take: Take = ({ kind, body }: Frame) => {
    const picture = kind === "picture" ? decodePicture(body) : undefined;
    const page = Math.floor(due / PICTURE_WIDTHS.length) + 1;
    const size = PICTURE_WIDTHS[due % PICTURE_WIDTHS.length];
    if (!picture || page > maxPages || picture.page !== page || picture.size !== size) {
      throw new FrameError("a picture that was not due");
    }
    due += 1;
    return async () => {
      await receive({ ...picture, webp: Buffer.from(picture.webp) });
      if (picture.size === PICTURE_WIDTHS.at(-1)) pictures = picture.page;
    };
  };
  return { take, whole: () => pictures };
}

/** The pieces of a changed file, never more than `most` bytes. */
export function takeBytes(most: number): { take: Take; whole(): Buffer } {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const take: Take = ({ kind, body }: Frame) => {
    bytes += body.length;
    if (kind !== "bytes" || bytes > most) throw new FrameError("bytes that were not due");
    pieces.push(Buffer.from(body));
    return undefined;
  };
  return { take, whole: () => Buffer.concat(pieces) };
}
