import { Answers } from "@locum-passport/contract";
import { openJson, sealJson } from "@locum-passport/envelope";
import { z } from "zod";

// What was sealed is authentic, but may be of an older release: it is parsed before use.
const Work = z.object({ answers: Answers });
const AgencyWords = z.object({
  name: z.string(),
  website: z.string().nullable(),
  complianceEmail: z.string().nullable(),
  /** The starter profile it is judged by; null for that of the profession. */
  profileId: z.string().nullable(),
});
export type AgencyWords = z.infer<typeof AgencyWords>;

const workPlace = (accountId: string) => `work_answers/${accountId}/sealed`;
const agencyPlace = (id: string) => `my_agencies/${id}/sealed`;

export const sealWork = (key: Buffer, accountId: string, answers: Answers): Buffer =>
  sealJson(key, workPlace(accountId), { answers });
export const openWork = (key: Buffer, accountId: string, sealed: Buffer): Answers =>
  Work.parse(openJson(key, workPlace(accountId), sealed)).answers;

export const sealAgencyWords = (key: Buffer, id: string, words: AgencyWords): Buffer =>
  sealJson(key, agencyPlace(id), words);
export const openAgencyWords = (key: Buffer, id: string, sealed: Buffer): AgencyWords =>
  AgencyWords.parse(openJson(key, agencyPlace(id), sealed));
