import { z } from "zod";
import { Day, Id, Instant } from "./primitives.ts";
import { Onward, TransferPurpose } from "./transfers.ts";

/** A prepared transfer. It grants nothing: it is sent only by its owner's own press, as a transfer like any other. */
export const SaveDraft = z.object({
  myAgencyId: Id,
  documentIds: z.array(Id).max(200),
  purpose: TransferPurpose.nullable().default(null),
  purposeText: z.string().trim().max(500).nullable().default(null),
  note: z.string().trim().max(2000).nullable().default(null),
  endsOn: Day.nullable().default(null),
  mayDownload: z.boolean().nullable().default(null),
  onward: Onward.nullable().default(null),
});
export const TransferDraft = SaveDraft.extend({
  id: Id,
  agency: z.object({ id: Id.nullable(), name: z.string() }),
  /** The agency can receive copies now. */
  canBeSent: z.boolean(),
  /** How many of the chosen papers are kept here no more. They are left out of `documentIds`. */
  gone: z.number().int(),
  changedAt: Instant,
});
export type TransferDraft = z.infer<typeof TransferDraft>;
