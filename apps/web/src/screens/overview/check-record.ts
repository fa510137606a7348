import { query } from "../../api/client.ts";
import { offline, problemFrom } from "../../api/problem.ts";
import { type SavedSummary, sizeOf } from "./saved-summary.ts";

export interface RecordAnswer {
  verdict: "valid" | "invalid" | "gap";
  headline: string;
  findings: { sentence: string; code: string; seq?: number }[];
  limits: string[];
  entries: number;
  /** The summary to keep for next time. */
  save?: string;
}

/** Fetches the whole record and checks it in a worker, against the summary saved before where there is one. */
export async function fetchAndCheck(saved: SavedSummary | undefined): Promise<RecordAnswer & { vkey: string }> {
  const since = saved ? sizeOf(saved.text) : undefined;
  const vkey = saved?.vkey ?? (await fetched("/api/audit/key").then((response) => response.text())).trim();
  const answer = await checkOnce(vkey, saved, since, false);
  // A record that does not agree is fetched again with what is needed to name the entry.
  const told = answer.verdict === "invalid" ? await checkOnce(vkey, saved, since, true) : answer;
  return { ...told, vkey };
}

async function checkOnce(vkey: string, saved: SavedSummary | undefined, since: number | undefined, locate: boolean) {
  const response = await fetched(`/api/timeline/record${query({ since, locate: locate ? "true" : undefined })}`);
  const record = new Uint8Array(await response.arrayBuffer());
  return inWorker({ record, vkey, ...(saved ? { saved: saved.text } : {}) });
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path, { credentials: "same-origin" }).catch(() => {
    throw offline();
  });
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  throw problemFrom(response.status, body, response.headers.get("retry-after"));
}

function inWorker(input: object): Promise<RecordAnswer> {
  const worker = new Worker(new URL("./record.worker.ts", import.meta.url), { type: "module" });
  return new Promise<RecordAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<RecordAnswer>) => resolve(data);
    worker.onerror = () => reject(new Error("The check could not run in this browser"));
    worker.postMessage(input);
  }).finally(() => worker.terminate());
}
