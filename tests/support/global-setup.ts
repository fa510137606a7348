import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "../../apps/server/src/platform/postgres/embedded/running-process.ts";
import { runFolderVariable, stopTestDatabase } from "../../apps/server/src/platform/postgres/testing-cluster.ts";

const prefix = "locum-test-run-";

/** A folder for this run; the database in it is started by the first test that wants one, and ended here. */
export default async function setup(): Promise<() => Promise<void>> {
  await endKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  process.env[runFolderVariable] = folder;
  return async () => {
    await stopTestDatabase(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its PostgreSQL behind; the next run ends it. */
async function endKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    await stopTestDatabase(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
