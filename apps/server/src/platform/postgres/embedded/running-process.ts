import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"; // alive, of another user
  }
}

/** Tells a process from a later one that was given the same number. Undefined when there is no such process. */
export function startMark(pid: number): string | undefined {
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${statFields(pid)[19]}`;
  } catch {
    if (process.platform === "linux") return undefined;
  }
  return ps(pid, "lstart=");
}

/** Whether this process is the postmaster of this data folder: PostgreSQL works from inside it. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    // No /proc, or root in a container without the right to look at other users' processes: the command line is for all.
    return commandLine(pid).includes(cluster);
  }
}

/** Any process at work in this data folder: children outlive a killed postmaster by a moment. Empty where there is no /proc. */
export function workersIn(cluster: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && worksIn(pid, cluster));
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch (error) {
    // Not allowed to look: one of PostgreSQL's that could be ours counts as ours.
    const closed = error instanceof Error && "code" in error && error.code === "EACCES";
    return closed && isAlive(pid) && /^postgres: |\/postgres\0/.test(commandLine(pid));
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return ps(pid, "command=") ?? "";
  }
}

function isZombie(pid: number): boolean {
  try {
    return statFields(pid)[0] === "Z";
  } catch {
    return false; // no /proc here
  }
}

/** Fields of /proc/PID/stat after the name, which may itself hold spaces and brackets: the state is [0], the start time [19]. */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function ps(pid: number, what: string): string | undefined {
  try {
    return execFileSync("ps", ["-o", what, "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined; // ps says with its exit code that there is no such process
  }
}
