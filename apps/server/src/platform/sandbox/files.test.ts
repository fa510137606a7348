import { Readable } from "node:stream";
import exifr from "exifr";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exifBlock, MOOR, phoneExif } from "../../../../../scripts/specimens/exif.ts";
import { encodeHeic } from "../../../../../scripts/specimens/heic.ts";
import * as hostile from "../../../../../scripts/specimens/hostile.ts";
import { createSandbox, type MediaType, type PhotoType, type Sandbox, sniffMediaType } from "./index.ts";
import { bundleChild } from "./sandbox.testing.ts";

let sandbox: Sandbox;
let photo: Buffer;
const TAKEN = "2026:05:04 10:11:12";

beforeAll(async () => {
  sandbox = createSandbox({ childPath: await bundleChild() });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#dde"/><rect width="320" height="240" fill="#b02030"/><text x="200" y="400" font-size="60">SPECIMEN</text></svg>`;
  photo = await sharp(Buffer.from(svg)).flatten().png().toBuffer();
});
afterAll(() => sandbox.close());

async function picture(bytes: Buffer, mediaType: MediaType, maxPages?: number) {
  const pictures: { page: number; size: number; width: number; height: number; webp: Uint8Array }[] = [];
  const options = maxPages === undefined ? { mediaType } : { mediaType, maxPages };
  const facts = await sandbox.picture(Readable.from([bytes]), options, async (made) => void pictures.push(made));
  return { facts, pictures };
}

async function withPlace(mediaType: PhotoType): Promise<Buffer> {
  const source = sharp(photo).withExif(phoneExif(TAKEN, MOOR));
  if (mediaType === "image/jpeg") return source.jpeg().toBuffer();
  if (mediaType === "image/png") return source.png().toBuffer();
  if (mediaType === "image/webp") return source.webp().toBuffer();
  return encodeHeic(photo, await exifBlock(TAKEN, MOOR));
}

