import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseStartError } from "../errors.ts";
import type { Binaries } from "./binaries.ts";
import { type PostmasterFile, readPostmasterFile, readStartSettings } from "./postmaster-file.ts";
import type { RunAs } from "./run-as.ts";
import { isAlive, isPostmasterOf, workersIn } from "./running-process.ts";
import { asArguments } from "./server-settings.ts";

export interface Postmaster extends PostmasterFile {
  /** Absent when this process did not start it but found it running. */
  child?: ChildProcess;
}

const logLimit = 2_000_000;

/** The PostgreSQL a killed server left behind, if it is ours and was started with today's settings; one with others is stopped. */
export async function adopt(
  cluster: string,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster | undefined> {
  for (let tries = 0; tries < 1_000; tries++) {
    const found = readPostmasterFile(cluster);
    if (!found || !isAlive(found.pid) || !isPostmasterOf(found.pid, cluster)) return undefined;
    if (found.ready) {
      if (sameSettings(cluster, settings)) return found;
      await stop(found);
      return undefined;
    }
    await wait(20); // starting, recovering or stopping
  }
  throw new DatabaseStartError(
    "postgres-did-not-start",
    `The PostgreSQL in ${cluster} is running but does not become ready. Look in ${cluster}.log.`,
  );
}

/**
 * PostgreSQL clears up after one that was killed, but not where the number in its file answers still: given to another process
 * since, or dead and not collected by a process 1 that does not (in a container). Then we do, once nobody is at work there.
 */
async function clearLeftover(cluster: string): Promise<void> {
  const left = readPostmasterFile(cluster);
  if (!left) return;
  for (let tries = 0; workersIn(cluster).length > 0; tries++) {
    if (tries === 1_000) return; // PostgreSQL says what is wrong
    await wait(10);
  }
  if (process.platform === "linux" || !isAlive(left.pid)) await rm(join(cluster, "postmaster.pid"), { force: true });
}

function sameSettings(cluster: string, settings: Readonly<Record<string, string>>): boolean {
  const started = new Set(readStartSettings(cluster));
  return Object.entries(settings).every(([name, value]) => started.has(`${name}=${value}`));
}

export async function start(
  cluster: string,
  socketFolder: string,
  binaries: Binaries,
  runAs: RunAs,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  await clearLeftover(cluster);
  const all = { ...settings, unix_socket_directories: socketFolder };
  const { program, args, options } = runAs.command(binaries.postgres, ["-D", cluster, ...asArguments(all)]);
  const log = openSync(`${cluster}.log`, "a", 0o600);
  if (fstatSync(log).size > logLimit) ftruncateSync(log);
  const before = fstatSync(log).size;
  // Detached: Ctrl-C in a terminal reaches us alone, and we close the pools before stopping PostgreSQL. A file, not a pipe,
  // takes its log: it goes on running when this process is killed, and the next start finds it.
  const child = spawn(program, args, { ...options, cwd: "/", detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  let failure: string | undefined;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", (code, signal) => {
    failure ??= `it ended with ${signal ?? code}`;
  });
  child.unref();
  while (failure === undefined) {
    const said = readPostmasterFile(cluster);
    if (said?.ready && said.pid === child.pid) return { ...said, child };
    await wait(4);
  }
  const text = readFileSync(`${cluster}.log`).subarray(before).toString("utf8").trim();
  throw new DatabaseStartError(
    "postgres-did-not-start",
    `The embedded PostgreSQL did not start: ${text || failure}. Look for space and rights in ${cluster}, or set DATABASE_URL.`,
  );
}

/** Ends connections and writes everything down. One that does not end in 20 s is cut: it repairs itself at the next start. */
export async function stop({ pid }: PostmasterFile): Promise<void> {
  signal(pid, "SIGINT");
  if (await ended(pid, 20_000)) return;
  signal(pid, "SIGQUIT");
  if (await ended(pid, 5_000)) return;
  signal(pid, "SIGKILL");
}

async function ended(pid: number, within: number): Promise<boolean> {
  for (const until = Date.now() + within; Date.now() < until; await wait(5)) if (!isAlive(pid)) return true;
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
