import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blobStoreContract, fullBlobStoreContract } from "./blobs.contract.ts";
import { openDiskBlobs } from "./disk-blobs.ts";
import { memoryBlobs } from "./memory-blobs.ts";

blobStoreContract("memory", async () => ({ store: memoryBlobs(), dispose: async () => {} }));

blobStoreContract("disk", async () => {
  const folder = await mkdtemp(join(tmpdir(), "blobs of specimens "));
  return {
    store: await openDiskBlobs(join(folder, "blobs")),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
});

fullBlobStoreContract("memory", async () => ({ store: memoryBlobs({ capacity: 1 << 20 }), dispose: async () => {} }));
