import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { DatabaseLog } from "../pools.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { adopt, type Postmaster, start, stop } from "./postmaster.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { chooseRunAs, type RunAs } from "./run-as.ts";
import { isAlive } from "./running-process.ts";
import { serverSettings } from "./server-settings.ts";
import { makeSocketFolder, removeSocketFolder } from "./socket-folder.ts";

export interface EmbeddedPostgres {
  host: string;
  port: number;
  /** Of the superuser; the roles' own are derived from it. */
  password: string;
  stop(): Promise<void>;
  /** Leaves it running, because another server turned out to be at work in it. */
  leave(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  log: DatabaseLog;
  /** False only in tests: without it nothing is synced to disk. */
  durable?: boolean;
}

/**
 * PostgreSQL as a child of this server, in `dataDir/postgres`. When this process is killed hard, PostgreSQL lives on and the
 * next start takes it over; when PostgreSQL is killed, it is started again at the same socket.
 */
export async function startEmbedded({ dataDir, log, durable = true }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dataDir);
  const unlock = await lockDataFolder(folder);
  try {
    const cluster = join(folder, "postgres");
    const binaries = await findBinaries();
    const runAs = chooseRunAs(binaries, folder, cluster);
    const password = await ensureCluster(cluster, binaries, runAs, durable);
    const running = await takeOverOrStart(cluster, binaries, runAs, serverSettings({ durable }));
    const keeper = new Keeper(cluster, binaries, runAs, serverSettings({ durable }), running, log);
    return {
      ...{ host: running.socketFolder, port: running.port, password },
      async stop() {
        await keeper.stop();
        await unlock();
      },
      async leave() {
        keeper.leave();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function takeOverOrStart(
  cluster: string,
  binaries: Binaries,
  runAs: RunAs,
  settings: Record<string, string>,
): Promise<Postmaster> {
  const left = readPostmasterFile(cluster);
  const adopted = await adopt(cluster, settings);
  if (adopted) return adopted;
  if (left) removeSocketFolder(left.socketFolder);
  const socketFolder = await makeSocketFolder(runAs);
  try {
    return await start(cluster, socketFolder, binaries, runAs, settings);
  } catch (error) {
    removeSocketFolder(socketFolder);
    throw error;
  }
}

/** Starts PostgreSQL again when it ends without being asked to: requests meanwhile get an honest 503. */
class Keeper {
  private running: Postmaster;
  private stopping = false;
  private restarting: Promise<void> | undefined;
  private watch: NodeJS.Timeout | undefined;
  private readonly startAgain: (socketFolder: string) => Promise<Postmaster>;
  private readonly log: DatabaseLog;

  constructor(
    cluster: string,
    binaries: Binaries,
    runAs: RunAs,
    settings: Record<string, string>,
    running: Postmaster,
    log: DatabaseLog,
  ) {
    this.startAgain = (socketFolder) => start(cluster, socketFolder, binaries, runAs, settings);
    this.running = running;
    this.log = log;
    this.attend();
  }

  leave(): void {
    this.stopping = true;
    clearInterval(this.watch);
  }

  async stop(): Promise<void> {
    this.leave();
    await this.restarting;
    await stop(this.running);
    removeSocketFolder(this.running.socketFolder);
  }

  private attend(): void {
    const { child, pid } = this.running;
    const gone = () => {
      if (!this.stopping) this.restarting ??= this.restart();
    };
    if (child) {
      if (child.exitCode !== null || child.signalCode !== null) gone();
      else child.once("exit", gone);
      return;
    }
    // One taken over is not our child: nobody tells us, so we look.
    this.watch = setInterval(() => {
      if (!isAlive(pid)) gone();
    }, 1_000).unref();
  }

  private async restart(): Promise<void> {
    clearInterval(this.watch);
    this.log.warn({}, "PostgreSQL ended without being asked to; starting it again");
    for (let pause = 50; !this.stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        this.running = await this.startAgain(this.running.socketFolder);
        this.restarting = undefined;
        this.attend();
        return;
      } catch (error) {
        // Its last children may still be ending, and it will not start beside them.
        this.log.warn({ reason: String(error) }, "PostgreSQL does not start yet");
        await wait(pause, undefined, { ref: false });
      }
    }
  }
}
