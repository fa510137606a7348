export type { SandboxReport } from "./confine.ts";
export type { FileFacts, NoPictureReason } from "./facts.ts";
export { isMediaType, isPhotoType, type MediaType, type PhotoType } from "./media-type.ts";
export { COARSENESS, type CodedPage, type PageToCode } from "./pages.ts";
export type { PictureWidth } from "./pictures.ts";
export type { PageSink } from "./recode.ts";
export { SandboxError, type SandboxErrorCode } from "./sandbox.errors.ts";
export { createSandbox, type PictureOptions, type PictureSink, type Sandbox, type SandboxOptions } from "./sandbox.ts";
export { SNIFF_BYTES, sniffMediaType } from "./sniff.ts";
