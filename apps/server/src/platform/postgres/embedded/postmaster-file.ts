import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface PostmasterFile {
  pid: number;
  port: number;
  socketFolder: string;
  ready: boolean;
}

/** What a running (or killed) PostgreSQL says of itself. https://www.postgresql.org/docs/18/storage-file-layout.html */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let text: string;
  try {
    text = readFileSync(join(cluster, "postmaster.pid"), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined; // being written, or cut short
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? "", ready: lines[7]?.startsWith("ready") ?? false };
}

/** The settings on the command line of the last start, as written by PostgreSQL itself. */
export function readStartSettings(cluster: string): string[] {
  const text = readFileSync(join(cluster, "postmaster.opts"), "utf8");
  return [...text.matchAll(/"-c" "([^"]*)"/g)].map((match) => match[1] ?? "");
}
