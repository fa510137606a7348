import type { Profile } from "@locum-passport/compliance";

/** One saved version of what an agency asks for. */
export interface AgencyProfileVersion {
  agencyId: string;
  /** 1 for the first save. */
  version: number;
  profile: Profile;
  why: string;
  savedAt: Date;
  /** The person's id. */
  savedBy: string;
}
