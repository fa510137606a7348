import { ApiProblem, offline, problemFrom } from "./problem.ts";
import { retryIn, sleep } from "./retry.ts";

interface Ask {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** How often a write is sent when the line breaks; each carries the same Idempotency-Key, so it happens once. */
  tries?: number;
  /** The same act asked for again, by hand, after a line that broke: it carries the key of the first asking. */
  key?: string;
}

/** One call to the service. The session is a cookie; there is no other secret. Throws `ApiProblem`. */
export async function api<T>(path: string, ask: Ask = {}): Promise<T> {
  const method = ask.method ?? "GET";
  const headers: Record<string, string> = { accept: "application/json" };
  if (method !== "GET") headers["idempotency-key"] = ask.key ?? crypto.randomUUID();
  if (ask.body !== undefined) headers["content-type"] = "application/json";
  const init: RequestInit = {
    method,
    headers,
    credentials: "same-origin",
    ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
    ...(ask.signal ? { signal: ask.signal } : {}),
  };
  const most = method === "GET" ? 1 : (ask.tries ?? 3);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once<T>(path, init);
    } catch (error) {
      const wait = retryIn(error, attempt, most);
      if (wait === undefined) throw error;
      await sleep(wait, ask.signal);
    }
  }
}

async function once<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw offline();
  }
  const text = await response.text().catch(() => {
    throw offline();
  });
  const body = parse(text);
  if (!response.ok) throw problemFrom(response.status, body, response.headers.get("retry-after"));
  return body as T;
}

export function parse(text: string): unknown {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const post = <T>(path: string, body: unknown = {}) => api<T>(path, { method: "POST", body });
export const put = <T>(path: string, body: unknown) => api<T>(path, { method: "PUT", body });
export const patch = <T>(path: string, body: unknown) => api<T>(path, { method: "PATCH", body });
export const remove = <T>(path: string) => api<T>(path, { method: "DELETE" });

/** `?a=1&b=2`, leaving out what is empty. */
export function query(values: Record<string, string | number | undefined | null>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}

export const isProblem = (error: unknown, code: ApiProblem["code"]): error is ApiProblem =>
  error instanceof ApiProblem && error.code === code;
