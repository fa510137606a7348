import { MediaType } from "@locum-passport/contract";
import { openJson, sealJson } from "@locum-passport/envelope";
import { z } from "zod";

/** Each record is sealed twice, for the sender and for the agency, each under its own key and place. */
export type Side = "owner" | "agency";

// What was sealed is authentic, but may be of an older release: it is parsed before use.
const TransferWords = z.object({
  purposeText: z.string().nullable(),
  note: z.string().nullable(),
  sender: z.object({
    name: z.string(),
    profession: z.string().nullable(),
    registrationNumber: z.string().nullable(),
  }),
});
export type TransferWords = z.infer<typeof TransferWords>;

const CopyFile = z.object({
  n: z.number().int(),
  fileName: z.string(),
  mediaType: MediaType,
  bytes: z.number().int(),
  sha256: z.string(),
});
const CopyWords = z.object({
  title: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  files: z.array(CopyFile),
});
export type CopyWords = z.infer<typeof CopyWords>;
export type CopyFile = z.infer<typeof CopyFile>;

const SentBackWords = z.object({ reason: z.string(), message: z.string() });
export type SentBackWords = z.infer<typeof SentBackWords>;

const OriginalSeenWords = z.object({ by: z.string() });

/** What is agreed, until it is signed; then the receipt. */
const ReceiptText = z.union([z.object({ terms: z.record(z.string(), z.unknown()) }), z.object({ jws: z.string() })]);
export type ReceiptText = z.infer<typeof ReceiptText>;

const kinds = {
  transfer: { schema: TransferWords, place: (id: string) => `transfers/${id}` },
  copy: { schema: CopyWords, place: (id: string) => `copies/${id}` },
  sentBack: { schema: SentBackWords, place: (id: string) => `copies/${id}/sent_back` },
  originalSeen: { schema: OriginalSeenWords, place: (id: string) => `copies/${id}/original_seen` },
  receipt: { schema: ReceiptText, place: (id: string) => `receipts/${id}` },
} as const;
interface Sealed {
  transfer: TransferWords;
  copy: CopyWords;
  sentBack: SentBackWords;
  originalSeen: z.infer<typeof OriginalSeenWords>;
  receipt: ReceiptText;
}

export function seal<K extends keyof Sealed>(kind: K, side: Side, key: Buffer, id: string, words: Sealed[K]): Buffer {
  return sealJson(key, `${kinds[kind].place(id)}/${side}`, words);
}

const opened = (kind: keyof Sealed, side: Side, key: Buffer, id: string, sealed: Buffer): unknown =>
  openJson(key, `${kinds[kind].place(id)}/${side}`, sealed);

export const openTransfer = (side: Side, key: Buffer, id: string, sealed: Buffer): TransferWords =>
  TransferWords.parse(opened("transfer", side, key, id, sealed));
export const openCopyWords = (side: Side, key: Buffer, id: string, sealed: Buffer): CopyWords =>
  CopyWords.parse(opened("copy", side, key, id, sealed));
export const openSentBack = (side: Side, key: Buffer, id: string, sealed: Buffer): SentBackWords =>
  SentBackWords.parse(opened("sentBack", side, key, id, sealed));
export const openOriginalSeen = (side: Side, key: Buffer, id: string, sealed: Buffer) =>
  OriginalSeenWords.parse(opened("originalSeen", side, key, id, sealed));
export const openReceiptText = (side: Side, key: Buffer, id: string, sealed: Buffer): ReceiptText =>
  ReceiptText.parse(opened("receipt", side, key, id, sealed));
