import type { Context } from "../../context.ts";
import { TransactionConflict } from "../../platform/postgres/database.ts";
import { sequence } from "./audit.sequencer.ts";

const pauseMs = 200;
const faultPauseMs = 1000;

/** Runs the sequencer over and over until stopped. A fault is logged and tried again: entries wait, nothing is lost. */
export function startSequencing(context: () => Context): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = (async () => {
    while (!stopped) {
      const ctx = context();
      try {
        await sequence(ctx);
        if (!stopped) await pause(pauseMs);
      } catch (error) {
        if (!stopped && !isLockWait(error)) ctx.ports.log.warn({ error }, "The log was not moved on; trying again");
        if (!stopped) await pause(isLockWait(error) ? pauseMs : faultPauseMs);
      }
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await loop;
    },
  };
}

/** Long transactions hold the log's lock; the sequencer steps back rather than hold up everybody behind it. */
export const isLockWait = (error: unknown): boolean => error instanceof TransactionConflict;
