import { refusals } from "./documents.errors.ts";

/** The attack: one person opens hundreds of slow uploads and holds every file handle. */
const AT_ONCE = 16;
const running = new Map<string, number>();

/** So many uploads at a time are people waiting, and processors busy: what nobody waits for starts later. */
const MANY = 4;
export const manyUploads = (): boolean => total() >= MANY;

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
