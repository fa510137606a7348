import type { Document, DocumentVersion } from "../../api/types.ts";

export function currentVersion(document: Document): DocumentVersion | undefined {
  return document.versions.find(({ number }) => number === document.currentVersion);
}

/** The first page of a document as a small picture, when there is one. */
export function firstPage(document: Document): string | undefined {
  const version = currentVersion(document);
  if (version?.pictures !== "ready" || version.pictureCount === 0) return undefined;
  return pagePicture(document.id, version.number, 1, 320);
}

export const pagePicture = (id: string, version: number, page: number, width: number) =>
  `/api/documents/${id}/versions/${version}/pages/${page}.webp?width=${width}`;

/** Why there is no picture, in words. */
export function noPictureReason(version: DocumentVersion): string {
  switch (version.picturesReason) {
    case "password":
      return "This file needs a password to open, so there is no picture of it. Agencies cannot look at it either: add a copy without a password.";
    case "damaged":
      return "This file is damaged or cut off, so there is no picture of it. Your file is kept as it came.";
    case "too-large":
      return "The picture in this file is too large to draw. Your file is kept as it came.";
    case "too-many-pages":
      return "Only the first 200 pages are shown. Your file is kept whole.";
    case "no-pictures":
      return "A Word file has no pictures here. It can only be sent with downloads allowed.";
    default:
      return "There is no picture of this file. Your file is kept as it came.";
  }
}
