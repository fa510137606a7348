import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import type { Readable, Writable } from "node:stream";
import { type Clock, startClock } from "./clock.ts";
import type { Confinement } from "./confine.ts";
import { parseFacts, type ToldFacts } from "./facts.ts";
import { type Frame, FrameError, readFrames } from "./frames.ts";
import { SandboxError } from "./sandbox.errors.ts";

/** What the child is told, as its only argument. Nothing about whose file it is. */
export type ChildJob =
  | { act: "picture" | "remove-place"; mediaType: string; maxPages: number }
  /** Page pictures to JPEG, so many at a time. */
  | { act: "recode"; atOnce: number };

/**
 * Takes what the child says beside facts. Throws FrameError for what an honest child would not say now; answers the work
 * that follows, whose time is not the child's.
 */
export type Take = (frame: Frame) => (() => Promise<void>) | undefined;

export interface JobLimits {
  /** Longest time without a sign of progress: the next piece of the source, the next picture, the end. */
  timeoutMs: number;
  /** Longest time altogether, not counting the time the receiver of pictures takes. */
  totalMs: number;
  maxInputBytes: number;
}

export interface JobOutcome {
  facts: ToldFacts;
  /** How it ended, for the operator's log; never anything from inside the file. */
  ended: "answered" | "killed-by-time" | "died" | "answered-garbage" | "input-too-large";
}

export interface JobPlace {
  confinement: Confinement;
  childPath: string;
  /** An empty folder. */
  cwd: string;
}

/** V8's own limit keeps ordinary scripts small; the data limit around the process bounds WebAssembly and libvips. */
const NODE_FLAGS = ["--max-old-space-size=192", "--v8-pool-size=1"];

/**
 * Runs one job in one fresh child and ends the child. It is never used for a second file: a file that took the child
 * over would otherwise read the next person's.
 */
export async function runJob(
  place: JobPlace,
  job: ChildJob,
  limits: JobLimits,
  source: Readable,
  take: Take,
  signal: AbortSignal | undefined,
): Promise<JobOutcome> {
  const { file, args } = place.confinement.wrap([...NODE_FLAGS, place.childPath, JSON.stringify(job)]);
  const child = spawn(file, args, {
    env: job.act === "recode" ? codingEnvironment : {},
    cwd: place.cwd,
    stdio: ["pipe", "ignore", "ignore", "pipe"],
  });
  if (job.act === "picture") giveWay(child);
  const ended = new Promise<NodeJS.Signals | number | null>((resolve, reject) => {
    child.once("close", (code, killedBy) => resolve(killedBy ?? code));
    child.once("error", (cause) => reject(new SandboxError("unavailable", { cause })));
  });
  ended.catch(() => {}); // awaited below; a refusal before that must not be taken for one nobody handles

  const abort = () => void child.kill("SIGKILL");
  signal?.addEventListener("abort", abort, { once: true });
  const clock = startClock(limits, abort);
  const feeding = feed(source, child.stdin, limits.maxInputBytes, clock).finally(() => child.stdin?.end());
  feeding.catch(abort);

  const answer: Answer = { about: undefined, facts: undefined, garbage: false };
  try {
    await collect(child, answer, take, clock);
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    answer.garbage = answer.facts === undefined && !clock.expired();
  } finally {
    clock.stop();
    signal?.removeEventListener("abort", abort);
    child.kill("SIGKILL");
    source.destroy();
  }
  const exit = await ended;
  if (signal?.aborted) throw new SandboxError("aborted");
  return settle(answer, await feeding.catch((error: unknown) => failedSource(error, answer, clock)), clock, exit);
}

/** People wait for requests; nobody waits for this. Where the system does not let us, it runs as everything else does. */
function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, 5);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}

/**
 * glibc keeps freed pictures for later and grows; coding sixty pages then takes three times the memory it needs. The first
 * two make it give back what is large at once. The third lets such memory come in large pages where the kernel allows it: a
 * picture of 8 MB is then 4 page faults and not 2,000.
 */
const codingEnvironment = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "1000000",
  GLIBC_TUNABLES: "glibc.malloc.hugetlb=1",
};

interface Answer {
  about: ToldFacts | undefined;
  facts: ToldFacts | undefined;
  garbage: boolean;
}

async function collect(child: ChildProcess, answer: Answer, take: Take, clock: Clock): Promise<void> {
  const pipe = child.stdio[3] as Readable; // spawned with a pipe at 3
  for await (const frame of readFrames(pipe)) {
    if (frame.kind === "about" || frame.kind === "facts") {
      const facts = parseFacts(frame.body);
      if (!facts || (frame.kind === "about" && answer.about)) throw new FrameError("facts that cannot be");
      answer[frame.kind] = facts;
      if (answer.facts) return;
      continue;
    }
    const work = take(frame);
    if (!work) continue;
    clock.pause();
    await work();
    clock.resume();
  }
}

async function feed(
  source: Readable,
  into: Writable | null,
  most: number,
  clock: Clock,
): Promise<"whole" | "too-large"> {
  if (!into) throw new SandboxError("unavailable");
  // The child may answer and end before it has read everything; that is no fault of the source.
  let gone = false;
  into.on("error", () => {
    gone = true;
  });
  into.once("close", () => {
    gone = true;
  });
  let bytes = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) return "too-large";
    if (gone) return "whole";
    clock.progress();
    if (!into.write(chunk)) await new Promise<void>((resolve) => onceDrained(into, resolve));
  }
  return "whole";
}

function onceDrained(into: Writable, done: () => void): void {
  const finish = () => {
    into.off("drain", finish).off("close", finish).off("error", finish);
    done();
  };
  into.on("drain", finish).on("close", finish).on("error", finish);
}

/** The source broke, or was closed by us because the child had already ended: only the first is the source's fault. */
function failedSource(cause: unknown, answer: Answer, clock: Clock): "whole" {
  if (answer.facts || answer.garbage || clock.expired()) return "whole";
  throw cause instanceof SandboxError ? cause : new SandboxError("source-failed", { cause });
}

function settle(
  answer: Answer,
  fed: "whole" | "too-large",
  clock: Clock,
  exit: NodeJS.Signals | number | null,
): JobOutcome {
  const known = answer.about ?? { pages: 0, hasPlace: false, locked: false, damaged: false };
  const because = (ended: JobOutcome["ended"], reason: "too-large" | "damaged"): JobOutcome => ({
    facts: { ...known, damaged: known.damaged || reason === "damaged", reason },
    ended,
  });
  if (fed === "too-large") return because("input-too-large", "too-large");
  if (clock.expired()) return because("killed-by-time", "too-large");
  if (answer.garbage) return because("answered-garbage", "damaged");
  if (answer.facts) return { facts: answer.facts, ended: "answered" };
  // A crash inside a decoder comes from a broken file; an abort or a kill comes from the memory limit.
  return because("died", exit === "SIGSEGV" || exit === "SIGBUS" || typeof exit === "number" ? "damaged" : "too-large");
}
