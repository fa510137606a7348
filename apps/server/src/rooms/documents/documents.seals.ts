import { fingerprint, openJson, sealJson } from "@locum-passport/envelope";
import { z } from "zod";
import type { PaperWords, SealedFile } from "./documents.model.ts";

// What was sealed is authentic, but may be of an older release: it is parsed before use.
const Words = z.object({
  title: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  printedName: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
});
const Change = Words.extend({ type: z.string() });
const Files = z.object({
  files: z.array(z.object({ n: z.number().int(), fileName: z.string(), sha256: z.string() })),
});
export type PaperChange = z.infer<typeof Change>;

const wordsPlace = (documentId: string) => `documents/${documentId}/sealed`;
const changePlace = (documentId: string, n: number) => `document_changes/${documentId}/${n}/sealed`;
const filesPlace = (documentId: string, number: number) => `document_versions/${documentId}/${number}/sealed`;

/** The words and nothing else of what may be a whole paper. */
export const wordsOf = ({ title, details, printedName, note }: PaperWords): PaperWords => ({
  title,
  details,
  printedName,
  note,
});

export const sealWords = (key: Buffer, documentId: string, words: PaperWords): Buffer =>
  sealJson(key, wordsPlace(documentId), wordsOf(words));
export const openWords = (key: Buffer, documentId: string, sealed: Buffer): PaperWords =>
  Words.parse(openJson(key, wordsPlace(documentId), sealed));

export const sealChange = (key: Buffer, documentId: string, n: number, change: PaperChange): Buffer =>
  sealJson(key, changePlace(documentId, n), change);
export const openChange = (key: Buffer, documentId: string, n: number, sealed: Buffer): PaperChange =>
  Change.parse(openJson(key, changePlace(documentId, n), sealed));

export const sealFiles = (key: Buffer, documentId: string, number: number, files: readonly SealedFile[]): Buffer =>
  sealJson(key, filesPlace(documentId, number), {
    files: files.map(({ n, fileName, sha256 }) => ({ n, fileName, sha256 })),
  });
export const openFiles = (key: Buffer, documentId: string, number: number, sealed: Buffer): SealedFile[] =>
  Files.parse(openJson(key, filesPlace(documentId, number), sealed)).files;

/** Tells the same files in the same order within one account; across accounts it tells nothing. */
export function filesFingerprint(key: Buffer, files: readonly { sha256: string }[]): Buffer {
  return fingerprint(key, "document-files", Buffer.from(files.map((file) => file.sha256).join("\n"), "ascii"));
}
