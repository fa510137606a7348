import type { FieldError } from "../../failure.ts";
import { Refusal, refuse } from "../../failure.ts";

const KB = 1024;
const MB = 1024 * KB;
const GB = 1024 * MB;
const sized = (bytes: number, unit: number) => Number((bytes / unit).toFixed(1));
/** "25 MB", "1.5 GB", "40 KB". */
const inWords = (bytes: number): string => {
  if (bytes < MB / 10) return `${Math.ceil(bytes / KB)} KB`;
  return bytes < GB ? `${sized(bytes, MB)} MB` : `${sized(bytes, GB)} GB`;
};

/** The refusals of this room, in words. Names of files are cleaned ones. */
export const refusals = {
  empty: (fileName: string) =>
    new Refusal("file-empty", {
      detail: `"${fileName}" has nothing in it. Choose another one.`,
      errors: [{ field: "file", message: `"${fileName}" has nothing in it` }],
    }),
  tooLarge: (fileName: string, limit: number) =>
    new Refusal("file-too-large", {
      detail: `"${fileName}" is larger than ${inWords(limit)}. Choose a smaller file.`,
      errors: [{ field: "file", message: `"${fileName}" is larger than ${inWords(limit)} (${limit} bytes)` }],
    }),
  wrongType: (fileName: string) =>
    new Refusal("file-type-not-accepted", {
      detail: `"${fileName}" is not a PDF, JPG, PNG, HEIC or WebP file. What is inside counts, not the name. A CV may also be a DOCX.`,
      errors: [{ field: "file", message: `"${fileName}" is of a kind that is not accepted` }],
    }),
  docxOnlyForCv: (fileName: string) =>
    new Refusal("file-type-not-accepted", {
      detail: `"${fileName}" is a DOCX, which is taken for a CV only. Save it as a PDF, then choose that.`,
      errors: [{ field: "file", message: `"${fileName}" is a DOCX, and this is not a CV` }],
    }),
  tooMany: () => new Refusal("too-many-files", { errors: [{ field: "file", message: "Choose 20 files or fewer" }] }),
  full: ({ held, added, limit }: { held: number; added: number; limit: number }) =>
    new Refusal("account-full", {
      detail: `Your papers, with their past versions, take up ${inWords(held)} of ${inWords(limit)}, and this would add ${inWords(added)}. Nothing was kept. Delete a paper that you no longer need, then add this one.`,
    }),
  cut: (cause: unknown) => new Refusal("upload-cut", { cause }),
  tooManyUploads: () => new Refusal("too-many-uploads", { retryAfter: 2 }),
  field: (field: string, message: string) => new Refusal("bad-input", { errors: [{ field, message }] }),
} as const;

export const consentNoun = { health: "health", "criminal-record": "criminal-record" } as const;

export function refuseWithoutConsent(kind: keyof typeof consentNoun): never {
  refuse("consent-needed", {
    detail: `Keeping ${consentNoun[kind]} papers needs your own yes, once. Read the ${consentNoun[kind]} notice, say yes, then add this again.`,
    errors: [{ field: kind, message: `Say yes to keeping ${consentNoun[kind]} papers here` }],
  });
}

export function refuseDetails(errors: readonly FieldError[]): never {
  refuse("bad-input", {
    errors: errors.map(({ field, message }) => ({
      field: field === "details" ? field : `details.${field.slice(0, 64)}`,
      message,
    })),
  });
}
