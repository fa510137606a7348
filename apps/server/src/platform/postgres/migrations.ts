import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { DatabaseStartError } from "./errors.ts";
import { readHeader, unliftedTables } from "./migration-text.ts";

export interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

export function migration(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
}

/** Beside this file in the source tree; beside the bundle in dist/. */
function migrationsFolder(): string {
  const folder = fileURLToPath(new URL("./migrations", import.meta.url));
  if (existsSync(folder)) return folder;
  throw new Error(`The migrations are missing: ${folder}. Run npm run build.`);
}

export async function readMigrations(folder = migrationsFolder()): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => migration(name.replace(/\.sql$/, ""), await readFile(join(folder, name), "utf8"))),
  );
}

/**
 * Brings the database forward, never back. Each file is one transaction. Servers that start at once wait for one another at an
 * advisory lock and look again. A changed file that was applied, or one applied that this version does not know, stops the start.
 */
export async function migrate(
  owner: pg.Client,
  migrations: readonly Migration[],
  before: () => Promise<void> = async () => {},
): Promise<string[]> {
  if (pending(await appliedMigrations(owner), migrations).length === 0) return [];
  await owner.query("SELECT pg_advisory_lock(hashtext('locum-passport migrations'))");
  try {
    const waiting = pending(await appliedMigrations(owner), migrations);
    if (waiting.length > 0) await before();
    for (const next of waiting) await apply(owner, next);
    return waiting.map(({ name }) => name);
  } finally {
    await owner.query("SELECT pg_advisory_unlock(hashtext('locum-passport migrations'))");
  }
}

async function appliedMigrations(owner: pg.Client): Promise<ReadonlyMap<string, string>> {
  const table = await owner.query<{ there: boolean }>("SELECT to_regclass('app.migration') IS NOT NULL AS there");
  if (!table.rows[0]?.there) return new Map();
  const { rows } = await owner.query<{ name: string; sha256: string }>("SELECT name, sha256 FROM app.migration");
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

function pending(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): Migration[] {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of applied) {
    const ours = known.get(name);
    if (ours === undefined) {
      throw new DatabaseStartError(
        "migration-unknown",
        `This database was used by a newer Locum Passport: it has the migration ${name}. Start that version or a newer one.`,
      );
    }
    if (ours !== sha256) {
      throw new DatabaseStartError(
        "migration-changed",
        `The migration ${name} was changed after it was applied to this database. Put the file back as it was and write the change as a new migration.`,
      );
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(owner: pg.Client, next: Migration): Promise<void> {
  const { forcedTables } = readHeader(next.sql);
  try {
    await owner.query("BEGIN");
    await owner.query(
      "CREATE TABLE IF NOT EXISTS app.migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    await refuseSilentMigration(owner, next, forcedTables);
    for (const table of forcedTables) await owner.query(`ALTER TABLE app.${table} NO FORCE ROW LEVEL SECURITY`);
    await owner.query(next.sql);
    for (const table of forcedTables) await owner.query(`ALTER TABLE IF EXISTS app.${table} FORCE ROW LEVEL SECURITY`);
    await owner.query("INSERT INTO app.migration (name, sha256) VALUES ($1, $2)", [next.name, next.sha256]);
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK");
    const reason = error instanceof Error ? error.message + place(next.sql, error) : String(error);
    throw new DatabaseStartError(
      "migration-failed",
      `The migration ${next.name} failed and changed nothing: ${reason}. The database is as it was before it.`,
      { cause: error },
    );
  }
}

function place(sql: string, error: Error): string {
  const position = "position" in error ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? "" : ` (line ${sql.slice(0, position).split("\n").length})`;
}

/** Forced row-level security holds for the owner too: an UPDATE of such a table would change no row and say nothing. */
async function refuseSilentMigration(owner: pg.Client, next: Migration, lifted: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relforcerowsecurity",
  );
  const silent = unliftedTables(
    next.sql,
    rows.map(({ name }) => name),
    lifted,
  );
  if (silent.length > 0) {
    throw new Error(
      `it changes rows of ${silent.join(", ")} under forced row-level security, which would change nothing; ` +
        `name ${silent.length === 1 ? "it" : "them"} in a first line "-- forced-tables: ${silent.join(", ")}"`,
    );
  }
}
