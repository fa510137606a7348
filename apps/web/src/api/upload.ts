import { parse } from "./client.ts";
import { offline, problemFrom } from "./problem.ts";
import { retryIn, sleep } from "./retry.ts";

export interface UploadState {
  phase: "sending" | "sealing" | "waiting";
  sent: number;
  total: number;
  /** Bytes a second over the last few seconds; 0 until known. */
  rate: number;
  /** When `waiting`: which try comes next. */
  attempt: number;
}

interface Upload {
  path: string;
  /** Fields before files: the service reads them in order. */
  form: () => FormData;
  signal: AbortSignal;
  onState: (state: UploadState) => void;
  tries?: number;
}

/**
 * Sends files with their progress, and again by itself when the line breaks: up to `tries` times with the same
 * Idempotency-Key, so that a paper whose answer was lost is not kept twice. Throws `ApiProblem`, or the signal's reason.
 */
export async function upload<T>({ path, form, signal, onState, tries = 6 }: Upload): Promise<T> {
  const key = crypto.randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await send(path, form(), key, signal, (state) => onState({ ...state, attempt }))) as T;
    } catch (error) {
      const wait = retryIn(error, attempt, tries);
      if (wait === undefined) throw error;
      onState({ phase: "waiting", sent: 0, total: 0, rate: 0, attempt: attempt + 1 });
      await Promise.race([sleep(wait, signal), backOnline(signal)]);
    }
  }
}

type Step = Omit<UploadState, "attempt">;

function send(path: string, form: FormData, key: string, signal: AbortSignal, onStep: (s: Step) => void) {
  return new Promise<unknown>((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const request = new XMLHttpRequest();
    const pace = paceMeter();
    const stop = () => request.abort();
    signal.addEventListener("abort", stop, { once: true });
    request.open("POST", path);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("idempotency-key", key);
    request.upload.onprogress = ({ loaded, total }) =>
      onStep({
        phase: loaded < total ? "sending" : "sealing",
        sent: loaded,
        total,
        rate: pace(loaded, performance.now()),
      });
    request.onerror = () => reject(offline());
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body);
      else reject(problemFrom(request.status, body, request.getResponseHeader("retry-after")));
    };
    request.onloadend = () => signal.removeEventListener("abort", stop);
    request.send(form);
  });
}

/** Bytes a second over a window of five seconds. */
export function paceMeter(): (bytes: number, at: number) => number {
  const seen: { bytes: number; at: number }[] = [];
  return (bytes, at) => {
    seen.push({ bytes, at });
    while (seen.length > 2 && at - (seen[0]?.at ?? at) > 5000) seen.shift();
    const oldest = seen[0];
    if (!oldest || at - oldest.at < 250) return 0;
    return ((bytes - oldest.bytes) / (at - oldest.at)) * 1000;
  };
}

/** Comes when the browser says the line is back; a wait need not run to its end then. */
function backOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => addEventListener("online", () => resolve(), { once: true, signal }));
}
