import { setTimeout } from "node:timers/promises";
import { refusals } from "./documents.errors.ts";

/** The attack: one person opens hundreds of slow uploads and holds every file handle. */
const AT_ONCE = 16;
const running = new Map<string, number>();

/** So many uploads at a time are people waiting; what nobody waits for then waits itself. */
const MANY = 4;
const LOOK_AGAIN_MS = 100;

/** Resolves once few uploads run in this server, and at the latest after so many milliseconds. */
export async function fewUploads(patienceMs: number, signal: AbortSignal): Promise<void> {
  for (let left = patienceMs; left > 0 && total() >= MANY; left -= LOOK_AGAIN_MS) {
    await setTimeout(LOOK_AGAIN_MS, undefined, { signal });
  }
}

const total = () => [...running.values()].reduce((sum, of) => sum + of, 0);

/** Runs one upload of a person; refuses `too-many-uploads` while too many of theirs run in this server. */
export async function inUploadTurn<T>(personId: string, run: () => Promise<T>): Promise<T> {
  const already = running.get(personId) ?? 0;
  if (already >= AT_ONCE) throw refusals.tooManyUploads();
  running.set(personId, already + 1);
  try {
    return await run();
  } finally {
    const left = (running.get(personId) ?? 1) - 1;
    if (left > 0) running.set(personId, left);
    else running.delete(personId);
  }
}
