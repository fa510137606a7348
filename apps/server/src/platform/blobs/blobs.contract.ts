import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BlobMissing, type BlobStore } from "./blobs.ts";

export interface StoreUnderTest {
  store: BlobStore;
  dispose(): Promise<void>;
}

const coded = (code: string) => expect.objectContaining({ code });
const soon = () => new Date(Date.now() + 60_000);
const some = (bytes: number) => Buffer.alloc(bytes, "SPECIMEN ");
const from = (...portions: Buffer[]) => Readable.from(portions, { objectMode: false });

/** A source that gives some bytes and then breaks off. */
function cut(how: "error" | "close"): Readable {
  const source = new PassThrough();
  source.write(some(70_000));
  setTimeout(() => source.destroy(how === "error" ? new Error("the line broke") : undefined), 20);
  return source;
}

/** What every blob store promises. */
export function blobStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`a blob store (${name})`, () => {
    let under: StoreUnderTest;
    let store: BlobStore;
    beforeEach(async () => {
      under = await open();
      store = under.store;
    });
    afterEach(() => under.dispose());

    const listed = async () => {
      const ids: string[] = [];
      for await (const { id } of store.list()) ids.push(id);
      return ids.sort();
    };
    const content = async (id: string) => buffer(await store.read(id));
    /** Nothing readable, nothing listed, nothing left lying about. */
    const expectNothingKept = async (id: string) => {
      await expect(store.read(id)).rejects.toThrow(BlobMissing);
      expect(await store.size(id)).toBeUndefined();
      expect(await listed()).not.toContain(id);
      expect(await store.removeStale(soon())).toBe(0);
    };

    test.each([0, 1, 65_536, 1_000_003])("gives back %i bytes as they were", async (bytes) => {
      const written = await store.write("specimen01", from(some(bytes).subarray(0, 10), some(bytes).subarray(10)));
      expect(written).toEqual({ bytes });
      expect((await content("specimen01")).equals(some(bytes))).toBe(true);
      expect(await store.size("specimen01")).toBe(bytes);
      expect(await store.removeStale(soon())).toBe(0);
    });

    test("takes any async iterable of bytes", async () => {
      await store.write(
        "specimen01",
        (async function* () {
          yield Uint8Array.of(1, 2);
          yield new Uint8Array(0);
          yield Uint8Array.of(3);
        })(),
      );
      expect([...(await content("specimen01"))]).toEqual([1, 2, 3]);
    });

    test("refuses an id that exists, and what is there stays as it was", async () => {
      await store.write("specimen01", from(some(10)));
      await expect(store.write("specimen01", from(some(20)))).rejects.toThrow(coded("blob-exists"));
      expect((await content("specimen01")).length).toBe(10);
      expect(await store.removeStale(soon())).toBe(0);
    });

    test("of two writers of one id, one wins and the other is refused", async () => {
      const writes = [1, 2, 3, 4].map((n) => store.write("specimen01", from(some(n))));
      const settled = await Promise.allSettled(writes);
      const won = settled.filter((write) => write.status === "fulfilled");
      expect(won.map((write) => write.value.bytes)).toEqual([(await content("specimen01")).length]);
      const lost = settled.filter((write) => write.status === "rejected").map((write) => write.reason.code);
      expect(lost).toEqual(["blob-exists", "blob-exists", "blob-exists"]);
    });

    test.each([
      "../../../etc/passwd",
      "a/bcdefgh",
      "short",
      "UPPERCASE",
      "with.dot",
      "",
      "x".repeat(65),
      "nul\0nulnul",
      "newline1\n",
    ])("refuses the id %j everywhere", async (id) => {
      await expect(store.write(id, from(some(1)))).rejects.toThrow(coded("blob-id-refused"));
      await expect(store.batch().write(id, from(some(1)))).rejects.toThrow(coded("blob-id-refused"));
      await expect(store.read(id)).rejects.toThrow(coded("blob-id-refused"));
      await expect(store.size(id)).rejects.toThrow(coded("blob-id-refused"));
      await expect(store.remove(id)).rejects.toThrow(coded("blob-id-refused"));
    });

    test.each(["error", "close"] as const)("a source that is cut (%s) leaves nothing", async (how) => {
      await expect(store.write("specimen01", cut(how))).rejects.toThrow(
        how === "error" ? "the line broke" : coded("ERR_STREAM_PREMATURE_CLOSE"),
      );
      await expectNothingKept("specimen01");
    });

    test("a removed blob is gone, and removing it again says there was none", async () => {
      await store.write("specimen01", from(some(10)));
      expect(await store.remove("specimen01")).toBe(true);
      expect(await store.remove("specimen01")).toBe(false);
      await expectNothingKept("specimen01");
    });

    test("a removal does not break a stream that runs", async () => {
      await store.write("specimen01", from(some(3_000_000)));
      const running = await store.read("specimen01");
      await store.remove("specimen01");
      expect((await buffer(running)).equals(some(3_000_000))).toBe(true);
    });

    test("lists what is there, with sizes and times", async () => {
      await store.write("specimen01", from(some(10)));
      await store.write("another_specimen", from(some(20)));
      const blobs = [];
      for await (const blob of store.list()) blobs.push(blob);
      expect(blobs.map(({ id, bytes }) => [id, bytes]).sort()).toEqual([
        ["another_specimen", 20],
        ["specimen01", 10],
      ]);
      for (const { modifiedAt } of blobs) expect(Math.abs(modifiedAt.getTime() - Date.now())).toBeLessThan(60_000);
    });

    test("a batch is there as a whole once committed, and not before", async () => {
      const batch = store.batch();
      expect(await batch.write("specimen01", from(some(10)))).toEqual({ bytes: 10 });
      await batch.write("specimen02", from(some(20)));
      expect(await listed()).toEqual([]);
      expect(await store.size("specimen01")).toBeUndefined();
      await batch.commit();
      await batch.abandon(); // nothing to do after a commit
      expect(await listed()).toEqual(["specimen01", "specimen02"]);
      expect(await store.removeStale(soon())).toBe(0);
      await expect(batch.write("specimen03", from(some(1)))).rejects.toThrow(coded("blob-write-lost"));
    });

    test("a batch with one id that exists, or one write that failed, keeps nothing", async () => {
      await store.write("specimen02", from(some(1)));
      const taken = store.batch();
      for (const id of ["specimen01", "specimen02", "specimen03"]) await taken.write(id, from(some(10)));
      await expect(taken.commit()).rejects.toThrow(coded("blob-exists"));
      expect(await listed()).toEqual(["specimen02"]);
      expect(await store.size("specimen02")).toBe(1);

      const failed = store.batch();
      await failed.write("specimen04", from(some(10)));
      await expect(failed.write("specimen04", from(some(10)))).rejects.toThrow(coded("blob-exists"));
      await expect(failed.write("specimen05", cut("error"))).rejects.toThrow("the line broke");
      await expect(failed.commit()).rejects.toThrow("the line broke");
      await expectNothingKept("specimen04");
    });

    test("abandoning stops writes that stall, and leaves nothing", async () => {
      const batch = store.batch();
      await batch.write("specimen01", from(some(10)));
      const stalled = new PassThrough();
      stalled.write(some(10));
      const write = expect(batch.write("specimen02", stalled)).rejects.toThrow(coded("blob-write-lost"));
      await batch.abandon();
      await write;
      expect(stalled.destroyed).toBe(true);
      await expect(batch.commit()).rejects.toThrow(coded("blob-write-lost"));
      await expectNothingKept("specimen01");
    });

    test("clears away only writes that began long ago; one of them cannot be committed after", async () => {
      const batch = store.batch();
      await batch.write("specimen01", from(some(10)));
      expect(await store.removeStale(new Date(Date.now() - 60_000))).toBe(0);
      expect(await store.removeStale(soon())).toBe(1);
      await expect(batch.commit()).rejects.toThrow(coded("blob-write-lost"));
      await expectNothingKept("specimen01");
    });

    test("says that it can be used, and stays as it was", async () => {
      await store.check();
      expect(await listed()).toEqual([]);
      expect(await store.removeStale(soon())).toBe(0);
    });
  });
}

/** What a store of about one megabyte promises when it is full. */
export function fullBlobStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  test(`a full blob store (${name}) says so, keeps nothing of the write, and works on once there is room`, async () => {
    const { store, dispose } = await open();
    try {
      await store.write("specimen01", from(some(300_000)));
      const source = Readable.from(Array.from({ length: 40 }, () => some(65_536)));
      await expect(store.write("specimen02", source)).rejects.toThrow(coded("storage-full"));
      expect(await store.size("specimen02")).toBeUndefined();
      expect(await store.removeStale(soon())).toBe(0);
      await store.check();
      await store.write("specimen03", from(some(300_000)));
      expect((await buffer(await store.read("specimen01"))).length).toBe(300_000);

      const batch = store.batch();
      await batch.write("specimen04", from(some(100_000)));
      await expect(batch.write("specimen05", from(some(2_000_000)))).rejects.toThrow(coded("storage-full"));
      await expect(batch.commit()).rejects.toThrow(coded("storage-full"));
      expect(await store.size("specimen04")).toBeUndefined();
    } finally {
      await dispose();
    }
  });
}
