import { randomBytes } from "node:crypto";
import { type KeyWrapper, rootKeyWrapper, type WrappedAccountKey } from "@locum-passport/envelope";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type AccountKeys, createAccountKeys } from "./account-keys.ts";

const root = rootKeyWrapper(new Map([[1, randomBytes(32)]]));
const coded = (code: string) => expect.objectContaining({ code });

describe("account keys", () => {
  let handedOut: Buffer[];
  let wrapper: KeyWrapper;
  let keys: AccountKeys;
  const key = randomBytes(32);
  const wrap = (accountId: string, accountKey = key) => root.wrapAccountKey(accountId, accountKey);
  const zeroed = (buffer: Buffer | undefined) => buffer?.every((byte) => byte === 0);

  beforeEach(() => {
    vi.useFakeTimers();
    handedOut = [];
    wrapper = {
      ...root,
      async unwrapAccountKey(accountId, wrapped) {
        const unwrapped = await root.unwrapAccountKey(accountId, wrapped);
        handedOut.push(unwrapped);
        return unwrapped;
      },
    };
    keys = createAccountKeys(wrapper, { max: 2, ttlMs: 1000, now: () => new Date() });
  });
  afterEach(() => {
    keys.clear();
    vi.useRealTimers();
  });

  test("are unwrapped once for many askers, and each gets a copy of its own", async () => {
    const wrapped = await wrap("a_1");
    const [one, two] = await Promise.all([keys.get("a_1", wrapped), keys.get("a_1", wrapped)]);
    expect(handedOut.length).toBe(1);
    one?.fill(0);
    expect(two?.equals(key)).toBe(true);
    expect((await keys.get("a_1", wrapped)).equals(key)).toBe(true);
    expect(handedOut.length).toBe(1);
  });

  test("are zeroed when their time is over, also when nobody asks any more", async () => {
    const mine = await keys.get("a_1", await wrap("a_1"));
    await vi.advanceTimersByTimeAsync(999);
    expect(zeroed(handedOut[0])).toBe(false);
    await vi.advanceTimersByTimeAsync(1002);
    expect(zeroed(handedOut[0])).toBe(true);
    expect(mine.equals(key)).toBe(true);
  });

  test("are unwrapped again after their time, though used all along", async () => {
    const wrapped = await wrap("a_1");
    for (let n = 0; n < 4; n++) {
      await keys.get("a_1", wrapped);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(handedOut.length).toBe(2);
  });

  test("are never more than the bound; the oldest is zeroed", async () => {
    for (const id of ["a_1", "a_2", "a_3"]) await keys.get(id, await wrap(id));
    expect(handedOut.map(zeroed)).toEqual([true, false, false]);
    await keys.get("a_2", await wrap("a_2"));
    expect(handedOut.length).toBe(3);
  });

  test("forgotten are zeroed, and who asked before still gets the key, never zeros", async () => {
    const wrapped = await wrap("a_1");
    const asked = keys.get("a_1", wrapped);
    keys.forget("a_1");
    expect((await asked).equals(key)).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(zeroed(handedOut[0])).toBe(true);
    expect((await keys.get("a_1", wrapped)).equals(key)).toBe(true);
    keys.clear();
    await vi.advanceTimersByTimeAsync(0);
    expect(handedOut.map(zeroed)).toEqual([true, true]);
  });

  test("more askers than places at one moment all get their own key", async () => {
    const asked = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const own = randomBytes(32);
        const got = await keys.get(`a_${n}`, await wrap(`a_${n}`, own));
        return got.equals(own);
      }),
    );
    expect(asked.every(Boolean)).toBe(true);
  });

  test("wrapped again or replaced are not answered from the cache", async () => {
    await keys.get("a_1", await wrap("a_1"));
    const replaced = randomBytes(32);
    expect((await keys.get("a_1", await wrap("a_1", replaced))).equals(replaced)).toBe(true);
  });

  test("that do not unwrap are refused each time and never kept", async () => {
    const foreign: WrappedAccountKey = await wrap("a_2");
    await expect(keys.get("a_1", foreign)).rejects.toThrow(coded("wrong-key"));
    await expect(keys.get("a_1", foreign)).rejects.toThrow(coded("wrong-key"));
    expect((await keys.get("a_1", await wrap("a_1"))).equals(key)).toBe(true);
  });
});
