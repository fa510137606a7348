export { endTransfers } from "./actions/end-transfers.ts";
export { listSenders, readSender } from "./actions/read-senders.ts";
export type { Sender, SentCopy } from "./senders.model.ts";
export { transferJobs, transferSchedules } from "./transfers.jobs.ts";
