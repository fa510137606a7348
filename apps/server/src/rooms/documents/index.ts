export { whenDestroying } from "./actions/delete-document.ts";
export { type HeldPaper, heldDocuments } from "./actions/held-documents.ts";
export { type PackablePaper, papersToPack, versionsToPack } from "./actions/pack-documents.ts";
export { contentWithoutPlace, type PreparedContent } from "./actions/prepare-without-place.ts";
export { type CopyKeys, copyKeys, documentsForSending, type SendablePaper } from "./actions/send-documents.ts";
export { type ContentBytes, contentBytes, pictureBytes, type ZipEntry, zip } from "./content-bytes.ts";
export { isDamaged, isStorageFull } from "./damage.ts";
export { documentJobs, documentSchedules } from "./documents.jobs.ts";
export { type Details, type MediaType, type PaperFile, type Sensitivity, safeInline } from "./documents.model.ts";
export {
  type OpenedBlob,
  type OpenedPaper,
  type OpenRequest,
  open,
  openOne,
} from "./documents.open.ts";
export { keptDocuments } from "./documents.store.ts";
export { removeUnheld, type Swept, sweep } from "./documents.sweep.ts";
export { cleanFileName, contentDisposition, regularNames } from "./file-names.ts";
export { type MadeContent, withMadeContent } from "./made-content.ts";
export type { Holding, OpenPaper, OpenPart } from "./opening-cover.ts";
export { OWN } from "./permissions.store.ts";
export { verifyBlobs } from "./verify-blobs.ts";
