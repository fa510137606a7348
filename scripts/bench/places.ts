import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Account, signUp } from "../demo/people.ts";
import { startServer, stopServer } from "../demo/server.ts";

/** The built server over a fresh data folder, as `npm start` would run it. */
export interface House {
  base: string;
  port: number;
  dataDir: string;
  server: ChildProcess;
  environment: NodeJS.ProcessEnv;
  signUp(name: string): Promise<Account>;
}

const open: (() => Promise<void>)[] = [];

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void closePlaces().finally(() => process.exit(1)));
}

/** Servers and folders of this run go when it ends, however it ends. */
export async function closePlaces(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

/** A folder on the disk that is measured: BENCH_DIR, or the system's folder for passing things. */
export function freshFolder(name: string): string {
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), `locum-bench-${name}-`));
  open.push(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export async function freshHouse(name: string): Promise<House> {
  const dataDir = freshFolder(name);
  const port = await freePort();
  const environment = { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: "" };
  const base = `http://localhost:${port}`;
  const place = { base, mailFolder: join(dataDir, "mail") };
  const house: House = {
    ...{ base, port, dataDir, environment, server: await startServer(environment) },
    signUp: (of) =>
      signUp(place, { name: of, email: `${of.toLowerCase()}@bench.example`, password: "specimen bench pass phrase" }),
  };
  open.push(() => stopServer(house.server));
  return house;
}

/** The bare server of `bare-server.ts`, as a process of its own. */
export async function bareServer(): Promise<{ base: string; folder: string }> {
  const folder = freshFolder("bare");
  const child = fork(fileURLToPath(import.meta.url), ["bare-server", folder]);
  open.push(async () => {
    if (child.exitCode !== null) return;
    child.disconnect();
    await once(child, "exit");
  });
  const [port] = (await once(child, "message")) as [number];
  return { base: `http://127.0.0.1:${port}`, folder };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || !address) throw new Error("No port could be had");
  return address.port;
}
