import { createHash } from "node:crypto";
import { mkdir, open, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

const SHARDS = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, "0"));

/** Where blobs lie: `<root>/<shard>/<id>`, and writes on their way in `<root>/incoming`. */
export interface BlobFolders {
  readonly incoming: string;
  readonly shards: readonly string[];
  shardOf(id: string): string;
  fileOf(id: string): string;
}

/**
 * Ids begin with their time, and their first six characters change about every 17 minutes. Sharding by those puts the
 * blobs of one upload into one folder, which is then synced once, and still spreads years of blobs evenly.
 */
function shardOf(id: string): string {
  return createHash("sha256").update(id.slice(0, 6)).digest("hex").slice(0, 2);
}

/** Makes the folders that are missing, now, so that no write has to make one and sync its parent. */
export async function prepareFolders(root: string): Promise<BlobFolders> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  const there = new Set(await readdir(root));
  const missing = ["incoming", ...SHARDS].filter((name) => !there.has(name));
  await Promise.all(missing.map((name) => mkdir(join(root, name), { recursive: true, mode: 0o700 })));
  if (missing.length > 0) {
    await syncFolder(root);
    await syncFolder(dirname(root));
  }
  return {
    incoming: join(root, "incoming"),
    shards: SHARDS.map((name) => join(root, name)),
    shardOf: (id) => join(root, shardOf(id)),
    fileOf: (id) => join(root, shardOf(id), id),
  };
}

/** Makes names in a folder durable: without it a crash may forget a file whose bytes are safe. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
