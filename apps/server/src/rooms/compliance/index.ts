export type { AgencyProfileVersion } from "./agency-profiles.model.ts";
export {
  agencyProfileVersion,
  insertAgencyProfile,
  latestAgencyProfile,
  latestAgencyProfiles,
  savedVersions,
} from "./agency-profiles.store.ts";
