import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseStartError } from "../errors.ts";
import { isAlive, startMark } from "./running-process.ts";

interface Holder {
  pid: number;
  started: string;
}

/** One server a data folder. The file names its process and when that started, so that a lock left by a killed one is seen as such. */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, "server.lock");
  const own = `${path}.${randomUUID()}`;
  const text = JSON.stringify({ pid: process.pid, started: startMark(process.pid) ?? "" } satisfies Holder);
  await writeFile(own, text, { mode: 0o600, flag: "wx" });
  try {
    for (let tries = 0; tries < 20; tries++) {
      if (await linked(own, path)) return () => unlock(path, text);
      const found = await readFile(path, "utf8").catch(missing);
      if (found === undefined) continue;
      const holder = parse(found);
      if (holder && isHeld(holder)) {
        throw new DatabaseStartError(
          "data-folder-in-use",
          `Another Locum Passport (process ${holder.pid}) uses the data folder ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
        );
      }
      await takeAway(path, found);
    }
    throw new DatabaseStartError(
      "data-folder-in-use",
      `The lock ${path} changes hands too fast. Try again in a moment.`,
    );
  } finally {
    await rm(own, { force: true });
  }
}

function isHeld({ pid, started }: Holder): boolean {
  return isAlive(pid) && startMark(pid) === started;
}

/** Two that both see a stale lock: only one rename gets that file, and one that moved a fresh lock puts it back. */
async function takeAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    return missing(error);
  }
  const moved = await readFile(aside, "utf8");
  if (moved !== stale) await linked(aside, path);
  await rm(aside, { force: true });
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function unlock(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(missing)) === text) await rm(path, { force: true });
}

function parse(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("pid" in value) || !("started" in value)) return undefined;
    const { pid, started } = value;
    return typeof pid === "number" && Number.isInteger(pid) && pid > 0 && typeof started === "string"
      ? { pid, started }
      : undefined;
  } catch {
    return undefined; // cut short by a crash: nobody holds it
  }
}

function missing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
