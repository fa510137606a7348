export { stuckWork } from "./actions/background-work.ts";
export { noticeJobs, noticeSchedules } from "./notices.jobs.ts";
