import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type PdfKit from "pdfkit";
import { type Block, cellWidth, GUTTER, layOut, lineHeight, looks, type Piece } from "./blocks.ts";
import { embeddedFonts, type Fonts, fitsStandardFonts, standardFonts } from "./fonts.ts";
import { cutToWidth, linesOf } from "./lines.ts";
import { FOOT, MARGIN, type Place, pictureOn, sheetOf } from "./picture-place.ts";
import { drawnOrder, showable } from "./shown-text.ts";

export interface PdfOptions {
  title: string;
  author: string;
  at: Date;
  /** Every word that will be written is like these: where Latin-1 has all their letters, no font is embedded. */
  likeWords?: string;
}

export interface PagePicture {
  jpeg: Buffer;
  width: number;
  height: number;
}

const HELD_BYTES = 1024 * 1024;
const PAPER_MARGIN = 44;
const INK = "#1b1e22";
const QUIET = "#55595f";
const LINE = "#c9c5bc";
const FOOT_LOOK = { size: 8.5, bold: false, colour: QUIET };

interface Look {
  size: number;
  bold: boolean;
  colour: string;
}

/**
 * A PDF that leaves as it is written: pages of words and pages that are one picture, each with words at its foot, tagged so
 * that a screen reader is told what stands where. Pictures are JPEGs that were looked at before (`plainJpegSize`).
 */
export class PdfWriter {
  /** The file's bytes. */
  readonly stream: Readable;
  /** False once a letter was met that the font cannot show. */
  showsEveryLetter = true;
  private readonly pdf: PDFKit.PDFDocument;
  private readonly fonts: Fonts;
  private readonly root: PDFKit.PDFStructureElement;
  /** The table whose rows are being written. */
  private table: PDFKit.PDFStructureElement | undefined;

  private constructor(pdf: PDFKit.PDFDocument, fonts: Fonts) {
    this.pdf = pdf;
    this.fonts = fonts;
    this.stream = pdf as unknown as Readable; // its types say an older stream
    this.root = pdf.struct("Document");
    pdf.addStructure(this.root);
  }

  static async open({ title, author, at, likeWords }: PdfOptions): Promise<PdfWriter> {
    // Loaded when the first is written: it takes a third of a second, which no start of the server waits for.
    const { default: Kit } = (await import("pdfkit")) as { default: typeof PdfKit };
    const fonts = likeWords !== undefined && fitsStandardFonts(likeWords) ? standardFonts : await embeddedFonts();
    const pdf = new Kit({
      autoFirstPage: false,
      margin: 0,
      tagged: true,
      lang: "en-GB",
      displayTitle: true,
      pdfVersion: "1.7",
      info: { Title: title, Author: author, CreationDate: at, ModDate: at, Producer: "Locum Passport" },
    });
    pdf.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
    return new PdfWriter(pdf, fonts);
  }

  /** As many pages as the blocks need. `foot` is told which of how many; a bookmark leads to the first. Answers how many. */
  words(blocks: readonly Block[], foot: (page: number, of: number) => string, bookmark?: string): number {
    const pages = this.layOutWords(blocks);
    for (const [at, pieces] of pages.entries()) {
      this.addSheet("portrait");
      if (at === 0 && bookmark !== undefined) this.bookmark(bookmark);
      let y = PAPER_MARGIN;
      for (const piece of pieces) {
        this.draw(piece, y);
        y += piece.height;
      }
      this.foot(foot(at + 1, pages.length));
    }
    this.endTable();
    return pages.length;
  }

  /** How many pages the blocks will need. */
  countPages(blocks: readonly Block[]): number {
    return this.layOutWords(blocks).length;
  }

  /** One page that is one picture. `alt` is what a screen reader says of it. */
  picture(picture: PagePicture, { alt, foot }: { alt: string; foot: string }): void {
    const place = pictureOn(picture);
    this.addSheet(place.layout);
    this.tagged(this.root, "Figure", { alt }, () => {
      this.pdf.image(picture.jpeg, place.x, place.y, { width: place.width, height: place.height });
    });
    this.foot(foot);
  }

  /** A bookmark that leads to the page written last. */
  bookmark(title: string): void {
    this.pdf.outline.addItem(this.spoken(title).slice(0, 200));
  }

