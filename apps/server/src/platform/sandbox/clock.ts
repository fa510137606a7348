export interface Clock {
  progress(): void;
  pause(): void;
  resume(): void;
  stop(): void;
  expired(): boolean;
}

/** Counts the child's time, not the receiver's: a slow disk must not make a harmless file look hostile. */
export function startClock(limits: { timeoutMs: number; totalMs: number }, expire: () => void): Clock {
  let left = limits.totalMs;
  let since = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let over = false;
  const arm = () => {
    if (running) return;
    running = true;
    since = performance.now();
    timer = setTimeout(
      () => {
        over = true;
        expire();
      },
      Math.max(0, Math.min(limits.timeoutMs, left)),
    );
  };
  const pause = () => {
    if (!running) return;
    running = false;
    clearTimeout(timer);
    left -= performance.now() - since;
  };
  arm();
  return {
    progress: () => {
      if (!running) return; // the receiver's time
      pause();
      arm();
    },
    pause,
    resume: arm,
    stop: () => clearTimeout(timer),
    expired: () => over,
  };
}
