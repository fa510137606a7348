import { Logger as GraphileLogger, type Runner, run, type Task } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import type { Logger } from "pino";
import { type Context, serviceActor } from "../../context.ts";
import type { JobPayload, Jobs, JobTable, Schedule } from "./jobs.ts";

interface GraphileJobsOptions {
  pool: pg.Pool;
  log: Logger;
  concurrency?: number;
}

const payloadOf = (raw: unknown): JobPayload => (typeof raw === "object" && raw !== null ? (raw as JobPayload) : {});

/** Jobs in PostgreSQL by graphile-worker. Many servers may run it: each job and each turn of a schedule runs once. */
export function graphileJobs({ pool, log, concurrency = 2 }: GraphileJobsOptions): Jobs {
  let runner: Runner | undefined;
  let timers: NodeJS.Timeout[] = [];

  const add: Jobs["add"] = async (tx, name, payload, options = {}) => {
    await sql`select app.enqueue_job(task => ${name}, payload => ${JSON.stringify(payload)}::json,
      run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null}::text,
      max_attempts => ${options.maxAttempts ?? null}::int)`.execute(tx);
  };

  return {
    add,
    async start({ jobs, schedules, context }) {
      const tasks = taskList(jobs, schedules, context);
      runner = await run({
        pgPool: pool,
        taskList: tasks,
        concurrency,
        pollInterval: 5000,
        noHandleSignals: true,
        logger: new GraphileLogger(() => (level, message, meta) => {
          if (level === "error") log.error({ job: meta }, message);
          else if (level === "warning") log.warn({ job: meta }, message);
        }),
      });
      timers = schedules.map((schedule) => startTimer(schedule, () => addTurn(context(), schedule, add), log));
      await Promise.all(schedules.map((schedule) => addTurn(context(), schedule, add)));
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      timers = [];
      await runner?.stop();
      runner = undefined;
    },
  };
}

const turnName = (schedule: Schedule) => `schedule:${schedule.name}`;

function taskList(jobs: JobTable, schedules: readonly Schedule[], context: () => Context): Record<string, Task> {
  const tasks: Record<string, Task> = {};
  for (const [name, job] of Object.entries(jobs)) tasks[name] = (payload) => job(context(), payloadOf(payload));
  for (const schedule of schedules) tasks[turnName(schedule)] = () => schedule.run(context());
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
