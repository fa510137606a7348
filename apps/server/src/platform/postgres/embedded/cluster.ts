import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseStartError } from "../errors.ts";
import type { Binaries } from "./binaries.ts";
import type { RunAs } from "./run-as.ts";

const passwordFile = "locum-passport.password";
export const superuser = "lp_super";

/**
 * Makes the data folder of PostgreSQL, once: under another name first, so that one killed half way is not taken for whole.
 * Resolves to the superuser's password, which lies in that folder.
 */
export async function ensureCluster(
  cluster: string,
  binaries: Binaries,
  runAs: RunAs,
  durable: boolean,
): Promise<string> {
  if (existsSync(join(cluster, "PG_VERSION"))) return openCluster(cluster, binaries);
  const making = `${cluster}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString("base64url");
  const handOver = `${making}.password`; // initdb wants an empty folder, so this lies beside it
  await writeFile(handOver, password, { mode: 0o600 });
  try {
    for (const path of [making, handOver]) await giveTo(runAs, path);
    await runInitdb(binaries, runAs, [
      ...["-D", making, "-U", superuser, `--pwfile=${handOver}`, "--auth=scram-sha-256"],
      // The password is 24 random bytes: stretching it would only cost time at each connection.
      ...["-c", "scram_iterations=1"],
      // Sorting and case without ICU or the machine's own locales: the same everywhere, and after an upgrade.
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      "--data-checksums",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    await writeFile(join(making, passwordFile), password, { mode: 0o600 });
    await giveTo(runAs, join(making, passwordFile));
    await rename(making, cluster);
  } finally {
    await rm(handOver, { force: true });
  }
  return password;
}

async function openCluster(cluster: string, binaries: Binaries): Promise<string> {
  const made = (await readFile(join(cluster, "PG_VERSION"), "utf8")).trim();
  const ours = binaries.version.split(".")[0];
  if (made !== ours) {
    throw new DatabaseStartError(
      "data-folder-other-version",
      `The database in ${cluster} was made by PostgreSQL ${made}; this Locum Passport brings ${ours}. Start the version that made it, make a backup there, and restore it here.`,
    );
  }
  return readPassword(cluster);
}

/** The superuser's password of a cluster that is there. */
export async function readPassword(cluster: string): Promise<string> {
  return (await readFile(join(cluster, passwordFile), "utf8")).trim();
}

export async function giveTo(runAs: RunAs, path: string): Promise<void> {
  if (process.getuid?.() === 0) await chown(path, runAs.owner.uid, runAs.owner.gid);
  if (path.endsWith(".making")) await chmod(path, 0o700);
}

async function runInitdb(binaries: Binaries, runAs: RunAs, args: string[]): Promise<void> {
  const { program, args: all, options } = runAs.command(binaries.initdb, args);
  // cwd: initdb looks at its own, which may be closed to its user.
  const child = spawn(program, all, { ...options, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const failure = await new Promise<string | undefined>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? undefined : said.trim() || `initdb ended with ${code}`));
  });
  if (failure !== undefined) {
    throw new DatabaseStartError(
      "postgres-did-not-start",
      `The embedded PostgreSQL could not make its data folder: ${failure}. Look for space and rights there, or set DATABASE_URL.`,
    );
  }
}
