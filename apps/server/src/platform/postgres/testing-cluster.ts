import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { findBinaries } from "./embedded/binaries.ts";
import { ensureCluster, superuser } from "./embedded/cluster.ts";
import { start, stop } from "./embedded/postmaster.ts";
import { readPostmasterFile } from "./embedded/postmaster-file.ts";
import { chooseRunAs } from "./embedded/run-as.ts";
import { serverSettings } from "./embedded/server-settings.ts";
import { makeSocketFolder, removeSocketFolder } from "./embedded/socket-folder.ts";
import { externalLogins } from "./logins.ts";
import { readMigrations } from "./migrations.ts";
import { readyDatabase } from "./ready.ts";

/** One PostgreSQL for a whole test run, with a migrated database to clone. */
export interface TestCluster {
  template: string;
  url(database: string): string;
}

/** Names the run's folder; set by tests/support/global-setup.ts before the workers start. */
export const runFolderVariable = "LOCUM_TEST_RUN";
const template = "locum_template";
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Started by the first test that wants it, for all workers of the run; TEST_DATABASE_URL names another server instead. */
export async function startTestDatabase(): Promise<TestCluster> {
  const folder = process.env[runFolderVariable];
  if (folder === undefined) throw new Error(`${runFolderVariable} is not set: start the tests with vitest`);
  const ready = join(folder, "ready");
  if (await first(join(folder, "starting"))) {
    try {
      await writeFile(`${ready}.new`, await makeTemplate(folder));
    } catch (error) {
      await writeFile(`${ready}.new`, `failed: ${String(error)}`);
    }
    await rename(`${ready}.new`, ready);
  }
  while (!existsSync(ready)) await wait(20);
  const base = await readFile(ready, "utf8");
  if (base.startsWith("failed: ")) throw new Error(`The test database did not start; it ${base}`);
  return { template: templateName(folder), url: (database) => withDatabase(base, database) };
}

export async function stopTestDatabase(folder: string): Promise<void> {
  const external = process.env.TEST_DATABASE_URL;
  if (external !== undefined) return dropTemplate(external, folder);
  const running = readPostmasterFile(join(folder, "postgres"));
  if (!running) return;
  await stop(running);
  removeSocketFolder(running.socketFolder);
}

async function makeTemplate(folder: string): Promise<string> {
  const base = process.env.TEST_DATABASE_URL ?? (await startCluster(folder));
  const client = new pg.Client({ connectionString: withDatabase(base, "postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateName(folder)}`);
  await client.end();
  await readyDatabase(externalLogins(withDatabase(base, templateName(folder))), await readMigrations(), silent);
  return base;
}

async function startCluster(folder: string): Promise<string> {
  const cluster = join(folder, "postgres");
  const binaries = await findBinaries();
  const runAs = chooseRunAs(binaries, folder, cluster);
  const password = await ensureCluster(cluster, binaries, runAs, false);
  const settings = serverSettings({ durable: false });
  const { socketFolder } = await start(cluster, await makeSocketFolder(runAs), binaries, runAs, settings);
  return `postgresql://${superuser}:${password}@${encodeURIComponent(socketFolder)}/postgres`;
}

async function dropTemplate(external: string, folder: string): Promise<void> {
  if (!existsSync(join(folder, "ready"))) return;
  const client = new pg.Client({ connectionString: withDatabase(external, "postgres") });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${templateName(folder)} WITH (FORCE)`);
  await client.end();
}

/** Of this run: an external server may serve several at once. */
function templateName(folder: string): string {
  return `${template}_${Buffer.from(folder).toString("hex").slice(-12)}`;
}

function withDatabase(url: string, database: string): string {
  return url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${database}`);
}

async function first(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
