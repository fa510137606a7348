import { existsSync, lstatSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseStartError } from "../errors.ts";
import { giveTo } from "./cluster.ts";
import { closedFolder } from "./reach.ts";
import type { RunAs } from "./run-as.ts";

const longestSocketPath = 103; // 107 bytes on Linux, 103 on macOS
const prefix = "locum-pg-";

/** A private folder with a short name: a data folder's own path is often too long for a socket. */
export async function makeSocketFolder(runAs: RunAs): Promise<string> {
  for (const parent of new Set([tmpdir(), "/tmp", "/var/tmp"])) {
    if (!existsSync(parent) || closedFolder(parent, runAs.owner) !== undefined) continue;
    const real = realpathSync(parent);
    if (Buffer.byteLength(join(real, `${prefix}xxxxxx`, ".s.PGSQL.5432")) > longestSocketPath) continue;
    const folder = mkdtempSync(join(real, prefix)); // 0700
    await giveTo(runAs, folder);
    return folder;
  }
  throw new DatabaseStartError(
    "postgres-did-not-start",
    "There is no folder for the database's socket. Set TMPDIR to a short path that every user can pass through.",
  );
}

/** Of a PostgreSQL that is gone. Only a folder of this making is removed, whatever the file that named it says. */
export function removeSocketFolder(folder: string): void {
  if (!new RegExp(`/${prefix}[A-Za-z0-9]{6}$`).test(folder) || !existsSync(folder)) return;
  if (lstatSync(folder).isDirectory()) rmSync(folder, { recursive: true, force: true });
}
