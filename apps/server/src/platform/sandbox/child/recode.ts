import sharp, { type Sharp } from "sharp";
import type { ToldFacts } from "../facts.ts";
import { readFrames } from "../frames.ts";
import { COARSENESS, type CodedPage, decodeRequest, type PageToCode, UNLIMITED } from "../pages.ts";
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
  if (from === 0) {
    const page = await code(sharp(webp, options), 0, most < UNLIMITED);
    if (page.jpeg.length <= most) return page;
  }
  const { data, info } = await sharp(webp, options).raw().toBuffer({ resolveWithObject: true });
  const at = (step: number) => code(sharp(data, { raw: info }), step, true);
  return from === 0
    ? finestWithin(at, { guess: 1, finest: 1, most })
    : finestWithin(at, { guess: from, finest: 0, most });
}

/** Walks from a guess: coarser until it fits, or finer while it still does. Pages of photos take far less than was guessed. */
async function finestWithin(
  at: (step: number) => Promise<CodedPage>,
  { guess, finest, most }: { guess: number; finest: number; most: number },
): Promise<CodedPage> {
  const last = COARSENESS.length - 1;
  let page = await at(Math.min(guess, last));
  while (page.jpeg.length > most && page.step < last) page = await at(page.step + 1);
  while (page.step <= guess && page.step > finest && page.jpeg.length <= most) {
    const finer = await at(page.step - 1);
    if (finer.jpeg.length > most) return page;
    page = finer;
  }
  return page;
}

async function code(source: Sharp, step: number, small: boolean): Promise<CodedPage> {
  const { width, quality } = COARSENESS[step] ?? COARSENESS[0];
  const { data, info } = await source
    .resize({ width, height: tallest(1400), fit: "inside", withoutEnlargement: true })
    .jpeg({ quality, optimiseCoding: small })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height, step };
}
