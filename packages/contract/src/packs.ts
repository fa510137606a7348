import { z } from "zod";
import { mostPackPapers } from "./pack-limits.ts";
import { Id, Instant } from "./primitives.ts";

export { emailPackBytes, mostPackPapers, packTicks } from "./pack-limits.ts";

export const PackSize = z.enum(["full", "email"]);
const Chosen = {
  documentIds: z
    .array(Id)
    .min(1, "Tick one or more documents to put in")
    .max(mostPackPapers, `Choose ${mostPackPapers} papers or fewer for one pack`),
  /** The agency it is for: its list gives the order and the cover page. */
  myAgencyId: Id.nullable().default(null),
};
export const EstimatePack = z.object(Chosen);
export const PackEstimate = z.object({
  documents: z.number().int(),
  pages: z.number().int(),
  /** Bytes of the PDF and of the ZIP, estimated. `coarser`: pages that the e-mail size makes coarser. */
  full: z.object({ pdfBytes: z.number().int(), zipBytes: z.number().int() }),
  email: z.object({
    pdfBytes: z.number().int(),
    zipBytes: z.number().int(),
    coarser: z.number().int(),
    /** False when even the coarsest pages that can still be read are too many for an e-mail. */
    fits: z.boolean(),
  }),
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
  /** Why it failed. Nothing of it was kept. */
  failure: z.enum(["storage-full", "unavailable"]).nullable(),
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  documents: z.number().int(),
  pages: z.number().int().nullable(),
  pdfBytes: z.number().int().nullable(),
  zipBytes: z.number().int().nullable(),
  /** Pages of the PDF that were made coarser to fit. */
  coarserPages: z.array(z.number().int()),
  /** Pages and files that could not be put in, in words: the pack says so in their place. */
  missingPages: z.array(z.string()),
  askedAt: Instant,
  /** Kept a day, then destroyed. */
  keptUntil: Instant.nullable(),
});
export type Pack = z.infer<typeof Pack>;
