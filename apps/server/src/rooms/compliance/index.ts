export {
  type Asker,
  type MyAgencyEntry,
  myAgencyEntries,
  type NamedAgency,
  namesOfMyAgencies,
} from "./actions/askings.ts";
export { type BrokenList, listsBrokenSince } from "./actions/broken-lists.ts";
export { lapsesOf, type OwnLapse } from "./actions/expiries.ts";
export { type OwnPassport, passportOf } from "./actions/passport.ts";
export type { AgencyProfileVersion } from "./agency-profiles.model.ts";
export {
  agencyProfileVersion,
  insertAgencyProfile,
  latestAgencyProfile,
  savedVersions,
} from "./agency-profiles.store.ts";
export {
  isFor,
  type Judged,
  judgedByAgency,
  presentRequirement,
  starterOf,
} from "./profiles.model.ts";
export { presentMissing, presentReadiness } from "./readiness.model.ts";
