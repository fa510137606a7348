import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nonces } from "./chunk-cipher.ts";
import { expand, secretKey } from "./expand.ts";
import { sealFieldWith } from "./fields.ts";
import {
  blobContext,
  fingerprint,
  openBytes,
  openField,
  rootKeyWrapper,
  sealBytes,
  unwrapDataKey,
  wrapDataKey,
} from "./index.ts";
import { opening, passWhole, sealing } from "./message.ts";
import { pattern } from "./specimens.ts";
import { unwrapPadded, wrapPadded } from "./wrapping.ts";

const hex = (text: string) => Buffer.from(text, "hex");
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../tests/vectors/envelope/${name}`, import.meta.url), "utf8"));

describe("outside vectors", () => {
  test("HKDF-Expand gives the output of RFC 5869 appendix A.1", () => {
    const prk = secretKey(hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
    expect(expand(prk, hex("f0f1f2f3f4f5f6f7f8f9"), 42).toString("hex")).toBe(
      "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    );
  });

  test.each([
    ["c37b7e6492584340bed12207808941155068f738", "138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a"],
    ["466f7250617369", "afbeb0f07dfbf5419200f2ccb50bb24f"],
  ])("key wrapping with padding gives RFC 5649 section 6: %s", (key, wrapped) => {
    const kek = hex("5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8");
    expect(wrapPadded(kek, hex(key)).toString("hex")).toBe(wrapped);
    expect(unwrapPadded(kek, hex(wrapped)).toString("hex")).toBe(key);
  });

  // The same three known answers are kept by pyca/cryptography, whose chunked encryption uses AES-128-GCM.
  test.each([
    ["", "", "75e15016f9c6148f4187e0d5a8bae956547f6cdb0bbe186893f89be78b2eb99e24b59214be2555c6be3d9c47e69bb360"],
    [
      "hello world",
      "",
      "75e15016f9c6148f4187e0d5a8bae956547f6cdb0bbe186893f89be78b2eb99e6d10d8998e07bb7c7af28058b509d8f318f3997000a8fbc9b3b1b1",
    ],
    [
      "hello world",
      "context",
      "711dfd6fbb3120e7395b4789dab0ceeb762130ac47db988d757715173d00543a48b27223e04af784859ccd37e9a68020556e4e0e12b66b3fe91241",
    ],
  ])("chunked encryption agrees with another implementation: %j in %j", (message, context, afterSalt) => {
    const aead = { name: "AEAD_AES_128_GCM", cipher: "aes-128-gcm", keyBytes: 16 } as const;
    const key = secretKey(
      Uint8Array.from({ length: 16 }, (_, i) => i),
      16,
    );
    const salt = Uint8Array.from({ length: 24 }, (_, i) => 100 + i);
    const sealed = Buffer.concat([salt, hex(afterSalt)]);
    expect(passWhole(sealing(aead, key, salt, Buffer.from(context)), Buffer.from(message))).toEqual(sealed);
    expect(passWhole(opening(aead, key, Buffer.from(context)), sealed).toString()).toBe(message);
  });

  test("nonces are the base XOR the chunk number over all of its 38 bits, and end there", () => {
    const base = hex("f0e1d2c3b4a5968778695a4b");
    for (const chunk of [0, 1, 255, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 5, 2 ** 38 - 1]) {
      const expected = (BigInt(`0x${base.toString("hex")}`) ^ BigInt(chunk)).toString(16).padStart(24, "0");
      expect(nonces(base, chunk)().toString("hex")).toBe(expected);
    }
    const last = nonces(base, 2 ** 38 - 1);
    last();
    expect(last).toThrow(expect.objectContaining({ code: "size-impossible" }));
  });
});

describe("frozen formats", () => {
  interface Chunked {
    key: string;
    salt: string;
    messages: { blobId: string; plainBytes: number; sealedBytes: number; sealedSha256: string; sealed?: string }[];
  }
  const chunked = read<Chunked>("chunked-v1.json");

  test.each(chunked.messages)("a blob of $plainBytes bytes is sealed as ever", (vector) => {
    const key = hex(chunked.key);
    const context = blobContext(vector.blobId);
    const sealed = sealBytes({ key, context, salt: hex(chunked.salt) }, pattern(vector.plainBytes));
    expect(sealed.length).toBe(vector.sealedBytes);
    expect(createHash("sha256").update(sealed).digest("hex")).toBe(vector.sealedSha256);
    if (vector.sealed !== undefined) expect(sealed.toString("hex")).toBe(vector.sealed);
    expect(openBytes({ key, context }, sealed).equals(pattern(vector.plainBytes))).toBe(true);
  });

  test("data keys are wrapped as ever", () => {
    const vectors = read<{
      accountKey: string;
      dataKey: string;
      records: { recordId: string; version: number; wrapped: string }[];
    }>("wrap-v1.json");
    for (const { wrapped, ...binding } of vectors.records) {
      expect(wrapDataKey(hex(vectors.accountKey), binding, hex(vectors.dataKey)).toString("hex")).toBe(wrapped);
      expect(unwrapDataKey(hex(vectors.accountKey), binding, hex(wrapped)).toString("hex")).toBe(vectors.dataKey);
    }
  });

  test("small values are sealed, and fingerprints made, as ever", () => {
    const vectors = read<{
      accountKey: string;
      salt: string;
      fields: { place: string; value: string; sealed: string }[];
      fingerprint: { domain: string; bytes: string; digest: string };
    }>("field-v1.json");
    const key = hex(vectors.accountKey);
    for (const { place, value, sealed } of vectors.fields) {
      expect(sealFieldWith(hex(vectors.salt), key, place, Buffer.from(value)).toString("hex")).toBe(sealed);
      expect(openField(key, place, hex(sealed)).toString()).toBe(value);
    }
    const { domain, bytes, digest } = vectors.fingerprint;
    expect(fingerprint(key, domain, hex(bytes)).toString("hex")).toBe(digest);
  });

  test("account keys, derived secrets and the check value come from the root keys as ever", async () => {
    const vectors = read<{
      roots: Record<string, string>;
      accountKey: string;
      accounts: { rootVersion: number; accountId: string; wrapped: string }[];
      secrets: { label: string; secret: string }[];
      check: { databaseId: string; value: string };
    }>("root-v1.json");
    const roots = new Map(Object.entries(vectors.roots).map(([version, key]) => [Number(version), hex(key)]));
    const wrapper = rootKeyWrapper(roots);
    for (const { accountId, rootVersion, wrapped } of vectors.accounts) {
      const key = await wrapper.unwrapAccountKey(accountId, { rootVersion, wrapped: hex(wrapped) });
      expect(key.toString("hex")).toBe(vectors.accountKey);
    }
    const newest = vectors.accounts.find((account) => account.rootVersion === wrapper.currentVersion);
    expect((await wrapper.wrapAccountKey("a_specimen0001", hex(vectors.accountKey))).wrapped.toString("hex")).toBe(
      newest?.wrapped,
    );
    for (const { label, secret } of vectors.secrets) {
      expect((await wrapper.deriveSecret(label)).toString("hex")).toBe(secret);
    }
    expect(await wrapper.checkValue(vectors.check.databaseId)).toBe(vectors.check.value);
  });
});
