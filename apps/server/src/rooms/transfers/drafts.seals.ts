import { Onward, SaveDraft, TransferPurpose } from "@locum-passport/contract";
import { openJson, sealJson } from "@locum-passport/envelope";
import type { z } from "zod";

// What was sealed is authentic, but may be of an older release: it is parsed before use.
export const DraftWords = SaveDraft.omit({ myAgencyId: true }).extend({
  purpose: TransferPurpose.nullable().catch(null),
  onward: Onward.nullable().catch(null),
});
export type DraftWords = z.infer<typeof DraftWords>;

const place = (id: string) => `transfer_drafts/${id}/sealed`;

export const sealDraft = (key: Buffer, id: string, words: DraftWords): Buffer => sealJson(key, place(id), words);
export const openDraft = (key: Buffer, id: string, sealed: Buffer): DraftWords =>
  DraftWords.parse(openJson(key, place(id), sealed));
