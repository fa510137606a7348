import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import type { Readable, Writable } from "node:stream";
import { type Clock, startClock } from "./clock.ts";
import type { Confinement } from "./confine.ts";
import { type FileFacts, parseFacts, type ToldFacts } from "./facts.ts";
import { type Frame, FrameError, readFrames } from "./frames.ts";
import { decodePicture, PICTURE_WIDTHS, type Picture } from "./pictures.ts";
import { SandboxError } from "./sandbox.errors.ts";

/** What the child is told, as its only argument. Nothing about whose file it is. */
export interface ChildJob {
  act: "picture" | "remove-place";
  mediaType: string;
  maxPages: number;
}

export interface JobLimits {
  /** Longest time without a sign of progress: the next piece of the source, the next picture, the end. */
  timeoutMs: number;
  /** Longest time altogether, not counting the time the receiver of pictures takes. */
  totalMs: number;
  maxInputBytes: number;
}

export interface JobOutcome {
  facts: FileFacts;
  bytes: Buffer;
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
  receive: (picture: Picture) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<JobOutcome> {
  const { file, args } = place.confinement.wrap([...NODE_FLAGS, place.childPath, JSON.stringify(job)]);
  const child = spawn(file, args, { env: {}, cwd: place.cwd, stdio: ["pipe", "ignore", "ignore", "pipe"] });
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

  const answer: Answer = { about: undefined, facts: undefined, pictures: 0, chunks: [], garbage: false };
  try {
    await collect(child, job, limits, answer, receive, clock);
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

interface Answer {
  about: ToldFacts | undefined;
  facts: ToldFacts | undefined;
  pictures: number;
  chunks: Buffer[];
  garbage: boolean;
}

async function collect(
  child: ChildProcess,
  job: ChildJob,
  limits: JobLimits,
  answer: Answer,
  receive: (picture: Picture) => Promise<void>,
  clock: Clock,
): Promise<void> {
  const pipe = child.stdio[3] as Readable; // spawned with a pipe at 3
  const take = inOrder(job, limits, answer);
  for await (const frame of readFrames(pipe)) {
    const picture = take(frame);
    if (answer.facts) return;
    if (!picture) continue;
    clock.pause();
    await receive(picture);
    clock.resume();
    if (picture.size === PICTURE_WIDTHS.at(-1)) answer.pictures = picture.page;
  }
}

/** Accepts only what an honest child would say next: pages from 1 up, each size once, never more than was asked. */
function inOrder(job: ChildJob, limits: JobLimits, answer: Answer): (frame: Frame) => Picture | undefined {
  let due = 0;
  let bytes = 0;
  return ({ kind, body }) => {
    if (kind === "picture") {
      const picture = decodePicture(body);
      const page = Math.floor(due / PICTURE_WIDTHS.length) + 1;
      const expected = job.act === "picture" && page <= job.maxPages;
      if (
        !picture ||
        !expected ||
        picture.page !== page ||
        picture.size !== PICTURE_WIDTHS[due % PICTURE_WIDTHS.length]
      )
        throw new FrameError("a picture that was not due");
      due += 1;
      return { ...picture, webp: Buffer.from(picture.webp) };
    }
    if (kind === "bytes") {
      bytes += body.length;
      if (job.act !== "remove-place" || bytes > limits.maxInputBytes) throw new FrameError("bytes that were not due");
      answer.chunks.push(Buffer.from(body));
      return undefined;
    }
    const facts = parseFacts(body);
    if (!facts || (kind === "about" && answer.about)) throw new FrameError("facts that cannot be");
    answer[kind] = facts;
    return undefined;
  };
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
  const { pictures, chunks } = answer;
  const known = answer.about ?? { pages: 0, hasPlace: false, locked: false, damaged: false };
  const bytes = Buffer.concat(chunks);
  const because = (ended: JobOutcome["ended"], reason: "too-large" | "damaged"): JobOutcome => ({
    facts: { ...known, damaged: known.damaged || reason === "damaged", reason, pictures },
    bytes: Buffer.alloc(0),
    ended,
  });
  if (fed === "too-large") return because("input-too-large", "too-large");
  if (clock.expired()) return because("killed-by-time", "too-large");
  if (answer.garbage) return because("answered-garbage", "damaged");
  if (answer.facts) return { facts: { ...answer.facts, pictures }, bytes, ended: "answered" };
  // A crash inside a decoder comes from a broken file; an abort or a kill comes from the memory limit.
  return because("died", exit === "SIGSEGV" || exit === "SIGBUS" || typeof exit === "number" ? "damaged" : "too-large");
}