describe("photos", () => {
  const types: PhotoType[] = ["image/jpeg", "image/png", "image/webp", "image/heic"];

  it.each(types)("%s: told by its content, pictured without metadata, its place noticed", async (mediaType) => {
    const bytes = await withPlace(mediaType);
    expect(await sniffMediaType(bytes)).toBe(mediaType);
    const { facts, pictures } = await picture(bytes, mediaType);
    expect(facts).toEqual({ pages: 1, hasPlace: true, locked: false, damaged: false, pictures: 1 });
    expect(pictures.map(({ size, width, height }) => [size, width, height])).toEqual([
      [360, 360, 270],
      [1400, 640, 480],
    ]);
    for (const { webp } of pictures)
      expect(Buffer.from(webp).toString("latin1")).not.toMatch(/Exif|EXIF|XMP|ICCP|SPECIMEN/);
    const { data } = await sharp(Buffer.from(pictures[1]?.webp ?? []))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(150); // the red corner is where it was
    expect(data[1]).toBeLessThan(70);
  });

  it.each(types)("%s: without its place no reader finds one, and the picture is the same", async (mediaType) => {
    const bytes = await withPlace(mediaType);
    const { bytes: clean } = await sandbox.removePlace(Readable.from([bytes]), { mediaType });
    expect(clean.includes("GPS") || clean.includes("SPECIMEN Phone")).toBe(false);
    expect(await exifr.gps(clean).catch(() => undefined)).toBeUndefined();
    expect(await sniffMediaType(clean)).toBe(mediaType);
    const [before, after] = [await picture(bytes, mediaType), await picture(clean, mediaType)];
    expect(after.facts).toMatchObject({ hasPlace: false, damaged: false });
    expect(after.pictures.map(({ webp }) => Buffer.from(webp))).toEqual(
      before.pictures.map(({ webp }) => Buffer.from(webp)),
    );
  });

  it("a place in XMP, in IPTC or in a second picture after the first is noticed and removed too", async () => {
    const plain = await sharp(photo).jpeg().toBuffer();
    const segment = (body: Buffer) => {
      const head = Buffer.from([0xff, 0xe1, 0, 0]);
      head.writeUInt16BE(body.length + 2, 2);
      return Buffer.concat([plain.subarray(0, 2), head, body, plain.subarray(2)]);
    };
    const xmp = segment(Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="50,36.8N"/>`));
    const iptc = segment(Buffer.concat([Buffer.from("Photoshop 3.0\0"), Buffer.from([0x1c, 2, 90, 0, 2, 65, 66])]));
    const second = Buffer.concat([plain, await withPlace("image/jpeg")]);
    for (const bytes of [xmp, iptc, second]) {
      expect((await picture(bytes, "image/jpeg")).facts).toMatchObject({ hasPlace: true });
      const { bytes: clean } = await sandbox.removePlace(Readable.from([bytes]), { mediaType: "image/jpeg" });
      expect((await picture(clean, "image/jpeg")).facts).toMatchObject({ hasPlace: false, damaged: false });
    }
  });

  it.each([6, 3, 8])(
    "a photo taken with the phone turned (%s) stands upright, also without its place",
    async (orientation) => {
      const bytes = await sharp(photo).withMetadata({ orientation }).jpeg().toBuffer();
      const { bytes: clean } = await sandbox.removePlace(Readable.from([bytes]), { mediaType: "image/jpeg" });
      const upright = orientation === 3 ? [640, 480] : [480, 640];
      for (const file of [bytes, clean]) {
        const { pictures } = await picture(file, "image/jpeg");
        expect([pictures[1]?.width, pictures[1]?.height]).toEqual(upright);
      }
    },
  );

  it("a photo that cannot be read whole keeps its place rather than being sent as if without", async () => {
    const broken = Readable.from([Buffer.from("ffd8ffe1ffff", "hex")]);
    await expect(sandbox.removePlace(broken, { mediaType: "image/jpeg" })).rejects.toMatchObject({
      code: "place-not-removed",
    });
  });
});

describe("bad input", () => {
  it("empty, one byte, programs, SVG, HTML are of no kind that is kept, whatever they are called", async () => {
    const { emptyFile, oneByteFile, svgFile, htmlFile, executables } = hostile;
    for (const bytes of [emptyFile(), oneByteFile(), svgFile(), htmlFile(), ...Object.values(executables())]) {
      expect(await sniffMediaType(bytes)).toBeUndefined();
    }
    const avif = await sharp(photo).avif().toBuffer();
    expect(await sniffMediaType(avif)).toBeUndefined();
    for (const { bytes, declaredType } of await hostile.lyingFiles()) {
      expect(await sniffMediaType(bytes)).not.toBe(declaredType);
    }
  });

  it("a DOCX has no pictures and is never parsed", async () => {
    const { facts } = await picture(
      Buffer.from("PK"),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    );
    expect(facts).toMatchObject({ pages: 0, pictures: 0, reason: "no-pictures" });
  });

  it("a PDF with a password is locked, not damaged", async () => {
    const { facts } = await picture(await hostile.passwordPdf(), "application/pdf");
    expect(facts).toMatchObject({ locked: true, damaged: false, reason: "password", pictures: 0 });
  });

  it("a PDF with scripts is pictured, and none of them runs", async () => {
    const { facts } = await picture(await hostile.scriptPdf(), "application/pdf");
    expect(facts).toEqual({ pages: 1, hasPlace: false, locked: false, damaged: false, pictures: 1 });
  });

  it("half a JPEG shows its upper part and is called damaged; one cut in its header shows nothing", async () => {
    const half = await picture(await hostile.truncatedJpeg(), "image/jpeg");
    expect(half.facts).toMatchObject({ damaged: true, pictures: 1 });
    const head = await picture((await hostile.truncatedJpeg()).subarray(0, 40), "image/jpeg");
    expect(head.facts).toMatchObject({ damaged: true, reason: "damaged", pictures: 0 });
  });

  it("a picture of 60,000 by 60,000 pixels is refused from its header", async () => {
    const bytes = await hostile.hugePng();
    const started = performance.now();
    const { facts } = await picture(bytes, "image/png");
    expect(facts).toMatchObject({ reason: "too-large", pictures: 0, damaged: false });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it("a PDF with 100,000 pages gets pictures of the first ones, and tells its real count", async () => {
    const { facts, pictures } = await picture(hostile.manyPagePdf(), "application/pdf", 3);
    expect(facts).toMatchObject({ pages: 100_000, pictures: 3, reason: "too-many-pages" });
    expect(pictures.map(({ page }) => page)).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it("a PDF that unfolds to more than the memory is too large; one that draws for minutes is cut off", async () => {
    const memory = await picture(hostile.memoryPdf(), "application/pdf");
    expect(memory.facts).toMatchObject({ reason: "too-large", pictures: 0 });
    const impatient = createSandbox({ childPath: await bundleChild(), timeoutMs: 2_000 });
    const source = Readable.from([hostile.slowPdf()]);
    const facts = await impatient.picture(source, { mediaType: "application/pdf" }, async () => {});
    await impatient.close();
    expect(facts).toMatchObject({ pages: 1, reason: "too-large", pictures: 0 });
  });

  it("more bytes than may come in are too large", async () => {
    const small = createSandbox({ childPath: await bundleChild(), maxInputBytes: 1_000_000 });
    const source = Readable.from([hostile.tooLargeFile(1_000_000)]);
    const facts = await small.picture(source, { mediaType: "application/pdf" }, async () => {});
    await small.close();
    expect(facts).toMatchObject({ reason: "too-large", pictures: 0 });
  });
});
