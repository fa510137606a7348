import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** The built server as a process over a data folder of its own, to be killed and started again. */
export class RunningServer {
  readonly base: string;
  readonly mailFolder: string;
  readonly dataDir: string;
  private readonly program: string;
  private readonly environment: NodeJS.ProcessEnv;
  private process: ChildProcess | undefined;
  private said = "";

  private constructor(dataDir: string, port: number, settings: NodeJS.ProcessEnv, built: string) {
    this.dataDir = dataDir;
    this.program = join(built, "server.mjs");
    this.base = `http://localhost:${port}`;
    this.mailFolder = join(dataDir, "mail");
    this.environment = { ...process.env, ...settings, DATA_DIR: dataDir, PORT: String(port), HOST: "127.0.0.1" };
  }

  /** Started and ready. `built` is where the built programs lie. */
  static async open(settings: NodeJS.ProcessEnv = {}, dataDir?: string, built = dist): Promise<RunningServer> {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "lp-crash-")));
    const server = new RunningServer(folder, await freePort(), settings, built);
    await server.start();
    return server;
  }

  /** Another start on this server's data folder that is expected to end by itself: what it said, and its exit code. */
  async startRefused(settings: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; said: string }> {
    const environment = { ...this.environment, PORT: String(await freePort()), ...settings };
    const child = spawn(process.execPath, [this.program], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += String(text);
        if (said.includes("is ready at")) child.kill("SIGTERM"); // then the test sees that it was not refused
      });
    }
    const [code] = await once(child, "close");
    return { code, said };
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.program], {
      env: this.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = child;
    this.said = "";
    child.stderr.on("data", (text) => {
      this.said += String(text);
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (text) => {
        this.said += String(text);
        if (this.said.includes("is ready at")) resolve();
      });
      child.once("exit", (code, signal) => reject(new Error(`The server ended (${code ?? signal}): ${this.said}`)));
    });
  }

  async killHard(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  /** PostgreSQL's first process, as a power cut takes it; the rest follow. Resolves once the server has started another. */
  async killDatabase(): Promise<void> {
    const killed = this.postmaster();
    process.kill(Number(killed), "SIGKILL");
    const giveUp = Date.now() + 30_000;
    // Its children live on for a moment and still answer: healthy means nothing before.
    while ([killed, ""].includes(this.postmaster())) {
      if (Date.now() > giveUp) throw new Error(`PostgreSQL was not started again: ${this.said.slice(-6000)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private postmaster(): string {
    const file = join(this.dataDir, "postgres", "postmaster.pid");
    try {
      return readFileSync(file, "utf8").split("\n")[0] ?? "";
    } catch (error) {
      // It goes and comes while PostgreSQL is started again, also between a look and a reading.
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
      throw error;
    }
  }

  async healthy(): Promise<void> {
    const giveUp = Date.now() + 30_000;
    while (Date.now() < giveUp) {
      const answer = await fetch(`${this.base}/api/health`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The server did not become healthy again. It said:\n${this.said.slice(-6000)}`);
  }

  /** Lines of the running server's log that tell of a fault of its own. */
  errorLines(): string[] {
    return this.said.split("\n").filter((line) => /^\{"level":[56]0,/.test(line));
  }

  /** A command of the command line beside the server. */
  passport(...args: string[]): { status: number | null; output: string } {
    const run = spawnSync(process.execPath, [join(dist, "passport.mjs"), ...args], {
      env: this.environment,
      encoding: "utf8",
    });
    return { status: run.status, output: `${run.stdout}${run.stderr}` };
  }

  /** Ended as an operator would; the data folder stays. */
  async stop(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("There is no free port");
  return address.port;
}
