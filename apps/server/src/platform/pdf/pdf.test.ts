import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { layOut } from "./blocks.ts";
import { embeddedFonts, standardFonts } from "./fonts.ts";
import { type PdfOptions, PdfWriter } from "./index.ts";
import { linesOf } from "./lines.ts";
import { readPdf } from "./pdf-reading.testing.ts";
import { pictureOn } from "./picture-place.ts";
import { drawnOrder, NO_GLYPH, showable } from "./shown-text.ts";

const options: PdfOptions = { title: "Papers of Dr A. Specimen", author: "Dr A. Specimen", at: new Date("2027-03-14") };
const picture = async (width: number, height: number) => ({
  jpeg: await sharp({ create: { width, height, channels: 3, background: "#bbccdd" } })
    .jpeg()
    .toBuffer(),
  width,
  height,
});

async function written(write: (pdf: PdfWriter) => void | Promise<void>, more: Partial<PdfOptions> = {}) {
  const pdf = await PdfWriter.open({ ...options, ...more });
  const bytes = buffer(pdf.stream);
  await write(pdf);
  pdf.end();
  return { bytes: await bytes, pdf };
}

describe("a PDF that is written", () => {
  it("another engine reads its pages, words at the foot, bookmarks, title, and that it is tagged", async () => {
    const lying = await picture(300, 200);
    const standing = await picture(200, 300);
    const { bytes } = await written((pdf) => {
      pdf.words(
        [{ kind: "title", text: "What is in this file" }],
        (page, of) => `Dr A. Specimen · list ${page} of ${of}`,
      );
      pdf.bookmark("What is in this file");
      pdf.picture(standing, { alt: "CV, page 1", foot: "Dr A. Specimen · copy 1 of 2 · page 1 of 1" });
      pdf.bookmark("1 CV");
      pdf.picture(lying, { alt: "Passport, page 1", foot: "Dr A. Specimen · copy 2 of 2 · page 1 of 1" });
      pdf.bookmark("2 Travel passport");
    });
    const read = await readPdf(bytes);
    expect(read).toMatchObject({ title: options.title, tagged: true });
    expect(read.pages.map(({ width, height }) => width > height)).toEqual([false, false, true]);
    expect(read.pages[0]?.text).toContain("What is in this file");
    expect(read.pages[0]?.text).toContain("Dr A. Specimen · list 1 of 1");
    expect(read.pages[1]?.text.trim()).toBe("Dr A. Specimen · copy 1 of 2 · page 1 of 1");
    expect(read.bookmarks).toEqual([
      { title: "What is in this file", page: 1 },
      { title: "1 CV", page: 2 },
      { title: "2 Travel passport", page: 3 },
    ]);
  });

  it("a long table goes on over pages, its head again on each, and no row is lost", async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [`Requirement ${at + 1}`, "In date", `page ${at}`]);
    let pages = 0;
    const { bytes } = await written((pdf) => {
      const blocks = [{ kind: "table", head: ["Asked for", "State", "Where"], widths: [0.5, 0.3, 0.2], rows }] as const;
      expect(pdf.countPages(blocks)).toBeGreaterThan(2);
      pages = pdf.words(blocks, (page, of) => `${page} of ${of}`);
    });
    const read = await readPdf(bytes);
    expect(read.pages).toHaveLength(pages);
    const all = read.pages.map(({ text }) => text).join("\n");
    for (const [first = ""] of rows) expect(all).toContain(first);
    for (const { text } of read.pages) expect(text).toContain("Asked for");
  });

  it("names of other scripts can be read in it; a letter that no font here shows is marked and told", async () => {
    const names = ["Łukasz Wójcik", "Ελένη Παππά", "Олена Шевченко", "Nguyễn Thị Hương"];
    const { bytes, pdf } = await written(
      (pdf) => void pdf.words([{ kind: "text", text: names.join(", ") }], () => "محمد علي · copy 1 of 1"),
    );
    const [page] = (await readPdf(bytes)).pages;
    for (const name of names) expect(page?.text.normalize("NFC")).toContain(name);
    expect(page?.text).toMatch(/[\u0600-\u06ff\ufb50-\ufeff]/);
    expect(pdf.showsEveryLetter).toBe(true);
    const chinese = await written((other) => void other.words([{ kind: "text", text: "Li Wei 李伟" }], () => ""));
    expect(chinese.pdf.showsEveryLetter).toBe(false);
    expect((await readPdf(chinese.bytes)).pages[0]?.text).toContain(`Li Wei ${NO_GLYPH}${NO_GLYPH}`);
  });

  it("where Latin-1 is enough a small file embeds no font", async () => {
    const page = await picture(20, 30);
    const one = (name: string) => written((pdf) => pdf.picture(page, { alt: name, foot: name }), { likeWords: name });
    const [latin, greek] = [await one("José Müller · copy 1"), await one("Ελένη · copy 1")];
    expect(latin.bytes.length).toBeLessThan(6_000);
    expect(greek.bytes.length).toBeGreaterThan(latin.bytes.length);
    expect((await readPdf(latin.bytes)).pages[0]?.text).toContain("José Müller · copy 1");
    expect((await readPdf(greek.bytes)).pages[0]?.text).toContain("Ελένη · copy 1");
  });

  it("words at the foot that are too long are cut, never drawn past the edge", async () => {
    const { bytes } = await written(
      (pdf) =>
        void pdf.words(
          [{ kind: "text", text: "x" }],
          () => `${"Wolfeschlegelsteinhausenbergerdorff ".repeat(12)} · copy 1`,
        ),
    );
    expect((await readPdf(bytes)).pages[0]?.text).toMatch(/Wolfe.*\.\.\./s);
  });
});

