import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { say } from "./fault.mjs";
import { notes } from "./places.mjs";

const longest = 20 * 60_000;

/** One preparation at a time; another waits. A lock left by a killed one is seen by its process number and start time. */
export async function withLock(run, path = join(notes, "lock")) {
  const own = `${path}.${process.pid}.${Date.now()}`;
  const mine = JSON.stringify({ pid: process.pid, started: startMark(process.pid) });
  writeFileSync(own, mine);
  try {
    await take(own, path);
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await run();
  } finally {
    if (read(path) === mine) rmSync(path, { force: true });
  }
}

async function take(own, path) {
  let told = false;
  for (const until = Date.now() + longest; Date.now() < until; ) {
    if (linked(own, path)) return;
    const found = read(path);
    if (found === undefined) continue;
    const holder = parse(found);
    if (!holder || !isHeld(holder)) {
      takeAway(path, found);
      continue;
    }
    if (!told) say(`another preparation (process ${holder.pid}) is at work; waiting for it`);
    told = true;
    await wait(200);
  }
  throw new Error(`The lock ${path} was held for too long`);
}

/** Only one of two that see a stale lock gets the file by renaming; one that moved a fresh lock puts it back. */
function takeAway(path, stale) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another was first
  }
  if (read(aside) !== stale) linked(aside, path);
  rmSync(aside, { force: true });
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut short by a crash
  }
}

function isHeld({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return startMark(pid) === started;
}

/** Tells a process from a later one with the same number. */
function startMark(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    if (process.platform === "linux") return "";
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}
