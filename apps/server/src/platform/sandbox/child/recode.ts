import sharp from "sharp";
import type { ToldFacts } from "../facts.ts";
import { readFrames } from "../frames.ts";
import { COARSENESS, type CodedPage, decodeRequest, type PageToCode } from "../pages.ts";
import { tallest } from "../pictures.ts";
import { onlyPictureLoaders } from "./loaders.ts";
import { tellPage } from "./out.ts";

/** The largest picture that is kept: 1400 wide, three times as high. */
const MOST_PIXELS = 1400 * tallest(1400);

onlyPictureLoaders();

/** Page pictures come in as frames and go out as JPEG in the same order, some at a time. */
export async function recodePages(input: AsyncIterable<Buffer>, atOnce: number): Promise<ToldFacts> {
  const running: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  let pages = 0;
  for await (const { body } of readFrames(input)) {
    const { n, ...page } = decodeRequest(Buffer.from(body));
    const coded = recode(page).catch(() => undefined);
    last = last.then(async () => tellPage(n, await coded));
    running.push(last);
    pages += 1;
    if (running.length >= atOnce) await running.shift();
  }
  await last;
  return { pages, hasPlace: false, locked: false, damaged: false };
}

async function recode({ webp, from, most }: Required<PageToCode>): Promise<CodedPage> {
  const options = { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: "warning" } as const;
  for (let step = from; ; step += 1) {
    const { width, quality } = COARSENESS[step] ?? COARSENESS[0];
    const { data, info } = await sharp(webp, options)
      .resize({ width, height: tallest(1400), fit: "inside", withoutEnlargement: true })
      .jpeg({ quality, optimiseCoding: false })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= most || step >= COARSENESS.length - 1) {
      return { jpeg: data, width: info.width, height: info.height, step };
    }
  }
}
