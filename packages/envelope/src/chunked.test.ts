import { once } from "node:events";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blobContext,
  newDataKey,
  openBytes,
  openStream,
  plainSize,
  sealBytes,
  sealedSize,
  sealStream,
} from "./index.ts";
import { pattern } from "./specimens.ts";

const CHUNK = 16 * 1024;
const SEALED_CHUNK = CHUNK + 16;
const HEADER = 56;
const key = newDataKey();
const context = blobContext("specimen-blob");
const o = { key, context };

const borders = [0, 1, 2, 3].flatMap((chunks) => [-17, -16, -1, 0, 1, 16, 17].map((by) => chunks * CHUNK + by));
const sizes = borders.filter((size) => size >= 0);
const anySize = fc.oneof(fc.constantFrom(...sizes), fc.nat({ max: 3 * CHUNK + 100 }));

/** Any way of cutting bytes into writes, empty ones included. */
function portions(bytes: Buffer, cuts: number[]): Buffer[] {
  const at = [0, ...cuts.map((cut) => Math.floor(cut * bytes.length)).sort((a, b) => a - b), bytes.length];
  return at.slice(1).map((end, i) => bytes.subarray(at[i], end));
}
const anyCuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

/** What comes out of an opening stream before it ends or fails, and how it failed. */
async function open(
  sealed: Buffer,
  cuts: number[] = [],
  options = o,
): Promise<{ out: Buffer; code: string | undefined }> {
  const stream = openStream(options);
  const out: Buffer[] = [];
  stream.on("data", (bytes: Buffer) => out.push(bytes));
  const closed = new Promise<void>((resolve) => stream.once("close", () => resolve()));
  let code: string | undefined;
  stream.on("error", (error: Error & { code?: string }) => {
    code = error.code;
  });
  Readable.from(portions(sealed, cuts))
    .on("error", () => {})
    .pipe(stream);
  await closed;
  return { out: Buffer.concat(out), code };
}

/** Whatever was changed in or behind sealed byte `at`, nothing of its chunk and nothing later may leave. */
function mostThatMayLeave(at: number): number {
  return at < HEADER ? 0 : Math.floor((at - HEADER) / SEALED_CHUNK) * CHUNK;
}

async function expectRefused(plain: Buffer, forged: Buffer, firstChanged: number, cuts: number[]): Promise<void> {
  const { out, code } = await open(forged, cuts);
  expect(["wrong-key", "sealed-data-damaged", "sealed-data-cut"]).toContain(code);
  expect(out.length).toBeLessThanOrEqual(mostThatMayLeave(firstChanged));
  expect(out.equals(plain.subarray(0, out.length))).toBe(true);
  expect(() => openBytes(o, forged)).toThrow();
}

