import { createRequire } from "node:module";
import exifr from "exifr";
import sharp from "sharp";
import { expect, it } from "vitest";
import { exifBlock, MOOR } from "./exif.ts";
import { encodeHeic } from "./heic.ts";

it("a HEIC of ours opens in libheif with the picture and the place that went in", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="202" height="130"><rect width="202" height="130" fill="#e8d4b0"/><circle cx="60" cy="60" r="40" fill="#a01820"/><text x="90" y="110" font-size="24">SPECIMEN</text></svg>`;
  const png = await sharp(Buffer.from(svg)).png().toBuffer();
  const heic = await encodeHeic(png, await exifBlock("2026:05:04 10:11:12", MOOR));

  const { HeifDecoder } = createRequire(import.meta.url)("libheif-js/wasm-bundle");
  const [image] = new HeifDecoder().decode(heic);
  const [width, height] = [image.get_width(), image.get_height()];
  const rgba = new Uint8ClampedArray(width * height * 4);
  await new Promise((resolve, reject) =>
    image.display({ data: rgba, width, height }, (shown: unknown) =>
      shown ? resolve(shown) : reject(new Error("not decoded")),
    ),
  );
  const before = await sharp(png).ensureAlpha().raw().toBuffer();
  const off = before.reduce((sum, value, index) => sum + Math.abs(value - (rgba[index] ?? 0)), 0) / before.length;
  expect([width, height]).toEqual([202, 130]);
  expect(off).toBeLessThan(3);
  expect(await exifr.gps(heic)).toMatchObject({ latitude: expect.closeTo(MOOR.latitude, 3) });
});
