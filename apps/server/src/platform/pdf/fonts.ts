import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { glyphCoverage } from "./glyph-coverage.ts";

/** DejaVu Sans Condensed: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic and more, in one file, free to embed. */
export interface Fonts {
  regular: Buffer | string;
  bold: Buffer | string;
  has(codePoint: number): boolean;
}

let embedded: Promise<Fonts> | undefined;

/** Read once. */
export function embeddedFonts(): Promise<Fonts> {
  embedded ??= readFonts();
  return embedded;
}

async function readFonts(): Promise<Fonts> {
  const { resolve } = createRequire(import.meta.url);
  const file = (name: string) => readFile(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  const [regular, bold] = await Promise.all([file("DejaVuSansCondensed"), file("DejaVuSansCondensed-Bold")]);
  return { regular, bold, has: glyphCoverage(regular) };
}

/** The fonts every reader brings along: nothing to embed, for small files whose words are all of Latin-1. */
export const standardFonts: Fonts = {
  regular: "Helvetica",
  bold: "Helvetica-Bold",
  has: (codePoint) => (codePoint >= 0x20 && codePoint <= 0x7e) || (codePoint >= 0xa0 && codePoint <= 0xff),
};

export function fitsStandardFonts(text: string): boolean {
  return [...text].every((letter) => standardFonts.has(letter.codePointAt(0) ?? 0));
}
