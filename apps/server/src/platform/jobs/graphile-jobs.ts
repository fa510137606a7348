import { Logger as GraphileLogger, type Runner, run, type Task } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Logger } from "pino";
import { type Context, serviceActor } from "../../context.ts";
import { preparedStatement } from "../postgres/database.ts";
import { JobFailed } from "./job-failed.ts";
import type { JobGroup, JobPayload, Jobs, JobTable, Schedule } from "./jobs.ts";

interface GraphileJobsOptions {
  pool: pg.Pool;
  log: Logger;
  /** This server is the only one on its database: what it finds locked at start belonged to itself, killed. */
  alone: boolean;
  concurrency?: number;
}

const enqueue = preparedStatement(
  "enqueue-job",
  `select app.enqueue_job(task => $1, payload => $2::json, run_at => $3::timestamptz, job_key => $4::text,
    max_attempts => $5::int, priority => $6::int)`,
);

const payloadOf = (raw: unknown): JobPayload => (typeof raw === "object" && raw !== null ? (raw as JobPayload) : {});

/** Jobs in PostgreSQL by graphile-worker. Many servers may run it: each job and each turn of a schedule runs once. */
export function graphileJobs({ pool, log, alone, concurrency = 2 }: GraphileJobsOptions): Jobs {
  let runner: Runner | undefined;
  let timers: NodeJS.Timeout[] = [];
  let restart: NodeJS.Timeout | undefined;
  let stopped = false;
  let starting: Promise<void> = Promise.resolve();

  const add: Jobs["add"] = async (tx, name, payload, { runAt, key, maxAttempts, priority } = {}) => {
    await enqueue(tx, name, JSON.stringify(payload), runAt ?? null, key ?? null, maxAttempts ?? null, priority ?? null);
  };

  /** A runner gives up when it cannot write that a job failed, as when the database dies: then another takes its place. */
  const keepRunning = async (tasks: Record<string, Task>): Promise<void> => {
    try {
      const started = await startRunner(tasks);
      // Stopped while it started: nobody else knows of it.
      if (stopped) return await started.stop();
      runner = started;
      runner.promise.then(
        () => again(tasks),
        (error: unknown) => {
          log.warn({ error }, "The job runner gave up; another is started");
          again(tasks);
        },
      );
    } catch (error) {
      log.warn({ error }, "The job runner did not start; trying again");
      again(tasks);
    }
  };
  const again = (tasks: Record<string, Task>) => {
    runner = undefined;
    if (stopped) return;
    restart = setTimeout(() => {
      starting = keepRunning(tasks);
    }, restartMs);
  };
  const startRunner = (tasks: Record<string, Task>): Promise<Runner> =>
    run({
      pgPool: pool,
      taskList: tasks,
      concurrency,
      pollInterval: 5000,
      noHandleSignals: true,
      // Batched, their failures are handled; one by one, a lost database would be an unhandled rejection and end the server.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new GraphileLogger(() => (level, message, meta) => {
        // A failed job is tried again and stands in the queue for staff to see; only our own faults are errors here.
        if (level === "error" || level === "warning") log.warn({ job: taskOf(meta) }, message);
      }),
    });

  return {
    add,
    async groups(tx) {
      const { rows } = await sql<JobGroup>`select name, waiting, running, retrying, stuck, oldest_at as "oldestAt",
        last_error as "lastError" from app.job_groups()`.execute(tx);
      return rows;
    },
    async retry(tx, name) {
      const { rows } = await sql<{ n: number }>`select app.retry_jobs(${name}) as n`.execute(tx);
      return rows[0]?.n ?? 0;
    },
    async start({ jobs, schedules, context }) {
      await releaseOrphans(pool, alone ? 0 : orphanedAfterMinutes);
      const orphanTimer = setInterval(() => {
        releaseOrphans(pool, orphanedAfterMinutes).catch((error: unknown) =>
          log.warn({ error }, "Jobs of a server that died were not released; trying again"),
        );
      }, orphanPauseMs);
      orphanTimer.unref();
      starting = keepRunning(taskList(jobs, schedules, context, log));
      await starting;
      if (stopped) return;
      timers = schedules.map((schedule) => startTimer(schedule, () => addTurn(context(), schedule, add), log));
      timers.push(orphanTimer);
      await Promise.all(schedules.map((schedule) => addTurn(context(), schedule, add)));
    },
    async stop() {
      stopped = true;
      clearTimeout(restart);
      for (const timer of timers) clearInterval(timer);
      timers = [];
      await starting;
      await runner?.stop();
      runner = undefined;
    },
  };
}

const restartMs = 1000;
const orphanPauseMs = 60_000;
/** No job of ours works longer; one locked for so long belonged to a server that was killed. */
const orphanedAfterMinutes = 10;

async function releaseOrphans(pool: pg.Pool, minutes: number): Promise<void> {
  await pool.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null
     where locked_at <= now() - make_interval(mins => $1)`,
    [minutes],
  );
  // A turn that another took the place of while it ran, and that then failed, is nobody's to mend.
  await pool.query(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and starts_with(t.identifier, 'schedule:')
       and j.key is null and j.locked_at is null and j.attempts >= j.max_attempts`,
  );
}

/** Which job a line is about; never its payload. */
function taskOf(meta: unknown): string | undefined {
  const { job } = (meta ?? {}) as { job?: { task_identifier?: string } };
  return job?.task_identifier;
}

const turnName = (schedule: Schedule) => `schedule:${schedule.name}`;

function taskList(
  jobs: JobTable,
  schedules: readonly Schedule[],
  context: () => Context,
  log: Logger,
): Record<string, Task> {
  const tasks: Record<string, Task> = {};
  const named = (name: string, run: (payload: unknown) => Promise<void>) => {
    tasks[name] = async (payload) => {
      try {
        await run(payload);
      } catch (error) {
        log.warn({ job: name, error }, "A job failed; it is tried again");
        throw new JobFailed(error);
      }
    };
  };
  for (const [name, job] of Object.entries(jobs)) named(name, (payload) => job(context(), payloadOf(payload)));
  for (const schedule of schedules) named(turnName(schedule), () => schedule.run(context()));
  return tasks;
}

/** The same key on every server: one turn waits at a time, whoever added it. */
function addTurn(ctx: Context, schedule: Schedule, add: Jobs["add"]): Promise<void> {
  if (ctx.actor !== serviceActor) throw new Error("Schedules run as the service");
  return ctx.transaction((tx) => add(tx, turnName(schedule), {}, { key: turnName(schedule), maxAttempts: 3 }));
}

function startTimer(schedule: Schedule, turn: () => Promise<void>, log: Logger): NodeJS.Timeout {
  const timer = setInterval(() => {
    turn().catch((error: unknown) => log.warn({ error, schedule: schedule.name }, "A scheduled turn was not added"));
  }, schedule.everyMs);
  timer.unref();
  return timer;
}