it("a picture is as large as fits above the foot, whatever its shape", () => {
  for (const [width, height] of [
    [1400, 1980],
    [1400, 900],
    [1400, 4200],
    [40, 30],
  ] as const) {
    const place = pictureOn({ width, height });
    const sheet = place.layout === "portrait" ? [595, 842] : [842, 595];
    expect(place.x).toBeGreaterThanOrEqual(27);
    expect(place.x + place.width).toBeLessThanOrEqual((sheet[0] ?? 0) - 27);
    expect(place.y + place.height).toBeLessThanOrEqual((sheet[1] ?? 0) - 33);
    expect(place.width / place.height).toBeCloseTo(width / height, 3);
  }
});

it("no piece is taller than its page by being moved: what does not fit begins the next", () => {
  const blocks = Array.from({ length: 7 }, (_, at) => ({ kind: "text" as const, text: String(at) }));
  const pages = layOut(blocks, { width: 100, height: 2.5 * 20 }, (text) => [text]);
  expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1]);
  expect(linesOf("one two wolfeschlegel three", 8, (text) => text.length)).toEqual([
    "one two",
    "wolfesch",
    "legel",
    "three",
  ]);
});

describe("letters and their order", () => {
  it("words of right-to-left scripts are drawn from the right, with the numbers between them", () => {
    expect(drawnOrder("Dr A. Specimen · copy 1")).toBe("Dr A. Specimen · copy 1");
    expect(drawnOrder("محمد علي")).toBe("علي محمد");
    expect(drawnOrder("Dr محمد علي · copy 7 of 28")).toBe("Dr علي محمد · copy 7 of 28");
    expect(drawnOrder("משה 2 כהן x")).toBe("כהן 2 משה x");
  });
  it("direction marks and controls are dropped, and what the font lacks is marked", async () => {
    const { has } = await embeddedFonts();
    expect(showable("a\u202eb\u0000c", has)).toEqual({ text: "abc", whole: true });
    expect(showable("李 Ł", has)).toEqual({ text: `${NO_GLYPH} Ł`, whole: false });
    expect(showable("Ł", standardFonts.has).whole).toBe(false);
    for (const letter of "aŁΩЖאعՀა▯·") expect(has(letter.codePointAt(0) ?? 0), letter).toBe(true);
  });
});
