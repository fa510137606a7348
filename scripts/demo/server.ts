import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const serverProgram = join(here, "server.mjs");

/** The built server as a process of its own, over a given data folder. */
export async function startServer(environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const server = spawn(process.execPath, [serverProgram], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ready = new Promise<void>((resolve, reject) => {
    let said = "";
    server.stdout.setEncoding("utf8");
    server.stdout.on("data", (text: string) => {
      said += text;
      if (said.includes("is ready at")) resolve();
    });
    server.once("exit", (code) => reject(new Error(`The server ended (${code}) before it was ready.\n${said}`)));
  });
  await ready;
  return server;
}

export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGTERM");
  await once(server, "exit");
}

/** A command of the command line, beside the running server; resolves to what it printed. */
export function passport(environment: NodeJS.ProcessEnv, ...args: string[]): string {
  const run = spawnSync(process.execPath, [join(here, "passport.mjs"), ...args], {
    env: environment,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`passport ${args.join(" ")} failed: ${run.stderr}${run.stdout}`);
  return run.stdout;
}
