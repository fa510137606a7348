import type { JobTable, Schedule } from "../../platform/jobs/jobs.ts";
import { makePicturesJob } from "./actions/make-pictures.ts";
import { sweepTurn } from "./documents.sweep.ts";

export const documentJobs: JobTable = { "make-pictures": makePicturesJob };

export const documentSchedules: Schedule[] = [{ name: "sweep-blobs", everyMs: 10 * 60_000, run: sweepTurn }];
