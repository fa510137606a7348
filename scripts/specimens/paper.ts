import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "@cantoo/pdf-lib";

export const A4 = { width: 595, height: 842 };

export type Face = "sans" | "bold" | "serif" | "serif-bold" | "serif-italic" | "mono" | "mono-bold";

const FACES: Record<Face, StandardFonts> = {
  sans: StandardFonts.Helvetica,
  bold: StandardFonts.HelveticaBold,
  serif: StandardFonts.TimesRoman,
  "serif-bold": StandardFonts.TimesRomanBold,
  "serif-italic": StandardFonts.TimesRomanItalic,
  mono: StandardFonts.Courier,
  "mono-bold": StandardFonts.CourierBold,
};

export interface TextStyle {
  size?: number;
  face?: Face;
  colour?: string;
  /** Where x is in the line. */
  align?: "left" | "centre" | "right";
  /** Breaks lines at this width. */
  width?: number;
  leading?: number;
}

/** A sheet to draw on, measured in points from its upper left corner. Fonts are those every PDF reader brings along. */
export class Paper {
  private sheet: PDFPage;
  private readonly pdf: PDFDocument;
  private readonly fonts: Map<Face, PDFFont>;
  private readonly size: { width: number; height: number };

  private constructor(pdf: PDFDocument, fonts: Map<Face, PDFFont>, size: { width: number; height: number }) {
    this.pdf = pdf;
    this.fonts = fonts;
    this.size = size;
    this.sheet = pdf.addPage([size.width, size.height]);
  }

  static async start(title: string, size = A4): Promise<Paper> {
    const pdf = await PDFDocument.create();
    pdf.setTitle(`SPECIMEN: ${title}`);
    pdf.setProducer("Locum Passport specimens");
    const fonts = new Map<Face, PDFFont>();
    for (const [face, name] of Object.entries(FACES) as [Face, StandardFonts][])
      fonts.set(face, await pdf.embedFont(name));
    return new Paper(pdf, fonts, size);
  }

  newPage(): void {
    this.sheet = this.pdf.addPage([this.size.width, this.size.height]);
  }

  /** Draws text with its first baseline at y; answers the y of the baseline after the last. */
  text(text: string, x: number, y: number, style: TextStyle = {}): number {
    const { size = 10, face = "sans", colour = "#1c2430", align = "left", width, leading = size * 1.4 } = style;
    const font = this.font(face);
    let at = y;
    for (const line of width === undefined ? [text] : this.lines(text, font, size, width)) {
      const shift = align === "left" ? 0 : font.widthOfTextAtSize(line, size) / (align === "centre" ? 2 : 1);
      this.sheet.drawText(line, { x: x - shift, y: this.size.height - at, size, font, color: toColour(colour) });
      at += leading;
    }
    return at;
  }

  box(x: number, y: number, width: number, height: number, fill?: string, border?: string, thickness = 0.8): void {
    this.sheet.drawRectangle({
      ...{ x, y: this.size.height - y - height, width, height },
      ...(fill ? { color: toColour(fill) } : {}),
      ...(border ? { borderColor: toColour(border), borderWidth: thickness } : {}),
    });
  }

  line(x1: number, y1: number, x2: number, y2: number, colour = "#9aa4b0", thickness = 0.6): void {
    const [start, end] = [
      { x: x1, y: this.size.height - y1 },
      { x: x2, y: this.size.height - y2 },
    ];
    this.sheet.drawLine({ start, end, color: toColour(colour), thickness });
  }

  disc(x: number, y: number, radiusX: number, radiusY: number, fill: string, opacity = 1): void {
    this.sheet.drawEllipse({
      x,
      y: this.size.height - y,
      xScale: radiusX,
      yScale: radiusY,
      color: toColour(fill),
      opacity,
    });
  }

  /** An SVG path, its origin at x, y. */
  path(
    path: string,
    x: number,
    y: number,
    style: { fill?: string; stroke?: string; thickness?: number; opacity?: number },
  ) {
    const { fill, stroke, thickness = 1, opacity = 1 } = style;
    this.sheet.drawSvgPath(path, {
      ...{ x, y: this.size.height - y, opacity, borderOpacity: opacity },
      ...(fill ? { color: toColour(fill) } : {}),
      ...(stroke ? { borderColor: toColour(stroke), borderWidth: thickness } : {}),
    });
  }

  /** Across the page, so that no part of it can be cut out and taken for a real paper. */
  mark(): void {
    const { width, height } = this.size;
    const size = Math.hypot(width, height) / 7.2;
    const angle = Math.atan2(height, width);
    const font = this.font("bold");
    const length = font.widthOfTextAtSize("SPECIMEN", size);
    const x = width / 2 - (Math.cos(angle) * length) / 2 + (Math.sin(angle) * size) / 3;
    const y = height / 2 - (Math.sin(angle) * length) / 2 - (Math.cos(angle) * size) / 3;
    const common = { font, color: rgb(0.72, 0.1, 0.16), rotate: degrees((angle * 180) / Math.PI) };
    this.sheet.drawText("SPECIMEN", { ...common, x, y, size, opacity: 0.17 });
    const foot = "SPECIMEN. Invented person. Not a real document.";
    const band = this.font("bold").widthOfTextAtSize(foot, 7) + 12;
    this.box((width - band) / 2, height - 20, band, 11, "#ffffff");
    this.text(foot, width / 2, height - 12, { size: 7, face: "bold", colour: "#b0202c", align: "centre" });
  }

  async bytes(): Promise<Buffer> {
    return Buffer.from(await this.pdf.save());
  }

  private font(face: Face): PDFFont {
    const font = this.fonts.get(face);
    if (!font) throw new Error(`no font ${face}`);
    return font;
  }

  private lines(text: string, font: PDFFont, size: number, width: number): string[] {
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (font.widthOfTextAtSize(longer, size) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }
}

function toColour(hex: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return rgb(r, g, b);
}
