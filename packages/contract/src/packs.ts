import { z } from "zod";
import { Id, Instant } from "./primitives.ts";

export const PackSize = z.enum(["full", "email"]);
const Chosen = {
  documentIds: z.array(Id).min(1, "Tick one or more documents to put in").max(500),
  /** The agency it is for: its list gives the order and the cover page. */
  myAgencyId: Id.nullable().default(null),
};
export const EstimatePack = z.object(Chosen);
export const PackEstimate = z.object({
  documents: z.number().int(),
  pages: z.number().int(),
  /** Bytes of the PDF and of the ZIP, estimated. `coarser`: pages that the e-mail size makes coarser. */
  full: z.object({ pdfBytes: z.number().int(), zipBytes: z.number().int() }),
  email: z.object({ pdfBytes: z.number().int(), zipBytes: z.number().int(), coarser: z.number().int() }),
  /** Papers that have no page pictures: they stand in the ZIP as they are, and in the PDF by name only. */
  withoutPictures: z.array(Id),
});
/** The same separate ticks as at sending. */
export const MakePack = z.object({
  ...Chosen,
  size: PackSize,
  consent: z.object({
    general: z.boolean(),
    health: z.boolean().default(false),
    criminalRecord: z.boolean().default(false),
    financial: z.boolean().default(false),
  }),
});
export const Pack = z.object({
  id: Id,
  for: z.string(),
  size: PackSize,
  state: z.enum(["waiting", "making", "ready", "failed", "cancelled", "gone"]),
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  documents: z.number().int(),
  pages: z.number().int().nullable(),
  pdfBytes: z.number().int().nullable(),
  zipBytes: z.number().int().nullable(),
  /** Pages of the PDF that were made coarser to fit. */
  coarserPages: z.array(z.number().int()),
  /** Pages that could not be drawn, in words: the pack says so in their place. */
  missingPages: z.array(z.string()),
  askedAt: Instant,
  /** Kept a day, then destroyed. */
  keptUntil: Instant.nullable(),
});
export type Pack = z.infer<typeof Pack>;
