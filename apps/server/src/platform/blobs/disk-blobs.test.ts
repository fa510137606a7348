import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { fullBlobStoreContract } from "./blobs.contract.ts";
import { openDiskBlobs } from "./disk-blobs.ts";

const scratch = mkdtempSync(join(tmpdir(), "disk-blobs-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const coded = (code: string) => expect.objectContaining({ code });
const bytes = (text: string) => Readable.from([Buffer.from(text)]);
const tiny = join(scratch, "tiny");

describe("a full disk", () => {
  if (!mayMount()) {
    test.skip("a really full disk (mounting a small one needs root: not tested here)", () => {});
    return;
  }
  fullBlobStoreContract("tmpfs of 1 MB", async () => {
    mountTiny();
    return { store: await openDiskBlobs(join(tiny, "blobs")), dispose: async () => unmountTiny() };
  });
});

describe("on disk", () => {
  test("no other user of the machine can read a blob or its folders", async () => {
    const root = join(scratch, "closed");
    const store = await openDiskBlobs(root);
    await store.write("specimen01", bytes("SPECIMEN"));
    const modes = readdirSync(root, { recursive: true, encoding: "utf8" }).map(
      (name) => statSync(join(root, name)).mode,
    );
    for (const mode of [statSync(root).mode, ...modes]) expect(mode & 0o077).toBe(0);
  });

  test("blobs outlive the store that wrote them", async () => {
    const root = join(scratch, "again");
    await (await openDiskBlobs(root)).write("specimen01", bytes("SPECIMEN"));
    const store = await openDiskBlobs(root);
    expect((await buffer(await store.read("specimen01"))).toString()).toBe("SPECIMEN");
  });

  test("files of another making are not listed, so that no sweep takes them for orphans", async () => {
    const root = join(scratch, "foreign");
    const store = await openDiskBlobs(root);
    writeFileSync(join(root, "00", "notes of a backup.txt"), "");
    mkdirSync(join(root, "00", "lost_and_found"));
    for await (const blob of store.list()) expect.unreachable(blob.id);
  });

  test("a folder that is gone, or is no folder, is told as such", async () => {
    const root = join(scratch, "gone");
    const store = await openDiskBlobs(root);
    rmSync(root, { recursive: true });
    await expect(store.check()).rejects.toThrow(coded("storage-unusable"));
    await expect(store.write("specimen01", bytes("SPECIMEN"))).rejects.toThrow(coded("storage-unusable"));
    writeFileSync(join(scratch, "a-file"), "");
    await expect(openDiskBlobs(join(scratch, "a-file", "blobs"))).rejects.toThrow(coded("storage-unusable"));
  });

  test("the blobs of one upload lie in one folder, years of uploads in all of them", async () => {
    const root = join(scratch, "spread");
    const store = await openDiskBlobs(root);
    const batch = store.batch();
    for (let n = 0; n < 5; n++) await batch.write(`01jq5x7m2k${n}specimen`, bytes("SPECIMEN"));
    await batch.commit();
    for (let n = 0; n < 60; n++) await store.write(`0${(40_000 + n).toString(32)}a0specimen`, bytes("SPECIMEN"));
    const used = readdirSync(root)
      .map((shard) => readdirSync(join(root, shard)))
      .filter((ids) => ids.length > 0);
    const ofUpload = used.filter((ids) => ids.some((id) => id.startsWith("01jq5x7m2k")));
    expect(ofUpload.map((ids) => ids.filter((id) => id.startsWith("01jq5x7m2k")).length)).toEqual([5]);
    expect(used.length).toBeGreaterThan(40);
  });
});

describe("flushes, counted by strace", () => {
  const strace = spawnSync("strace", ["-V"]).status === 0;

  test.skipIf(!strace).each([
    [1, 1, 1],
    [6, 6, 1],
  ])("%i blobs of one upload cost %i of bytes and %i of names", async (blobs, ofBytes, ofNames) => {
    const program = join(scratch, "write.mjs");
    const root = join(scratch, `flushes-${blobs}`);
    await openDiskBlobs(root);
    await build({
      stdin: {
        contents: `
          import { Readable } from "node:stream";
          import { openDiskBlobs } from "./disk-blobs.ts";
          const store = await openDiskBlobs(process.argv[2]);
          const batch = store.batch();
          for (let n = 0; n < ${blobs}; n++) await batch.write("01jq5x7m2k" + n + "specimen", Readable.from([Buffer.alloc(100_000, n)]));
          await batch.commit();`,
        resolveDir: import.meta.dirname,
        loader: "ts",
      },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: program,
    });
    const log = join(scratch, "strace.txt");
    execFileSync("strace", [
      "-f",
      "-qq",
      "-o",
      log,
      "-e",
      "trace=fsync,fdatasync,sync,syncfs",
      process.execPath,
      program,
      root,
    ]);
    const calls = readFileSync(log, "utf8").match(/\b(fsync|fdatasync|sync|syncfs)\(/g) ?? [];
    expect(calls.filter((call) => call === "fdatasync(").length).toBe(ofBytes);
    expect(calls.filter((call) => call === "fsync(").length).toBe(ofNames);
    expect(calls.length).toBe(ofBytes + ofNames);
  });
});

function mountTiny(): void {
  mkdirSync(tiny, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", tiny], { stdio: "ignore" });
}

function unmountTiny(): void {
  execFileSync("umount", [tiny]);
}

/** Root alone is not enough: a container may hold the right back. */
function mayMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    mountTiny();
    unmountTiny();
    return true;
  } catch {
    return false;
  }
}
