/** What stands on a page of words, from top to bottom. */
export type Block =
  | { kind: "title" | "heading" | "text" | "quiet"; text: string }
  | {
      kind: "table";
      head: readonly string[] /** Shares of the width, which add up to 1. */;
      widths: readonly number[];
      rows: readonly (readonly string[])[];
    };

/** A piece that is never cut between two pages: a paragraph, or one row of a table. */
export type Piece =
  | { kind: "title" | "heading" | "text" | "quiet"; lines: string[]; height: number }
  | { kind: "row"; cells: string[][]; widths: readonly number[]; isHead: boolean; height: number };

export const looks = {
  title: { size: 20, bold: true, before: 0, after: 10 },
  heading: { size: 13, bold: true, before: 14, after: 4 },
  text: { size: 10.5, bold: false, before: 0, after: 6 },
  quiet: { size: 9, bold: false, before: 0, after: 4 },
  row: { size: 9.5, bold: false, before: 3, after: 4 },
} as const;

/** From the top of one line to the top of the next. */
export const lineHeight = ({ size }: { size: number }): number => size * 1.3;

/** Cuts text into lines of a look and a width. */
export type Wrap = (text: string, look: { size: number; bold: boolean }, width: number) => string[];

/** The lines of all pieces, and on which page each comes; the head of a table stands again at the top of each page of it. */
export function layOut(blocks: readonly Block[], room: { width: number; height: number }, wrap: Wrap): Piece[][] {
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  let used = 0;
  const place = (piece: Piece, again?: Piece) => {
    if (page.length > 0 && used + piece.height > room.height) {
      pages.push(page);
      page = again ? [again] : [];
      used = again?.height ?? 0;
    }
    page.push(piece);
    used += piece.height;
  };
  for (const block of blocks) {
    if (block.kind !== "table") {
      const look = looks[block.kind];
      const lines = wrap(block.text, look, room.width);
      place({ kind: block.kind, lines, height: heightOf(lines.length, look) });
      continue;
    }
    const row = (texts: readonly string[], isHead: boolean): Piece => {
      const look = { ...looks.row, bold: isHead };
      const cells = texts.map((text, at) => wrap(text, look, cellWidth(room.width, block.widths, at)));
      const most = Math.max(1, ...cells.map((lines) => lines.length));
      return { kind: "row", cells, widths: block.widths, isHead, height: heightOf(most, look) };
    };
    const head = row(block.head, true);
    place(head);
    for (const texts of block.rows) place(row(texts, false), head);
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

/** Between two cells. */
export const GUTTER = 8;
export const cellWidth = (width: number, shares: readonly number[], at: number): number =>
  width * (shares[at] ?? 0) - GUTTER;

const heightOf = (lines: number, look: { size: number; before: number; after: number }): number =>
  look.before + lines * lineHeight(look) + look.after;
