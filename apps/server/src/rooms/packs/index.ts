export { endPacksHolding } from "./actions/end-pack.ts";
export { packJobs, packSchedules } from "./packs.jobs.ts";
