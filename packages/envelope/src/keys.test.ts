import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fingerprint,
  newDataKey,
  openField,
  openJson,
  rootKeyWrapper,
  sealField,
  sealJson,
  unwrapDataKey,
  wrapDataKey,
} from "./index.ts";

const accountKey = newDataKey();
const coded = (code: string) => expect.objectContaining({ code });
const recordId = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
const binding = fc.record({ recordId, version: fc.nat() });

describe("a wrapped data key", () => {
  test("opens for its own record and for no other", () => {
    fc.assert(
      fc.property(binding, binding, (mine, other) => {
        const dataKey = newDataKey();
        const wrapped = wrapDataKey(accountKey, mine, dataKey);
        expect(wrapped.length).toBe(40);
        expect(unwrapDataKey(accountKey, mine, wrapped).equals(dataKey)).toBe(true);
        fc.pre(mine.recordId !== other.recordId || mine.version !== other.version);
        expect(() => unwrapDataKey(accountKey, other, wrapped)).toThrow(coded("wrong-key"));
      }),
    );
  });

  test("moved to the next version of the same record does not open", () => {
    const wrapped = wrapDataKey(accountKey, { recordId: "v_1", version: 1 }, newDataKey());
    expect(() => unwrapDataKey(accountKey, { recordId: "v_1", version: 2 }, wrapped)).toThrow(coded("wrong-key"));
    expect(() => unwrapDataKey(newDataKey(), { recordId: "v_1", version: 1 }, wrapped)).toThrow(coded("wrong-key"));
  });

  test("changed, cut or extended does not open", () => {
    const mine = { recordId: "v_1", version: 1 };
    const wrapped = wrapDataKey(accountKey, mine, newDataKey());
    for (let at = 0; at < wrapped.length; at++) {
      const forged = Buffer.from(wrapped);
      forged[at] = (forged[at] ?? 0) ^ 1;
      expect(() => unwrapDataKey(accountKey, mine, forged)).toThrow(coded("wrong-key"));
      expect(() => unwrapDataKey(accountKey, mine, wrapped.subarray(0, at))).toThrow(coded("wrong-key"));
    }
    expect(() => unwrapDataKey(accountKey, mine, Buffer.concat([wrapped, Buffer.alloc(8)]))).toThrow(
      coded("wrong-key"),
    );
  });

  test("is made of 32-byte keys and usable bindings only", () => {
    const mine = { recordId: "v_1", version: 1 };
    expect(() => wrapDataKey(accountKey, mine, Buffer.alloc(16))).toThrow(coded("key-length"));
    expect(() => wrapDataKey(Buffer.alloc(16), mine, newDataKey())).toThrow(coded("key-length"));
    for (const bad of [
      { recordId: "", version: 1 },
      { recordId: "a", version: -1 },
      { recordId: "a", version: 1.5 },
      { recordId: "\ud800", version: 1 },
    ]) {
      expect(() => wrapDataKey(accountKey, bad, newDataKey())).toThrow(coded("binding-refused"));
    }
  });
});

describe("a sealed field", () => {
  test("opens in its own place, under its own key, and nowhere else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), recordId, recordId, (bytes, place, elsewhere) => {
        const sealed = sealField(accountKey, place, bytes);
        expect(sealed.length).toBe(bytes.length + 41);
        expect(openField(accountKey, place, sealed).equals(bytes)).toBe(true);
        expect(() => openField(newDataKey(), place, sealed)).toThrow(coded("sealed-data-damaged"));
        fc.pre(place !== elsewhere);
        expect(() => openField(accountKey, elsewhere, sealed)).toThrow(coded("sealed-data-damaged"));
      }),
    );
  });

  test("changed in any bit or cut anywhere does not open", () => {
    const sealed = sealField(accountKey, "p", Buffer.from("SPECIMEN"));
    for (let at = 0; at < sealed.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const forged = Buffer.from(sealed);
        forged[at] = (forged[at] ?? 0) ^ (1 << bit);
        expect(() => openField(accountKey, "p", forged)).toThrow(coded("sealed-data-damaged"));
      }
      expect(() => openField(accountKey, "p", sealed.subarray(0, at))).toThrow();
    }
  });

  test("keeps JSON values, and refuses what JSON would drop in silence", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const opened = openJson(accountKey, "p", sealJson(accountKey, "p", value));
        expect(opened).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(() => sealJson(accountKey, "p", undefined)).toThrow(coded("value-not-json"));
    expect(() => sealJson(accountKey, "p", () => 1)).toThrow(coded("value-not-json"));
  });
});

