import { type SpawnOptions, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync } from "node:fs";
import { DatabaseStartError } from "../errors.ts";
import type { Binaries } from "./binaries.ts";
import { closedFolder, type User } from "./reach.ts";

export type Way = "as-is" | "plain" | "capability" | "namespace";

/** How PostgreSQL's programs are run, given that they refuse to run as root. */
export interface RunAs {
  way: Way;
  /** Owner of the files, as this process sees it. */
  owner: User;
  command(program: string, args: string[]): { program: string; args: string[]; options: SpawnOptions };
}

/**
 * As an ordinary user: simply. As root, as an existing unprivileged user:
 * plain, where that user can reach program and data; with the one capability to pass through closed folders; or in a user
 * namespace, where root's own files belong to a user that is not root.
 */
export function chooseRunAs(binaries: Binaries, dataDir: string, cluster: string): RunAs {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0) {
    refuseOthersCluster(cluster, uid);
    return runAs("as-is", { uid, gid: process.getgid?.() ?? -1 });
  }

  const made = existsSync(cluster) ? statSync(cluster) : undefined;
  const user = made && made.uid !== 0 ? { uid: made.uid, gid: made.gid } : unprivilegedUser();
  const closed = () => closedFolder(binaries.folder, user) ?? closedFolder(dataDir, user);
  const ways: Way[] = made?.uid === 0 ? ["namespace", "plain", "capability"] : ["plain", "capability", "namespace"];
  for (const way of ways) {
    if (way === "plain" ? closed() === undefined : works(runAs(way, user), binaries)) return runAs(way, user);
  }
  // Last way: our own data folder lets others pass through (not look); every file inside has a mode of its own.
  if (closed() === dataDir) {
    chmodSync(dataDir, statSync(dataDir).mode | 0o011);
    if (closed() === undefined) return runAs("plain", user);
  }
  throw new DatabaseStartError(
    "no-unprivileged-user",
    `PostgreSQL does not run as root, and the user number ${user.uid} it would run as cannot pass through ${closed()}. ` +
      "Start as an ordinary user, or move the project and set DATA_DIR to places every user can pass through, such as " +
      "/opt/locum-passport and /var/lib/locum-passport, or set DATABASE_URL.",
  );
}

function runAs(way: Way, user: User): RunAs {
  const ids = [String(user.uid), String(user.gid)] as const;
  switch (way) {
    case "as-is":
      return { way, owner: user, command: (program, args) => ({ program, args, options: {} }) };
    case "plain":
      return { way, owner: user, command: (program, args) => ({ program, args, options: { ...user } }) };
    case "capability": {
      const switches = ["--clear-groups", "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"];
      const front = [`--reuid=${ids[0]}`, `--regid=${ids[1]}`, ...switches];
      return {
        way,
        owner: user,
        command: (program, args) => ({ program: "setpriv", args: [...front, program, ...args], options: {} }),
      };
    }
    case "namespace": {
      const front = ["--user", `--map-user=${ids[0]}`, `--map-group=${ids[1]}`];
      return {
        way,
        owner: { uid: 0, gid: 0 },
        command: (program, args) => ({ program: "unshare", args: [...front, program, ...args], options: {} }),
      };
    }
  }
}

function works(candidate: RunAs, binaries: Binaries): boolean {
  const { program, args, options } = candidate.command(binaries.postgres, ["--version"]);
  return spawnSync(program, args, { uid: options.uid, gid: options.gid, stdio: "ignore" }).status === 0;
}

/** The system's own account for this, else the one for nobody in particular. */
function unprivilegedUser(): User {
  const lines = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]) >>> 0, gid: Number(fields[3]) >>> 0 };
  }
  return { uid: 65_534, gid: 65_534 };
}

function refuseOthersCluster(cluster: string, uid: number): void {
  if (!existsSync(cluster) || statSync(cluster).uid === uid) return;
  throw new DatabaseStartError(
    "data-folder-closed",
    `The database in ${cluster} belongs to another user of this machine. Start as that user (or as root, if root made it), or set DATA_DIR to another folder.`,
  );
}
