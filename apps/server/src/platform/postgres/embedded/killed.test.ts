import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { quietLog } from "../testing.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { closedFolder } from "./reach.ts";
import { isAlive } from "./running-process.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../../../../../", import.meta.url));
const built = join(root, ".prepare", `killed-test-${process.pid}`);
const program = join(built, "server.mjs");
const children: ChildProcess[] = [];
let folder: string;

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  symlinkSync(join(here, "../migrations"), join(built, "migrations"));
  await build({
    entryPoints: [join(here, "testing-server.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "locum killed "));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill("SIGKILL");
    await gone(child);
  }
  const left = readPostmasterFile(join(folder, "postgres"));
  if (left && isAlive(left.pid)) await (await openDatabase({ dataDir: folder, log: quietLog })).close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts a server process and resolves to it and the first thing it says. */
async function server(dataDir: string, front: string[] = []): Promise<{ child: ChildProcess; said: string }> {
  const [command, ...args] = [...front, process.execPath, program, dataDir];
  const child = spawn(command ?? "", args, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const said = await new Promise<string>((resolve) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString("utf8").trim()));
    child.once("exit", (code) => resolve(`ended with ${code} and said nothing`));
  });
  return { child, said };
}

const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("exit", resolve));

test("after a hard kill the database lives on, and the next start takes it over with nothing lost", async () => {
  const { child, said } = await server(folder);
  expect(said).toBe("open");
  const before = readPostmasterFile(join(folder, "postgres"))?.pid;
  child.kill("SIGKILL");
  await gone(child);
  expect(isAlive(before ?? 0)).toBe(true);

  const database = await openDatabase({ dataDir: folder, log: quietLog });
  try {
    expect(readPostmasterFile(join(folder, "postgres"))?.pid).toBe(before);
    const { rows } = await database.pools.app.query("SELECT key FROM deployment WHERE key LIKE 'written by %'");
    expect(rows).toEqual([{ key: `written by ${child.pid}` }]);
  } finally {
    await database.close();
  }
  expect(isAlive(before ?? 0)).toBe(false);
});

test("a second server on the same data folder is refused, and the first goes on", async () => {
  const first = await server(folder);
  expect(first.said).toBe("open");
  expect((await server(folder)).said).toBe("data-folder-in-use");
  await expect(openDatabase({ dataDir: folder, log: quietLog })).rejects.toThrow(
    /Another Locum Passport \(process \d+\) uses/,
  );
  expect(first.child.exitCode).toBeNull();
  first.child.kill("SIGTERM");
  await gone(first.child);
  expect(existsSync(join(folder, "server.lock"))).toBe(false);
});

test("of two servers that start at once on an empty data folder, one opens and one is refused", async () => {
  const both = await Promise.all([server(folder), server(folder)]);
  expect(both.map(({ said }) => said).sort()).toEqual(["data-folder-in-use", "open"]);
});

test("server and database killed together: the next start repairs and has what was acknowledged", async () => {
  const { child } = await server(folder);
  const pid = readPostmasterFile(join(folder, "postgres"))?.pid ?? 0;
  child.kill("SIGKILL");
  process.kill(pid, "SIGKILL");
  await gone(child);
  const database = await openDatabase({ dataDir: folder, log: quietLog });
  try {
    const { rowCount } = await database.pools.app.query("SELECT FROM deployment WHERE key LIKE 'written by %'");
    expect(rowCount).toBe(1);
  } finally {
    await database.close();
  }
});

test("a lock whose process number was given to another since does not keep anyone out", async () => {
  writeFileSync(join(folder, "server.lock"), JSON.stringify({ pid: process.ppid, started: "another life" }));
  await (await openDatabase({ dataDir: folder, log: quietLog })).close();
  writeFileSync(join(folder, "server.lock"), '{"pid":1'); // cut short by a crash
  writeFileSync(
    join(folder, "postgres", "postmaster.pid"),
    `${process.pid}\n${folder}/postgres\n1\n5432\n/tmp/none\n\n\nready\n`,
  );
  await (await openDatabase({ dataDir: folder, log: quietLog })).close();
});

describe.skipIf(process.getuid?.() !== 0)("as root", () => {
  const nobody = { uid: 65_534, gid: 65_534 };

  test("PostgreSQL runs as a user that is not root, and its files are that user's alone", async () => {
    const database = await openDatabase({ dataDir: folder, log: quietLog });
    try {
      const { pid } = readPostmasterFile(join(folder, "postgres")) ?? { pid: 0 };
      expect(readFileSync(`/proc/${pid}/status`, "utf8")).not.toMatch(/^Uid:\s+0/m);
      expect(statSync(join(folder, "postgres")).uid).not.toBe(0);
      expect(statSync(join(folder, "postgres")).mode & 0o077).toBe(0);
    } finally {
      await database.close();
    }
  });

  test.skipIf(closedFolder(root, nobody) !== undefined)("the same as an ordinary user", async () => {
    chownSync(folder, nobody.uid, nobody.gid);
    const front = ["setpriv", `--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, "--clear-groups"];
    const { child, said } = await server(folder, front);
    expect(said).toBe("open");
    expect(statSync(join(folder, "postgres")).uid).toBe(nobody.uid);
    child.kill("SIGTERM");
    await gone(child);
    expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  });
});
