import { SandboxError } from "./sandbox.errors.ts";

export interface Turns {
  /** Runs `work` when everything before it has ended. Refuses with `busy` when too many wait, `aborted` by the signal. */
  <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>;
}

/** A queue of one at a time, with an end to how long it grows. */
export function takeTurns(limit: number): Turns {
  const waiting: (() => void)[] = [];
  const whenIdle: (() => void)[] = [];
  let running = false;

  const passOn = () => {
    const next = waiting.shift();
    running = next !== undefined;
    if (next) next();
    else for (const tell of whenIdle.splice(0)) tell();
  };

  const take = async <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    if (signal.aborted) throw new SandboxError("aborted");
    if (running) {
      if (waiting.length >= limit) throw new SandboxError("busy");
      await turn(waiting, signal);
    }
    running = true;
    try {
      return await work();
    } finally {
      passOn();
    }
  };
  const idle = () => new Promise<void>((resolve) => (running ? whenIdle.push(resolve) : resolve()));
  return Object.assign(take, { idle });
}

function turn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = () => {
      signal.removeEventListener("abort", leave);
      resolve();
    };
    const leave = () => {
      waiting.splice(waiting.indexOf(start), 1);
      reject(new SandboxError("aborted"));
    };
    signal.addEventListener("abort", leave, { once: true });
    waiting.push(start);
  });
}