  /** Waits while the reader is slow, so that a long file is never whole in memory. */
  async taken(): Promise<void> {
    while (this.stream.readableLength > HELD_BYTES && !this.stream.destroyed) await pause(2);
  }

  /** Nothing more is written after this. */
  end(): void {
    this.root.end();
    this.pdf.end();
  }

  private layOutWords(blocks: readonly Block[]): Piece[][] {
    const sheet = sheetOf("portrait");
    const room = { width: sheet.width - 2 * PAPER_MARGIN, height: sheet.height - PAPER_MARGIN - FOOT - 10 };
    return layOut(blocks, room, (text, look, width) => {
      this.font(look);
      return linesOf(this.showable(text), width, (one) => this.pdf.widthOfString(one));
    });
  }

  private addSheet(layout: Place["layout"]): void {
    this.pdf.addPage({ size: "A4", layout, margin: 0 });
  }

  private draw(piece: Piece, y: number): void {
    if (piece.kind === "row") {
      this.row(piece, y);
      return;
    }
    this.endTable();
    const look = looks[piece.kind];
    const tag = piece.kind === "title" ? "H1" : piece.kind === "heading" ? "H2" : "P";
    const colour = piece.kind === "quiet" ? QUIET : INK;
    this.tagged(this.root, tag, {}, () => this.lines(piece.lines, { ...look, colour }, PAPER_MARGIN, y + look.before));
  }

  private row({ cells, widths, isHead, height }: Extract<Piece, { kind: "row" }>, y: number): void {
    const width = sheetOf("portrait").width - 2 * PAPER_MARGIN;
    if (!this.table) {
      this.table = this.pdf.struct("Table");
      this.root.add(this.table);
    }
    const row = this.pdf.struct("TR");
    this.table.add(row);
    let x = PAPER_MARGIN;
    for (const [at, lines] of cells.entries()) {
      const look = { ...looks.row, bold: isHead, colour: INK };
      this.tagged(row, isHead ? "TH" : "TD", {}, () => this.lines(lines, look, x, y + look.before));
      x += cellWidth(width, widths, at) + GUTTER;
    }
    row.end();
    this.aside(() => {
      this.pdf.moveTo(PAPER_MARGIN, y + height).lineTo(PAPER_MARGIN + width, y + height);
      this.pdf.lineWidth(0.5).stroke(LINE);
    });
  }

  private lines(lines: readonly string[], look: Look, x: number, y: number): void {
    this.font(look);
    this.pdf.fillColor(look.colour);
    for (const [at, line] of lines.entries()) {
      if (line !== "") this.pdf.text(drawnOrder(line), x, y + at * lineHeight(look), { lineBreak: false });
    }
  }

  private endTable(): void {
    this.table?.end();
    this.table = undefined;
  }

  private foot(words: string): void {
    const { width, height } = this.pdf.page;
    this.aside(() => {
      this.font(FOOT_LOOK);
      const line = cutToWidth(this.showable(words), width - 2 * MARGIN, (one) => this.pdf.widthOfString(one));
      this.lines([line], FOOT_LOOK, MARGIN, height - FOOT + 10);
    });
  }

  private tagged(parent: PDFKit.PDFStructureElement, type: string, options: { alt?: string }, draw: () => void): void {
    const element = this.pdf.struct(type, options.alt === undefined ? {} : { alt: this.spoken(options.alt) });
    parent.add(element);
    const content = this.pdf.markStructureContent(type);
    draw();
    this.pdf.endMarkedContent();
    element.add(content);
    element.end();
  }

  /** What a screen reader passes over. */
  private aside(draw: () => void): void {
    this.pdf.markContent("Artifact", { type: "Pagination" });
    draw();
    this.pdf.endMarkedContent();
  }

  private font({ bold, size }: { bold: boolean; size: number }): void {
    this.pdf.font(bold ? "bold" : "regular").fontSize(size);
  }

  /** For bookmarks and screen readers: in the order it is spoken, every letter. */
  private spoken(text: string): string {
    return text.normalize("NFC").replace(/[\p{Cc}\p{Cf}]/gu, "");
  }

  private showable(text: string): string {
    const shown = showable(text, this.fonts.has);
    this.showsEveryLetter &&= shown.whole;
    return shown.text;
  }
}
