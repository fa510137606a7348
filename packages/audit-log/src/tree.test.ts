import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appendLeaves, EMPTY_EDGE, readEdge, rootOfEdge } from "./append.ts";
import { toHex } from "./bytes.ts";
import { leafHash } from "./commitment.ts";
import { verifyConsistency } from "./consistency.ts";
import { verifyInclusion } from "./inclusion.ts";
import { EMPTY_ROOT, rootOf } from "./merkle.ts";
import { rootFromMultiproof } from "./multiproof.ts";
import { buildMultiproof, proveConsistency, proveInclusion, proveInclusions } from "./prove.ts";
import { TilesInMemory } from "./testing/tiles-in-memory.ts";
import { rootFromTiles } from "./tile-hashes.ts";

const vectors = JSON.parse(
  readFileSync(new URL("../../../tests/vectors/audit-log/rfc6962.json", import.meta.url), "utf8"),
);
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const knownLeaves: Uint8Array[] = vectors.leaves.map((leaf: string) => leafHash(bytes(leaf)));

const leaves = Array.from({ length: 700 }, (_, i) => leafHash(Uint8Array.of(i % 256, i >> 8)));

describe("known trees of RFC 6962", () => {
  test("roots are those of the reference tests", () => {
    expect(toHex(EMPTY_ROOT)).toBe(vectors.emptyRoot);
    for (let n = 1; n <= 8; n++) expect(toHex(rootOf(knownLeaves.slice(0, n)))).toBe(vectors.roots[n - 1]);
  });

  test("proofs made from tiles are those of the reference tests", async () => {
    const log = new TilesInMemory();
    log.append(knownLeaves);
    for (const { index, size, proof } of vectors.inclusion) {
      expect((await proveInclusion(log.read, index, size)).map(toHex)).toEqual(proof);
    }
    for (const { oldSize, size, proof } of vectors.consistency) {
      expect((await proveConsistency(log.read, oldSize, size)).map(toHex)).toEqual(proof);
    }
  });
});

describe("a growing log", () => {
  test("every size to 700 has the root of all its leaves, however the leaves were batched", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 }), (batches) => {
        let edge = EMPTY_EDGE;
        for (const batch of batches) {
          const grown = appendLeaves(edge, leaves.slice(edge.size, edge.size + batch));
          expect(grown.root).toEqual(rootOf(leaves.slice(0, grown.size)));
          edge = grown.edge;
        }
      }),
      { numRuns: 30 },
    );
  });

  test("one leaf at a time leaves every partial tile, and the edge reads back from them at every size", async () => {
    const log = new TilesInMemory();
    const roots = [EMPTY_ROOT];
    for (const leaf of leaves) {
      log.append([leaf]);
      roots.push(log.root);
    }
    for (let size = 0; size <= 700; size++) {
      expect(rootOfEdge(await readEdge(log.read, size))).toEqual(roots[size]);
      if (size % 7 === 0) expect(await rootFromTiles(log.read, size)).toEqual(roots[size]);
    }
  });

  test("a write that failed changed nothing: the edge before is still the edge before", () => {
    const first = appendLeaves(EMPTY_EDGE, leaves.slice(0, 300));
    const copy = structuredClone(first.edge);
    appendLeaves(first.edge, leaves.slice(300, 600));
    expect(first.edge).toEqual(copy);
  });
});

async function logOf(size: number): Promise<TilesInMemory> {
  const log = new TilesInMemory();
  log.append(leaves.slice(0, size));
  return log;
}