test("a fingerprint is the same for the same bytes, and differs by account, domain and bytes", () => {
  const bytes = Buffer.from("SPECIMEN");
  const mine = fingerprint(accountKey, "file", bytes);
  expect(fingerprint(accountKey, "file", bytes).equals(mine)).toBe(true);
  const others = [
    fingerprint(newDataKey(), "file", bytes),
    fingerprint(accountKey, "mail", bytes),
    fingerprint(accountKey, "file", bytes.subarray(1)),
  ];
  for (const other of others) expect(other.equals(mine)).toBe(false);
});

describe("root keys", () => {
  const one = newDataKey();
  const two = newDataKey();
  const before = rootKeyWrapper(new Map([[1, one]]));
  const after = rootKeyWrapper(
    new Map([
      [1, one],
      [2, two],
    ]),
  );

  test("the newest wraps, all unwrap", async () => {
    const old = await before.wrapAccountKey("a_1", accountKey);
    const now = await after.wrapAccountKey("a_1", accountKey);
    expect([old.rootVersion, now.rootVersion]).toEqual([1, 2]);
    expect((await after.unwrapAccountKey("a_1", old)).equals(accountKey)).toBe(true);
    expect((await after.unwrapAccountKey("a_1", now)).equals(accountKey)).toBe(true);
    await expect(before.unwrapAccountKey("a_1", now)).rejects.toThrow(coded("root-key-unknown"));
  });

  test("an account key moved to another account, or to another root version, does not open", async () => {
    const wrapped = await after.wrapAccountKey("a_1", accountKey);
    await expect(after.unwrapAccountKey("a_2", wrapped)).rejects.toThrow(coded("wrong-key"));
    await expect(after.unwrapAccountKey("a_1", { ...wrapped, rootVersion: 1 })).rejects.toThrow(coded("wrong-key"));
  });

  test("derived secrets and the check value survive a rotation, and differ by label, database and root key", async () => {
    const other = rootKeyWrapper(new Map([[1, two]]));
    expect((await after.deriveSecret("sign-in")).equals(await before.deriveSecret("sign-in"))).toBe(true);
    expect((await after.deriveSecret("pseudonyms")).equals(await after.deriveSecret("sign-in"))).toBe(false);
    expect((await other.deriveSecret("sign-in")).equals(await before.deriveSecret("sign-in"))).toBe(false);
    expect(await after.checkValue("d_1")).toBe(await before.checkValue("d_1"));
    expect(await after.checkValue("d_2")).not.toBe(await after.checkValue("d_1"));
    expect(await other.checkValue("d_1")).not.toBe(await after.checkValue("d_1"));
  });

  test("a ring without version 1, or with a short key, is refused at once", () => {
    expect(() => rootKeyWrapper(new Map([[2, two]]))).toThrow(coded("root-key-unknown"));
    expect(() => rootKeyWrapper(new Map())).toThrow(coded("root-key-unknown"));
    expect(() => rootKeyWrapper(new Map([[1, one.subarray(1)]]))).toThrow(coded("key-length"));
  });

  test("a data key wrapped with an account key never opens as an account key", async () => {
    const sameBytes = rootKeyWrapper(new Map([[1, accountKey]]));
    const wrapped = wrapDataKey(accountKey, { recordId: "a_1", version: 1 }, newDataKey());
    await expect(sameBytes.unwrapAccountKey("a_1", { rootVersion: 1, wrapped })).rejects.toThrow(coded("wrong-key"));
  });
});