describe("round trip", () => {
  test.each(sizes)("%i bytes come back whole, and the sealed size is the one foretold", (size) => {
    const plain = pattern(size);
    const sealed = sealBytes(o, plain);
    expect(sealed.length).toBe(sealedSize(size));
    expect(plainSize(sealed.length)).toBe(size);
    expect(openBytes(o, sealed).equals(plain)).toBe(true);
  });

  test("however writes are cut, streams give what whole buffers give", async () => {
    await fc.assert(
      fc.asyncProperty(anySize, anyCuts, anyCuts, async (size, writeCuts, readCuts) => {
        const plain = pattern(size);
        const salt = Buffer.alloc(24, 9);
        const sealed = await buffer(Readable.from(portions(plain, writeCuts)).pipe(sealStream({ ...o, salt })));
        expect(sealed.equals(sealBytes({ ...o, salt }, plain))).toBe(true);
        expect((await open(sealed, readCuts)).out.equals(plain)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  test("one byte at a time works too", async () => {
    const plain = pattern(CHUNK + 3);
    const sealer = sealStream(o);
    const sealed = buffer(sealer);
    for (const byte of plain) if (!sealer.write(Uint8Array.of(byte))) await once(sealer, "drain");
    sealer.end();
    expect(openBytes(o, await sealed).equals(plain)).toBe(true);
  });

  test("the same message sealed twice looks different", () => {
    expect(sealBytes(o, pattern(10)).equals(sealBytes(o, pattern(10)))).toBe(false);
  });

  test("a caller may zero its key as soon as the stream is made", async () => {
    const lent = Uint8Array.from(key);
    const sealer = sealStream({ key: lent, context });
    lent.fill(0);
    sealer.end(pattern(100));
    expect(openBytes(o, await buffer(sealer)).equals(pattern(100))).toBe(true);
  });
});

describe("refused before a byte of the chunk leaves", () => {
  test("any flipped bit", async () => {
    await fc.assert(
      fc.asyncProperty(
        anySize,
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        fc.nat({ max: 7 }),
        anyCuts,
        async (size, where, bit, cuts) => {
          const plain = pattern(size);
          const forged = sealBytes(o, plain);
          const at = Math.floor(where * forged.length);
          forged[at] = (forged[at] ?? 0) ^ (1 << bit);
          await expectRefused(plain, forged, at, cuts);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("any cut, at chunk borders too", async () => {
    const atBorder = fc.nat({ max: 3 }).map((chunks) => HEADER + chunks * SEALED_CHUNK);
    const cutAt = fc.oneof(atBorder, fc.nat({ max: HEADER + 3 * SEALED_CHUNK + 20 }));
    await fc.assert(
      fc.asyncProperty(anySize, cutAt, anyCuts, async (size, cut, cuts) => {
        const plain = pattern(size);
        const sealed = sealBytes(o, plain);
        fc.pre(cut < sealed.length);
        const whole = Math.floor(Math.max(0, cut - HEADER) / SEALED_CHUNK) * SEALED_CHUNK + HEADER;
        await expectRefused(plain, sealed.subarray(0, cut), cut < HEADER ? cut : whole, cuts);
      }),
      { numRuns: 150 },
    );
  });

  test("any extension", async () => {
    await fc.assert(
      fc.asyncProperty(
        anySize,
        fc.uint8Array({ minLength: 1, maxLength: CHUNK + 40 }),
        anyCuts,
        async (size, more, cuts) => {
          const plain = pattern(size);
          const sealed = sealBytes(o, plain);
          const lastChunk = HEADER + Math.floor(size / CHUNK) * SEALED_CHUNK;
          await expectRefused(plain, Buffer.concat([sealed, more]), lastChunk, cuts);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("chunks swapped, repeated or left out", async () => {
    const plain = pattern(4 * CHUNK + 5);
    const sealed = sealBytes(o, plain);
    const header = sealed.subarray(0, HEADER);
    const chunk = [0, 1, 2, 3, 4].map((i) =>
      sealed.subarray(HEADER + i * SEALED_CHUNK, HEADER + (i + 1) * SEALED_CHUNK),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 4 }), { maxLength: 6 }), anyCuts, async (order, cuts) => {
        const firstWrong = order.findIndex((i, at) => i !== at);
        const intact = firstWrong === -1 ? order.length : firstWrong;
        fc.pre(order.join() !== "0,1,2,3,4");
        const forged = Buffer.concat([header, ...order.map((i) => chunk[i] ?? Buffer.alloc(0))]);
        await expectRefused(plain, forged, HEADER + intact * SEALED_CHUNK, cuts);
      }),
      { numRuns: 80 },
    );
  });

  test("a chunk of another message under the same key", async () => {
    const plain = pattern(2 * CHUNK);
    const sealed = sealBytes(o, plain);
    const other = sealBytes(o, plain);
    other.copy(sealed, HEADER + SEALED_CHUNK, HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK);
    await expectRefused(plain, sealed, HEADER + SEALED_CHUNK, []);
  });

  test.each([
    ["another key", { key: newDataKey(), context }],
    ["another blob id", { key, context: blobContext("specimen-blob2") }],
    ["no context", { key, context: new Uint8Array(0) }],
  ])("%s, before the first byte", async (_, options) => {
    const { out, code } = await open(sealBytes(o, pattern(50_000)), [], options);
    expect(code).toBe("wrong-key");
    expect(out.length).toBe(0);
  });

  test("nothing at all is no message", async () => {
    expect((await open(Buffer.alloc(0))).code).toBe("sealed-data-cut");
  });
});

describe("sizes", () => {
  test("sizes that only a cut file has are named", () => {
    for (const size of [0, 55, 56, 71, HEADER + SEALED_CHUNK, HEADER + SEALED_CHUNK + 15]) {
      expect(() => plainSize(size)).toThrow(expect.objectContaining({ code: "sealed-data-cut" }));
    }
  });

  test("what is no size, or more than 4 PiB, is refused", () => {
    for (const size of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 52]) {
      expect(() => sealedSize(size)).toThrow(expect.objectContaining({ code: "size-impossible" }));
    }
    expect(plainSize(sealedSize(2 ** 52 - 1))).toBe(2 ** 52 - 1);
    expect(() => plainSize(sealedSize(2 ** 52 - 1) + 1)).toThrow();
  });

  test("keys and salts of another length are refused", () => {
    expect(() => sealBytes({ key: key.subarray(1), context }, pattern(1))).toThrow(
      expect.objectContaining({ code: "key-length" }),
    );
    expect(() => sealBytes({ ...o, salt: Buffer.alloc(23) }, pattern(1))).toThrow(
      expect.objectContaining({ code: "key-length" }),
    );
  });
});
