import { packTicks } from "@locum-passport/contract/pack-limits";
import type { Document, Pack, PackEstimate } from "../../api/types.ts";
import { momentInWords } from "../../design/day.ts";
import { count, list, size } from "../../design/words.ts";
import type { Guarded } from "../send/picked.ts";

export const yoursToSend = "This file is yours to send; we cannot stop or see what happens to it.";

const tickOf = { health: "health", "criminal-record": "criminalRecord", financial: "financial" } as const;

/** The words of a guarded kind's own line: exactly those that the service knows. */
export const packGuardWords = (guard: Guarded, papers: readonly Document[]) => ({
  label: packTicks[tickOf[guard]],
  hint:
    papers.length === 1
      ? "1 paper."
      : `${papers.length} papers. Ticked, all of them go in; leave out any of them below.`,
});

export const packLine = (kind: Guarded): string => packTicks[tickOf[kind]];

const bytes = ({ pdfBytes, zipBytes }: { pdfBytes: number; zipBytes: number }) =>
  `PDF about ${size(pdfBytes)}, ZIP about ${size(zipBytes)}.`;

/** What each size would take, before it is made. */
export function estimateInWords({ full, email, pages }: PackEstimate): { full: string; email: string } {
  const coarser =
    email.coarser === 0
      ? "No page is made coarser."
      : `About ${count(email.coarser, "page")} of ${pages} ${email.coarser === 1 ? "is" : "are"} made coarser, and the pack says which.`;
  return {
    full: `${bytes(full)} Pages as fine as they are kept here.`,
    email: email.fits
      ? `${bytes(email)} ${coarser}`
      : `${bytes(email)} Too much for an e-mail even with the coarsest pages that can be read: leave papers out, or make two packs.`,
  };
}

export function sizeInWords({ size: of }: Pick<Pack, "size">): string {
  return of === "email" ? "Size for e-mail" : "Full size";
}

/** 12, 13, 14, 20 → "12 to 14 and 20". */
export function pagesInWords(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of [...pages].sort((one, two) => one - two)) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return list(ranges.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)));
}

/** Where a pack stands, in a sentence. */
export function standInWords({ state, failure, keptUntil }: Pack): string {
  switch (state) {
    case "waiting":
      return "It waits for its turn.";
    case "making":
      return "It is being made.";
    case "ready":
      return keptUntil === null ? "Ready." : `Ready. Kept until ${momentInWords(keptUntil)}, then destroyed.`;
    case "failed":
      return failure === "storage-full"
        ? "It was not made: there is no room here now. Nothing of it was kept. Try again later."
        : "It was not made: a part of the service was not available. Nothing of it was kept. Make it again.";
    case "cancelled":
      return "Cancelled before it was made. Nothing of it was kept.";
    case "gone":
      return "Destroyed here. What you downloaded is yours.";
  }
}

export function makingInWords({ state, progress: { done, total } }: Pack): string {
  if (state === "waiting" || total === 0) return "Waiting for its turn";
  return `${Math.min(99, Math.floor((done / total) * 100))} % done`;
}
