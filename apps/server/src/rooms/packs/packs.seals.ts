import { openJson, sealJson } from "@locum-passport/envelope";
import { z } from "zod";

// What was sealed is authentic, but may be of an older release: it is parsed before use.
const Words = z.object({ for: z.string().nullable(), myAgencyId: z.string().nullable() });
/** For whom: the name as it was, and which of the owner's agencies; null for nobody in particular. */
export type PackWords = z.infer<typeof Words>;

const Outcome = z.object({ coarserPages: z.array(z.number().int()), missingPages: z.array(z.string()) });
export type PackOutcome = z.infer<typeof Outcome>;

const wordsPlace = (packId: string) => `packs/${packId}/sealed`;
const outcomePlace = (packId: string) => `packs/${packId}/sealed_outcome`;

export const sealWords = (key: Buffer, packId: string, words: PackWords): Buffer =>
  sealJson(key, wordsPlace(packId), words);
export const openWords = (key: Buffer, packId: string, sealed: Buffer): PackWords =>
  Words.parse(openJson(key, wordsPlace(packId), sealed));

export const sealOutcome = (key: Buffer, packId: string, outcome: PackOutcome): Buffer =>
  sealJson(key, outcomePlace(packId), outcome);
export const openOutcome = (key: Buffer, packId: string, sealed: Buffer): PackOutcome =>
  Outcome.parse(openJson(key, outcomePlace(packId), sealed));
