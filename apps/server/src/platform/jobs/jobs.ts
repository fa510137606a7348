import type { Context } from "../../context.ts";
import type { Tx } from "../postgres/database.ts";

export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;
export type JobTable = Readonly<Record<string, (ctx: Context, payload: JobPayload) => Promise<void>>>;

export interface JobOptions {
  /** Not before this instant. */
  runAt?: Date;
  /** A job with the same key that has not run yet is replaced. */
  key?: string;
  maxAttempts?: number;
  /** Lower goes first; 0 when absent. What somebody waits for (mail) goes before what may take its time. */
  priority?: number;
}

/** Something done again and again, by one server at a time. */
export interface Schedule {
  name: string;
  everyMs: number;
  run(ctx: Context): Promise<void>;
}

/** The work of one name, in numbers. */
export interface JobGroup {
  name: string;
  waiting: number;
  running: number;
  /** Failed before, and tried again by itself. */
  retrying: number;
  /** Gave up. */
  stuck: number;
  /** Since when the oldest that could be done is not. */
  oldestAt: Date | null;
  /** Name and code of the newest failure that lasts; never its words, which may be about somebody. */
  lastError: string | null;
}

/** Background work, kept in the database: added in the transaction that causes it, started after commit, retried. */
export interface Jobs {
  add(tx: Tx, name: string, payload: JobPayload, options?: JobOptions): Promise<void>;
  /** Every name there has been. Answers staff and the house, by the transaction's actor; nobody else sees any. */
  groups(tx: Tx): Promise<JobGroup[]>;
  /** Tries what failed again now. Resolves to how many; for staff and the house. */
  retry(tx: Tx, name: string): Promise<number>;
  start(work: { jobs: JobTable; schedules: readonly Schedule[]; context: () => Context }): Promise<void>;
  stop(): Promise<void>;
}
