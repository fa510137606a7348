import { randomBytes } from "node:crypto";
import type { Dirent } from "node:fs";
import { open, opendir, readFile, rm, stat, unlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { blobBatch, writeOne } from "./batch.ts";
import { type BlobFolders, prepareFolders, syncFolder } from "./blob-folders.ts";
import { BlobMissing, type BlobStore, BlobStoreError, requireBlobId, type StoredBlob } from "./blobs.ts";
import { type IncomingFile, receiveFile } from "./incoming-file.ts";
import { faultCode, inStoreWords } from "./storage-faults.ts";

const READ_BYTES = 256 * 1024;

/**
 * Blobs as files under `root`, which must be a folder of its own on a file system with hard links.
 * Rejects with `storage-full` or `storage-unusable`.
 */
export async function openDiskBlobs(root: string): Promise<BlobStore> {
  const folders = await inStoreWords(() => prepareFolders(root));
  const fileOf = (id: string) => folders.fileOf(requireBlobId(id));
  const batch = () =>
    blobBatch<IncomingFile>({
      receive: (id, bytes, signal) => inStoreWords(() => receiveFile(folders.incoming, id, bytes, signal)),
      publish: (files) => inStoreWords(() => publishAll(folders, files)),
      clear: (file) => inStoreWords(() => file.clear()),
    });

  return {
    write: writeOne(batch),
    batch,
    read: (id) => inStoreWords(() => readBlob(fileOf(id))),
    size: (id) => inStoreWords(async () => (await facts(fileOf(id)))?.bytes),
    remove: (id) => inStoreWords(() => removeFile(fileOf(id))),
    list: () => listBlobs(folders),
    removeStale: (olderThan) => inStoreWords(() => removeStale(folders.incoming, olderThan)),
    check: () => inStoreWords(() => tryOut(folders.incoming)),
  };
}

/** One fdatasync a file, all at once, then one fsync for each folder that got a name. */
async function publishAll(folders: BlobFolders, files: readonly IncomingFile[]): Promise<void> {
  await Promise.all(files.map((file) => file.sync()));
  const published: string[] = [];
  try {
    for (const file of files) {
      await file.publishAs(folders.fileOf(file.id));
      published.push(folders.fileOf(file.id));
    }
    await Promise.all([...new Set(files.map((file) => folders.shardOf(file.id)))].map(syncFolder));
  } catch (error) {
    // All or none; a name that even this cannot take away belongs to no record, and the sweep finds it.
    await Promise.allSettled(published.map((path) => rm(path, { force: true })));
    throw error;
  }
}

async function readBlob(path: string): Promise<Readable> {
  try {
    return (await open(path, "r")).createReadStream({ highWaterMark: READ_BYTES });
  } catch (error) {
    throw faultCode(error) === "ENOENT" ? new BlobMissing({ cause: error }) : error;
  }
}

async function facts(path: string): Promise<StoredBlob | undefined> {
  try {
    const { size, mtime } = await stat(path);
    return { id: basename(path), bytes: size, modifiedAt: mtime };
  } catch (error) {
    if (faultCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function removeFile(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (faultCode(error) === "ENOENT") return false;
    throw error;
  }
}

async function* listBlobs(folders: BlobFolders): AsyncIterable<StoredBlob> {
  for (const shard of folders.shards) {
    for await (const entry of await inStoreWords(() => opendir(shard))) {
      const blob = isBlob(entry) ? await inStoreWords(() => facts(join(shard, entry.name))) : undefined;
      if (blob) yield blob; // gone since the folder was read: not listed
    }
  }
}

/** Files of another making (a backup tool's, say) are nobody's blobs, and no sweep may take them for orphans. */
function isBlob(entry: Dirent): boolean {
  return entry.isFile() && /^[a-z0-9_-]{8,64}$/.test(entry.name);
}

async function removeStale(incoming: string, olderThan: Date): Promise<number> {
  let removed = 0;
  for await (const entry of await opendir(incoming)) {
    const file = await facts(join(incoming, entry.name));
    if (file && file.modifiedAt < olderThan && (await removeFile(join(incoming, entry.name)))) removed++;
  }
  return removed;
}

async function tryOut(incoming: string): Promise<void> {
  const path = join(incoming, `check.${randomBytes(8).toString("hex")}`);
  const sample = randomBytes(4096); // a whole block: a full disk still takes a few bytes into an inode
  try {
    await writeFile(path, sample, { flag: "wx", mode: 0o600 });
    if (!sample.equals(await readFile(path))) throw new BlobStoreError("storage-unusable");
  } finally {
    await rm(path, { force: true });
  }
}
