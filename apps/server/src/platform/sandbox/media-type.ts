/** The kinds of file that can be kept. DOCX is kept as it is and never parsed: it has no pictures. */
export const MEDIA_TYPES = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

export const DOCX: MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The kinds that are one picture themselves, and so may say in their metadata where it was taken. */
export type PhotoType = Extract<MediaType, `image/${string}`>;

export function isMediaType(value: string): value is MediaType {
  return MEDIA_TYPES.some((known) => known === value);
}

export function isPhotoType(value: MediaType): value is PhotoType {
  return value.startsWith("image/");
}
