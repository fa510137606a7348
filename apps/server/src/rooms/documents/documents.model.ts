import type { MediaType as MediaTypeSchema, Sensitivity as SensitivitySchema } from "@locum-passport/contract";
import type { z } from "zod";

export type MediaType = z.infer<typeof MediaTypeSchema>;
export type Sensitivity = z.infer<typeof SensitivitySchema>;
export type Details = Record<string, string | number | boolean | null>;

/** Title, typed details, printed name and note: the sealed part of a document. */
export interface PaperWords {
  title: string;
  details: Details;
  /** The name as it is printed on the paper; for types without name fields of their own. */
  printedName: string | null;
  note: string | null;
}
/** What a file was called and what its bytes hash to: the sealed part of a version. */
export interface SealedFile {
  n: number;
  fileName: string;
  /** Hex. */
  sha256: string;
}

/** A file of a version, its open and its sealed facts together. */
export interface PaperFile extends SealedFile {
  blobId: string;
  mediaType: MediaType;
  bytes: number;
  pages: number | null;
  hasPlace: boolean;
}
export interface PaperVersion {
  number: number;
  contentId: string;
  fingerprint: Buffer;
  addedAt: Date;
  bytes: number;
  pages: number | null;
  pictures: "pending" | "ready" | "none";
  picturesReason: string | null;
  pictureCount: number;
  files: PaperFile[];
}
export interface Paper extends PaperWords {
  id: string;
  accountId: string;
  type: string;
  sensitivity: Sensitivity;
  currentVersion: number;
  addedAt: Date;
  changedAt: Date;
  /** In order of their numbers; never empty. */
  versions: PaperVersion[];
}

export const DOCX: MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Only a CV may be a word-processor file: it is the one paper that is written, not issued. */
export function mayBeDocx(type: string): boolean {
  return type === "cv";
}

/** Kinds a browser may show by itself; every other kind is only ever downloaded. */
const shown: ReadonlySet<MediaType> = new Set(["application/pdf", "image/jpeg", "image/png", "image/webp"]);
export function safeInline(mediaType: MediaType): boolean {
  return shown.has(mediaType);
}

/** Details as they stand after a change: fields that are named replace, null takes a field away. */
export function mergeDetails(before: Details, change: Details): Details {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}

/** Up to this width a picture is a thumbnail for lists. */
export const THUMBNAIL_WIDTH = 360;

/** The stored width that answers a wish: the smallest at least as wide, else the largest there is. */
export function pickWidth(stored: readonly number[], wanted: number | undefined): number | undefined {
  const rising = [...stored].sort((a, b) => a - b);
  return rising.find((width) => wanted !== undefined && width >= wanted) ?? rising.at(-1);
}
