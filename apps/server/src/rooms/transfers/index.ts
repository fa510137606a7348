export { endTransfers } from "./actions/end-transfers.ts";
export { transferJobs, transferSchedules } from "./transfers.jobs.ts";