describe("proofs", () => {
  test("every leaf of every kind of size is proven, and no other leaf, index or size is", async () => {
    for (const size of [1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 600]) {
      const log = await logOf(size);
      const proofs = await proveInclusions(
        log.read,
        Array.from({ length: size }, (_, i) => i),
        size,
      );
      proofs.forEach((proof, index) => {
        const leaf = leaves[index] ?? new Uint8Array();
        const claim = { leafHash: leaf, index, size, proof, root: log.root };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false);
        expect(verifyInclusion({ ...claim, leafHash: leaves[index + 1] ?? new Uint8Array(32) })).toBe(false);
        if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...proof, log.root] })).toBe(false);
      });
    }
  });

  test("every older size is proven to be a beginning, and a changed beginning is not", async () => {
    for (const size of [1, 2, 5, 8, 255, 256, 257, 300]) {
      const log = await logOf(size);
      for (let oldSize = 0; oldSize <= size; oldSize++) {
        const proof = await proveConsistency(log.read, oldSize, size);
        const oldRoot = rootOf(leaves.slice(0, oldSize));
        const claim = { oldSize, oldRoot, size, root: log.root, proof };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, oldRoot: leaves[699] ?? oldRoot })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...proof, log.root] })).toBe(false);
        if (oldSize > 0 && oldSize < size) expect(verifyConsistency({ ...claim, root: oldRoot })).toBe(false);
      }
    }
  });

  test("hostile numbers are refused without an error", () => {
    const leaf = leaves[0] ?? new Uint8Array();
    for (const bad of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 2 ** 60]) {
      expect(verifyInclusion({ leafHash: leaf, index: bad, size: 9, proof: [], root: leaf })).toBe(false);
      expect(verifyInclusion({ leafHash: leaf, index: 0, size: bad, proof: [], root: leaf })).toBe(false);
      expect(verifyConsistency({ oldSize: bad, oldRoot: leaf, size: 9, root: leaf, proof: [] })).toBe(false);
      expect(verifyConsistency({ oldSize: 1, oldRoot: leaf, size: bad, root: leaf, proof: [leaf] })).toBe(false);
      expect(rootFromMultiproof({ size: bad, indices: [0], leafHashes: leaf, hashes: leaf })).toBeUndefined();
      expect(rootFromMultiproof({ size: 9, indices: [bad], leafHashes: leaf, hashes: leaf })).toBeUndefined();
    }
  });

  test("many leaves are proven by one proof; a changed, missing or extra hash is found", async () => {
    const log = await logOf(600);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 600 }),
        fc.uniqueArray(fc.nat({ max: 599 }), { maxLength: 80 }),
        fc.nat(),
        async (size, chosen, salt) => {
          const indices = chosen.filter((index) => index < size).sort((a, b) => a - b);
          const sized = size === 600 ? log : await logOf(size);
          const hashes = await buildMultiproof(sized.read, size, indices);
          const leafHashes = new Uint8Array(indices.length * 32);
          indices.forEach((index, at) => {
            leafHashes.set(leaves[index] ?? [], at * 32);
          });
          const proof = { size, indices, leafHashes, hashes };
          expect(rootFromMultiproof(proof)).toEqual(sized.root);
          expect(rootFromMultiproof({ ...proof, hashes: new Uint8Array(hashes.length + 32) })).toBeUndefined();
          if (hashes.length > 0) {
            expect(rootFromMultiproof({ ...proof, hashes: hashes.slice(32) })).toBeUndefined();
            const flipped = hashes.slice();
            flipped[salt % flipped.length] = (flipped[salt % flipped.length] ?? 0) ^ 1;
            expect(rootFromMultiproof({ ...proof, hashes: flipped })).not.toEqual(sized.root);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("remembered middle rows give the same hashes and spare reading the tiles", async () => {
    const log = await logOf(600);
    const rows = new Map<string, Uint8Array>();
    const middleRows = {
      get: (level: number, index: number) => rows.get(`${level}/${index}`),
      set: (level: number, index: number, row: Uint8Array) => void rows.set(`${level}/${index}`, row),
    };
    const plain = await buildMultiproof(log.read, 600, [3, 300, 599]);
    expect(await buildMultiproof(log.read, 600, [3, 300, 599], { middleRows })).toEqual(plain);
    expect(await buildMultiproof(log.read, 600, [3, 300, 599], { middleRows })).toEqual(plain);
    expect([...rows.keys()].sort()).toEqual(["0/0", "0/1"]);
    expect([...rows.values()].every((row) => row.length === 512)).toBe(true);
  });
});
