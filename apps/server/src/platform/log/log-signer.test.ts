import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signCheckpoint } from "@locum-passport/audit-log";
import { rootKeyWrapper } from "@locum-passport/envelope";
import { expect, test } from "vitest";
import { fileLogSigner } from "./log-signer.ts";

test("checkpoints kept at the same moment come one after the other, and the last stays", async () => {
  const folder = await mkdtemp(join(tmpdir(), "log-signer-"));
  try {
    const keys = rootKeyWrapper(new Map([[1, Buffer.alloc(32, 7)]]));
    const signer = await fileLogSigner(keys, "log.example/specimen", join(folder, "log", "checkpoint"));
    const note = (size: number) =>
      signCheckpoint(signer.signer, { origin: signer.origin, size, root: Buffer.alloc(32, size) });
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((size) => signer.keep(note(size))));
    expect((await signer.kept())?.size).toBe(8);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
