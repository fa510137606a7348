import { z } from "zod";
import { Day, Details, Id, Instant, MediaType, Sensitivity, Sha256Hex } from "./primitives.ts";

export { transferTicks } from "./transfer-ticks.ts";

export const TransferPurpose = z.enum(["join-agency", "placement", "renewal", "first-look", "other"]);
export const Onward = z.enum(["none", "hirers-and-auditors"]);
export const TransferConsent = z.object({
  noticeVersion: z.string(),
  general: z.boolean(),
  health: z.boolean().default(false),
  criminalRecord: z.boolean().default(false),
});
const DocumentIds = z.array(Id).min(1, "Tick one or more documents to send").max(200);
/** Per document: what goes along beyond the safe default, and whether the place is removed from photos. */
const SendChoices = {
  /** Field ids by document id that go along although they are held back by default (National Insurance and bank numbers, share codes). */
  includeDetails: z.record(Id, z.array(z.string().max(64)).max(60)).optional(),
  /** Field ids by document id that are held back. */
  leaveOutDetails: z.record(Id, z.array(z.string().max(64)).max(60)).optional(),
  /** Remove where a photo was taken from the copies. The copies are then new sealed files. */
  removePlace: z.boolean().default(false),
};
export const SendTransfer = z.object({
  agencyId: Id,
  documentIds: DocumentIds,
  purpose: TransferPurpose,
  purposeText: z.string().trim().max(500).optional(),
  note: z.string().trim().max(2000).optional(),
  endsOn: Day,
  mayDownload: z.boolean(),
  onward: Onward,
  consent: TransferConsent,
  /** The draft this was prepared as: deleted together with the sending. */
  draftId: Id.optional(),
  ...SendChoices,
});
export type SendTransfer = z.infer<typeof SendTransfer>;
export const ExtendTransfer = z.object({ endsOn: Day, consent: TransferConsent });
export const AddCopies = z.object({ documentIds: DocumentIds, consent: TransferConsent, ...SendChoices });

export const SentBack = z.object({ reason: z.string(), message: z.string(), at: Instant });
/** A named member of the agency recorded that they saw the original of this copy in person on that day; null while nobody did. */
export const OriginalSeen = z.object({ on: Day, by: z.string() });
export const Copy = z.object({
  id: Id,
  documentId: Id,
  version: z.number().int(),
  type: z.string(),
  title: z.string(),
  sensitivity: Sensitivity,
  /** Typed by the sender. */
  details: Details,
  endsOn: Day,
  pages: z.number().int().nullable(),
  pictures: z.enum(["pending", "ready", "none"]),
  placeRemoved: z.boolean(),
  /** The newer copy that stands in place of this one. */
  replacedBy: Id.nullable(),
  files: z.array(
    z.object({
      n: z.number().int(),
      fileName: z.string(),
      mediaType: MediaType,
      bytes: z.number().int(),
      sha256: Sha256Hex,
    }),
  ),
  openedAt: Instant.nullable(),
  downloadedAt: Instant.nullable(),
  sentBack: SentBack.nullable(),
  /** For this agency only: another agency sees for itself. */
  originalSeen: OriginalSeen.nullable(),
});
export type Copy = z.infer<typeof Copy>;
export const TransferState = z.enum(["active", "stopped", "ended"]);
export const TransferReceipt = z.object({ id: Id, kind: z.enum(["sent", "extended", "copies-added"]), at: Instant });
export const Transfer = z.object({
  id: Id,
  agency: z.object({ id: Id, name: z.string(), state: z.string() }),
  state: TransferState,
  purpose: TransferPurpose,
  purposeText: z.string().nullable(),
  note: z.string().nullable(),
  sentAt: Instant,
  endsOn: Day,
  endedAt: Instant.nullable(),
  mayDownload: z.boolean(),
  onward: Onward,
  copies: z.array(Copy),
  receipts: z.array(TransferReceipt),
});
export type Transfer = z.infer<typeof Transfer>;
export const StoppedTransfer = Transfer.extend({
  /** What was opened and downloaded before the stop, and may remain with the agency. */
  opened: z.array(Id),
  downloaded: z.array(Id),
});

export const ReceivedTransfer = z.object({
  id: Id,
  sender: z.object({ name: z.string(), profession: z.string().nullable(), registrationNumber: z.string().nullable() }),
  state: TransferState,
  purpose: TransferPurpose,
  purposeText: z.string().nullable(),
  note: z.string().nullable(),
  sentAt: Instant,
  endsOn: Day,
  endedAt: Instant.nullable(),
  mayDownload: z.boolean(),
  onward: Onward,
  copies: z.array(Copy.extend({ lastOpenedBy: z.object({ name: z.string(), at: Instant }).nullable() })),
  lastOpenedBy: z.object({ name: z.string(), at: Instant }).nullable(),
  receipts: z.array(TransferReceipt),
  /** While the agency is suspended it opens nothing, whatever the state of the transfer. */
  agencyState: z.string(),
});
export type ReceivedTransfer = z.infer<typeof ReceivedTransfer>;
export const ReceivedFilter = z.enum(["new", "opened", "sent-back", "ending"]);
export const SendBack = z.object({
  reason: z.enum([
    "cannot-read",
    "cut-off",
    "out-of-date",
    "too-old",
    "wrong-paper",
    "wrong-name",
    "wrong-details",
    "other",
  ]),
  message: z.string().trim().min(1, "Say what is wrong, so that it can be mended").max(1000),
});
