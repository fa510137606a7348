import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { compose, type House, type Replacements } from "../compose.ts";
import { type Actor, type Context, createContext } from "../context.ts";
import { memoryBlobs } from "../platform/blobs/memory-blobs.ts";
import type { MailMessage } from "../platform/mail/mailer.ts";
import { cloneDatabase, type TestDatabase } from "../platform/postgres/testing.ts";
import { readSettings } from "../settings.ts";

export interface TestHouse extends House {
  database: TestDatabase;
  /** Mails sent, oldest first. */
  mailbox: MailMessage[];
  clock: ReturnType<typeof testClock>;
  dataDir: string;
  /** Log lines at error level that no test has claimed. */
  errors: unknown[];
  /** Claims the fault a test made on purpose: throws unless just so many error lines were written; answers them. */
  expectErrors(count: number): unknown[];
  /** Ends it all, and throws when an error line was written that no test claimed. */
  close(): Promise<void>;
  contextFor(actor: Actor): Context;
}

/** The composed product over a real database of its own; clock, ids and mail are the only fakes. Blobs are in memory. */
export async function openTestHouse(
  options: { environment?: Record<string, string>; replaced?: Replacements } = {},
): Promise<TestHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), "locum-passport-"));
  const database = await cloneDatabase();
  const mailbox: MailMessage[] = [];
  const clock = testClock();
  const errors: unknown[] = [];
  const settings = readSettings({ DATA_DIR: dataDir, ...options.environment });
  const house = await compose(settings, {
    database: database.database,
    blobs: memoryBlobs(),
    mail: { send: async (message) => void mailbox.push(message), describe: () => "kept by the test" },
    now: clock.now,
    log: errorsOnly(errors),
    ...options.replaced,
  });
  return {
    ...house,
    database,
    mailbox,
    clock,
    dataDir,
    errors,
    expectErrors(count) {
      if (errors.length !== count) throw new Error(`${count} error lines were expected: ${told(errors)}`);
      return errors.splice(0);
    },
    contextFor: (actor) => createContext({ actor, ports: house.ports }),
    async close() {
      await house.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
      if (errors.length > 0) throw new Error(`The server wrote error lines that no test expected: ${told(errors)}`);
    },
  };
}

function testClock() {
  let offset = 0;
  let standing: number | undefined;
  return {
    now: () => new Date((standing ?? Date.now()) + offset),
    set: (instant: Date) => {
      offset = instant.getTime() - (standing ?? Date.now());
    },
    pass: (milliseconds: number) => {
      offset += milliseconds;
    },
    /** Stands still while it runs, for what must not depend on how slow the machine is. */
    async stand<T>(run: () => Promise<T>): Promise<T> {
      standing = Date.now();
      try {
        return await run();
      } finally {
        standing = undefined;
      }
    },
  };
}

const told = (errors: readonly unknown[]) => JSON.stringify(errors, undefined, 2).slice(0, 4_000);

function errorsOnly(errors: unknown[]) {
  return pino({ level: "error" }, { write: (line: string) => void errors.push(JSON.parse(line)) });
}
