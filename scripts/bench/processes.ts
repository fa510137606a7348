import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { House } from "./places.ts";

/** All processes of a house: the server, its PostgreSQL, the sandbox's children. Linux only: empty elsewhere. */
export function processesOf(house: House): number[] {
  if (process.platform !== "linux" || house.server.pid === undefined) return [];
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(Number(name));
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const all = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(all)];
  return [...new Set([house.server.pid, postmasterOf(house)].flatMap(all))];
}

export function postmasterOf(house: House): number {
  return Number(readFileSync(join(house.dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in brackets may hold anything; the fields after its last bracket do not.
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ");
    return Number(fields?.[1]);
  } catch {
    return undefined; // it has ended since
  }
}

/** Memory of processes together, in megabytes: shared pages are counted once, split among those that share them. */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + pssOf(pid), 0) / 1000;
}

function pssOf(pid: number): number {
  try {
    return (
      (Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "latin1"))?.[1] ?? 0) * 1024) / 1000
    );
  } catch {
    return 0; // it has ended since
  }
}
