import { canBeSent, documentType } from "@locum-passport/compliance";
import type { ErrorCode, MakePack, Sensitivity } from "@locum-passport/contract";
import type { z } from "zod";

type Consent = z.output<typeof MakePack>["consent"];

/** Live packs one account may have: each is a second copy of papers on the disk. */
export const MOST_LIVE_PACKS = 5;
/** Pages of one pack: some two minutes of work. */
export const MOST_PAGES = 2_000;
export const KEPT_MS = 24 * 3_600_000;
/** How long rows of ended packs are kept for the list. */
export const REMEMBERED_MS = 7 * KEPT_MS;
/** Workers that may begin one pack: after so many it has failed. */
export const MOST_ATTEMPTS = 5;

export interface Objection {
  code: ErrorCode;
  detail?: string;
  errors?: { field: string; message: string }[];
}

interface AskedPaper {
  title: string;
  type: string;
  sensitivity: z.infer<typeof Sensitivity>;
  pagePictures: readonly unknown[];
}

/** The first reason why this pack is not made, or null. */
export function objectionTo(papers: readonly AskedPaper[], consent: Consent): Objection | null {
  const errors = missingYes(papers, consent);
  if (errors.length > 0) {
    const detail = `${errors.map((error) => error.message).join(". ")}. Then make the pack again.`;
    return { code: "consent-needed", detail, errors };
  }
  return unusable(papers) ?? tooLong(papers);
}

/** The attack: a criminal-record paper that nobody has named goes in without its tick. */
function unusable(papers: readonly AskedPaper[]): Objection | null {
  const untyped = papers.find(({ type }) => {
    const known = documentType(type);
    return known === undefined || !canBeSent(known);
  });
  if (!untyped) return null;
  return { code: "type-needed", detail: `Say what kind of paper "${untyped.title}" is, then put it in.` };
}

export function tooLong(papers: readonly Pick<AskedPaper, "pagePictures">[]): Objection | null {
  const pages = papers.reduce((sum, paper) => sum + paper.pagePictures.length, 0);
  if (pages <= MOST_PAGES) return null;
  const message = `These have ${pages} pages. Choose papers of ${MOST_PAGES} pages or fewer together`;
  return { code: "bad-input", detail: `${message}.`, errors: [{ field: "documentIds", message }] };
}

const ticks = [
  { field: "health", sensitivity: "health", kind: "health" },
  { field: "criminalRecord", sensitivity: "criminal-record", kind: "criminal-record" },
  { field: "financial", sensitivity: "financial", kind: "financial" },
] as const;

function missingYes(papers: readonly AskedPaper[], consent: Consent): { field: string; message: string }[] {
  const kinds = ticks.filter(
    ({ field, sensitivity }) => !consent[field] && papers.some((paper) => paper.sensitivity === sensitivity),
  );
  return [
    ...(consent.general ? [] : [{ field: "general", message: "Say yes to making this file" }]),
    ...kinds.map(({ field, kind }) => ({ field, message: `Say yes to putting in ${kind} papers, or leave them out` })),
  ];
}
