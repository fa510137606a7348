import type { PageLimit } from "./sizes.ts";

/** One thing that is asked for, judged by the papers in the pack and by nothing else. */
export interface WantedLine {
  title: string;
  state: "in-pack" | "not-in-pack" | "cannot-tell";
  /** Ids of the papers that together satisfy it. */
  documents: readonly string[];
}

/** Papers in the order in which they are asked for, each where it first counts; then the others, as they came. */
export function inWantedOrder<P extends { documentId: string }>(
  papers: readonly P[],
  lines: readonly WantedLine[],
): P[] {
  const left = new Map(papers.map((paper) => [paper.documentId, paper]));
  const ordered = lines
    .flatMap((line) => line.documents)
    .flatMap((id) => {
      const paper = left.get(id);
      return paper && left.delete(id) ? [paper] : [];
    });
  return [...ordered, ...left.values()];
}

/** A page of the PDF. `by-name`: the paper has no page pictures. `rest`: pages beyond those that were pictured. */
export type CopyPage = { kind: "picture"; limit: PageLimit } | { kind: "by-name" } | { kind: "rest"; pages: number };

export interface Copy<P> {
  /** From 1; "copy 7 of 28". */
  n: number;
  paper: P;
  pages: CopyPage[];
  /** The page of the whole PDF that its first page is, from 1. */
  first: number;
}

interface PicturedPaper {
  /** Pages the files say they have; null where nobody could look. */
  pages: number | null;
  pagePictures: readonly unknown[];
}

/** Where every paper stands in the PDF, known before anything is drawn: a page that cannot be drawn keeps its place. */
export function placeCopies<P extends PicturedPaper>(
  papers: readonly P[],
  limits: readonly (readonly PageLimit[])[],
  coverPages: number,
): Copy<P>[] {
  let first = coverPages + 1;
  return papers.map((paper, at) => {
    const pages = pagesOf(paper, limits[at] ?? []);
    const copy = { n: at + 1, paper, pages, first };
    first += pages.length;
    return copy;
  });
}

function pagesOf({ pages, pagePictures }: PicturedPaper, limits: readonly PageLimit[]): CopyPage[] {
  if (pagePictures.length === 0) return [{ kind: "by-name" }];
  const pictured = pagePictures.map((_, at): CopyPage => ({ kind: "picture", limit: limits[at] ?? { from: 0 } }));
  const more = (pages ?? 0) - pagePictures.length;
  return more > 0 ? [...pictured, { kind: "rest", pages: more }] : pictured;
}

/** "5, 7 to 9 and 12" */
export function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const words = ranges.map(([from, to]) =>
    from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`,
  );
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
