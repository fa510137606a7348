export {
  type Asker,
  askersOf,
  askingOf,
  type MyAgencyEntry,
  myAgencyEntries,
  type NamedAgency,
  namesOfMyAgencies,
} from "./actions/askings.ts";
export { type BrokenList, listsBrokenSince } from "./actions/broken-lists.ts";
export { lapsesOf, type OwnLapse } from "./actions/expiries.ts";
export { type OwnPassport, passportOf } from "./actions/passport.ts";
export { judgedBy } from "./actions/profiles.ts";
export type { AgencyProfileVersion } from "./agency-profiles.model.ts";
export {
  agencyProfileVersion,
  insertAgencyProfile,
  latestAgencyProfile,
  latestAgencyProfiles,
  savedVersions,
} from "./agency-profiles.store.ts";
export {
  isFor,
  type Judged,
  judgedByAgency,
  judgedByStarter,
  presentProfile,
  presentRequirement,
  starterOf,
} from "./profiles.model.ts";
export { presentMissing, presentReadiness, wordsOf } from "./readiness.model.ts";
