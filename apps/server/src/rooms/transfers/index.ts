export { endTransfers } from "./actions/end-transfers.ts";
export { sendTransfer } from "./actions/send-transfer.ts";
export { stopTransfer } from "./actions/stop-transfer.ts";
export { transferJobs, transferSchedules } from "./transfers.jobs.ts";
