import { z } from "zod";
import { Sha256Hex } from "./primitives.ts";

export const termsNames = [
  "licence",
  "privacy",
  "transferNotice",
  "agencyTerms",
  "healthNotice",
  "criminalRecordNotice",
] as const;
export type TermsName = (typeof termsNames)[number];

export const Terms = z.object({
  version: z.string(),
  title: z.string(),
  /** Markdown: headings, paragraphs and lists only. */
  text: z.string(),
  /** SHA-256 over the UTF-8 bytes of `text`. */
  sha256: Sha256Hex,
});
export type Terms = z.infer<typeof Terms>;

export const TermsAnswer = z.object({
  licence: Terms,
  privacy: Terms,
  transferNotice: Terms,
  agencyTerms: Terms,
  healthNotice: Terms,
  criminalRecordNotice: Terms,
});
