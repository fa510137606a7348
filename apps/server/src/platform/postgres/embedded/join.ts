import { join } from "node:path";
import { readPassword } from "./cluster.ts";
import type { EmbeddedPostgres } from "./postgres.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { isAlive } from "./running-process.ts";

/** The PostgreSQL that a server of ours is running in this data folder, for the command line beside it. Never stopped from here. */
export async function joinEmbedded(dataDir: string): Promise<EmbeddedPostgres | undefined> {
  const cluster = join(dataDir, "postgres");
  const running = readPostmasterFile(cluster);
  if (!running?.ready || !isAlive(running.pid)) return undefined;
  const nothing = async () => undefined;
  return {
    ...{ host: running.socketFolder, port: running.port, password: await readPassword(cluster) },
    stop: nothing,
    leave: nothing,
  };
}
