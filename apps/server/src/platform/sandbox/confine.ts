import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** What a child may not do on this machine. */
export interface SandboxReport {
  network: "closed" | "open";
  memory: "limited" | "unlimited";
  /** Whom the child runs as, for people: "nobody", or the server's own user where that could not be. */
  user: string;
  /** Whether the data folder, `/proc` and other processes are out of the child's sight. */
  folders: "hidden" | "open";
}

export interface Confinement {
  report: SandboxReport;
  /** The command line that runs `node ARGUMENTS` with as few rights as this machine allows. */
  wrap(nodeArguments: readonly string[]): { file: string; args: string[] };
}

export interface ConfineOptions {
  /** The program the child runs; it must stay readable for the user the child becomes. */
  childPath: string;
  dataLimitBytes: number;
  cpuSeconds: number;
  /** Folders the child must not see although its user could: the data folder, the database's socket folder. */
  hiddenFolders: readonly string[];
}

type Walls = "all" | "network" | "none";

const NOBODY = "65534";
/**
 * What Node itself asks for before it has read a line, where that counts as data: from Node 24 on V8 sets 512 MB of
 * addresses aside for compiled code. Nothing else fits into them.
 */
const NODE_RESERVES = [0, 512 * 1024 * 1024];
const run = promisify(execFile);

/**
 * Tries the strongest confinement first and takes the first that works here. Containers often forbid namespaces, and
 * other systems than Linux have none of this: then less is closed and the report says so (`passport check` prints it).
 *
 * As root the child becomes nobody. Where the project folder is closed to nobody it could not load its own libraries;
 * it then stays the server's user, without capabilities and with the hidden folders covered, inside a namespace.
 */
export async function detectConfinement(options: ConfineOptions): Promise<Confinement> {
  const root = process.getuid?.() === 0;
  const probe = `require("node:fs").accessSync(process.argv[1]);require("node:module").createRequire(process.argv[1])("sharp")`;
  for (const walls of ["all", "network", "none"] as const) {
    for (const nobody of root ? [true, false] : [false]) {
      for (const reserve of NODE_RESERVES) {
        const confinement = confine({ ...options, dataLimitBytes: options.dataLimitBytes + reserve }, walls, nobody);
        if (!confinement) continue;
        const { file, args } = confinement.wrap(["-e", probe, options.childPath]);
        const works = await run(file, args, { env: {}, cwd: "/", timeout: 15_000 }).then(
          () => true,
          () => false,
        );
        if (works) return confinement;
      }
    }
  }
  return bare();
}

function confine(options: ConfineOptions, walls: Walls, nobody: boolean): Confinement | undefined {
  const prlimit = findProgram("prlimit");
  const setpriv = findProgram("setpriv");
  const unshare = findProgram("unshare");
  const mount = findProgram("mount");
  if (!prlimit || !setpriv || (walls !== "none" && !unshare) || (walls === "all" && !mount)) return undefined;

  // --fsize=0: nothing can be written to any file. --cpu: the kernel ends the child even when the server is gone.
  const outer = [
    `--data=${options.dataLimitBytes}`,
    "--core=0",
    "--fsize=0",
    `--cpu=${options.cpuSeconds}`,
    setpriv,
    "--pdeathsig=KILL",
  ];
  if (nobody) outer.push(`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups");
  if (unshare && walls === "network") outer.push(unshare, "-rn");
  if (unshare && walls === "all")
    outer.push(unshare, "-rnmp", "--fork", "--kill-child", ...cover(mount ?? "", options));
  outer.push(setpriv, "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", process.execPath);
  if (walls === "none" && !nobody && process.getuid?.() !== 0) {
    // An ordinary user may not touch the bounding set outside a namespace; without capabilities it does not matter.
    outer.splice(outer.indexOf("--bounding-set=-all"), 2);
  }

  return {
    report: {
      network: walls === "none" ? "open" : "closed",
      memory: "limited",
      user: nobody ? "nobody" : ownName(),
      folders: walls === "all" ? "hidden" : "open",
    },
    wrap: (nodeArguments) => ({ file: prlimit, args: [...outer, ...nodeArguments] }),
  };
}

/** Lays an empty closed folder over each hidden one: the child may share the server's user, who may read the keys. */
function cover(mount: string, options: ConfineOptions): string[] {
  const script = [
    'mount="$1"; shift',
    'while [ "$1" != "--" ]; do',
    '  if [ -d "$1" ]; then "$mount" -t tmpfs -o size=4k,mode=000,ro none "$1" || exit 97; fi; shift',
    "done",
    // The shell leaves PWD behind; the child is to inherit nothing.
    'shift; unset PWD OLDPWD; exec "$@"',
  ].join("\n");
  return ["/bin/sh", "-c", script, "cover", mount, "/proc", ...options.hiddenFolders, "--"];
}

function bare(): Confinement {
  return {
    report: { network: "open", memory: "unlimited", user: ownName(), folders: "open" },
    wrap: (nodeArguments) => ({ file: process.execPath, args: [...nodeArguments] }),
  };
}

/** Containers run programs under numbers that have no name. */
function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

/** The child has no PATH, so each program is named in full. */
function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/bin", "/usr/sbin", "/sbin"];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
