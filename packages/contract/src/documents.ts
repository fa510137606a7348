import { z } from "zod";
import { Details, Id, Instant, MediaType, Sensitivity, Sha256Hex } from "./primitives.ts";

const DetailField = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(["text", "date", "number", "enum", "boolean", "code"]),
  required: z.boolean(),
  options: z.array(z.string()).optional(),
  ordered: z.boolean().optional(),
  unit: z.string().optional(),
  format: z.union([z.string(), z.array(z.string())]).optional(),
});
export const DocumentTypeItem = z.object({
  id: z.string(),
  name: z.string(),
  otherNames: z.array(z.string()),
  category: z.string(),
  sensitivity: Sensitivity,
  roles: z.array(z.string()),
  nations: z.array(z.string()),
  fields: z.array(DetailField),
  validity: z.record(z.string(), z.unknown()),
  hint: z.string(),
  commonRejections: z.array(z.string()),
});

export const DocumentFile = z.object({
  n: z.number().int(),
  fileName: z.string(),
  mediaType: MediaType,
  bytes: z.number().int(),
  sha256: Sha256Hex,
  pages: z.number().int().nullable(),
  hasPlace: z.boolean(),
});
export const DocumentVersion = z.object({
  number: z.number().int(),
  addedAt: Instant,
  /** Pages counted so far; null until the pictures job has looked. */
  pages: z.number().int().nullable(),
  bytes: z.number().int(),
  pictures: z.enum(["pending", "ready", "none"]),
  /** Why there are fewer pictures than pages: password, damaged, too-large, too-many-pages, no-pictures. */
  picturesReason: z.string().nullable(),
  pictureCount: z.number().int(),
  files: z.array(DocumentFile),
});
export const DocumentHolder = z.object({
  transferId: Id,
  agency: z.object({ id: Id, name: z.string() }),
  version: z.number().int(),
  sentAt: Instant,
  endsOn: z.string(),
  state: z.enum(["active", "stopped", "ended"]),
  openedAt: Instant.nullable(),
  downloadedAt: Instant.nullable(),
});
export const Document = z.object({
  id: Id,
  type: z.string(),
  title: z.string(),
  sensitivity: Sensitivity,
  details: Details,
  /** The name as printed on the paper, and the owner's own note: both typed by the owner. */
  printedName: z.string().nullable(),
  note: z.string().nullable(),
  missingDetails: z.array(z.string()),
  currentVersion: z.number().int(),
  versions: z.array(DocumentVersion),
  addedAt: Instant,
  changedAt: Instant,
  /** Other documents of this account with exactly these bytes. */
  identicalTo: z.array(Id),
});
export type Document = z.infer<typeof Document>;
export const DocumentDetail = Document.extend({
  /** Past titles, types and details, newest first. */
  changes: z.array(
    z.object({
      at: Instant,
      type: z.string(),
      title: z.string(),
      details: Details,
      printedName: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  holders: z.array(DocumentHolder),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;
export const ChangeDocument = z
  .object({
    details: Details,
    title: z.string().trim().min(1).max(200),
    type: z.string().max(64),
    printedName: z.string().max(200).nullable(),
    note: z.string().max(2000).nullable(),
  })
  .partial()
  .strict();
export const DeletedDocument = z.object({
  id: Id,
  /** Transfers whose copies live on with the agency. */
  transfers: z.array(z.object({ id: Id, agency: z.string(), state: z.enum(["active", "stopped", "ended"]) })),
});
