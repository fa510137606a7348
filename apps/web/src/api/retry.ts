import { ApiProblem } from "./problem.ts";

/** Milliseconds before try number `attempt` (from 1): doubles from half a second up to 20 s, spread so that many clients do not come at once. */
export function pause(attempt: number, random: number = Math.random()): number {
  return Math.round(Math.min(20_000, 500 * 2 ** (attempt - 1)) * (0.7 + 0.6 * random));
}

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    function done() {
      signal?.removeEventListener("abort", stop);
      resolve();
    }
    function stop() {
      clearTimeout(timer);
      reject(signal?.reason);
    }
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}

/** Whether, and after how long, a failed try should be repeated by itself. Refusals are never repeated. */
export function retryIn(error: unknown, attempt: number, most: number, random?: number): number | undefined {
  if (attempt >= most || !(error instanceof ApiProblem)) return undefined;
  const busy = error.code === "too-many-uploads" || error.code === "idempotency-key-in-use";
  if (!error.passing && error.code !== "upload-cut" && !busy) return undefined;
  return error.retryAfter !== undefined ? error.retryAfter * 1000 : pause(attempt, random);
}
