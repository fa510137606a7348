import type { JobTable, Schedule } from "../../platform/jobs/jobs.ts";
import { makePackJob } from "./actions/make-pack.ts";
import { sweepPacks } from "./actions/sweep-packs.ts";

export const packJobs: JobTable = { "make-pack": makePackJob };

export const packSchedules: readonly Schedule[] = [{ name: "sweep-packs", everyMs: 10 * 60_000, run: sweepPacks }];
