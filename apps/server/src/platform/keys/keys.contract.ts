import { type KeyWrapper, newDataKey } from "@locum-passport/envelope";
import { describe, expect, test } from "vitest";

const coded = (code: string) => expect.objectContaining({ code });

/** What every key wrapper promises, wherever its root key is kept. `open` gives the same root key each time, `other` another. */
export function keyWrapperContract(
  name: string,
  open: () => Promise<KeyWrapper>,
  other: () => Promise<KeyWrapper>,
): void {
  describe(`a key wrapper (${name})`, () => {
    test("opens after a restart what it wrapped before, for the same account only", async () => {
      const accountKey = newDataKey();
      const wrapped = await (await open()).wrapAccountKey("a_specimen", accountKey);
      const restarted = await open();
      expect(wrapped.rootVersion).toBe(restarted.currentVersion);
      expect(wrapped.wrapped.includes(accountKey)).toBe(false);
      expect((await restarted.unwrapAccountKey("a_specimen", wrapped)).equals(accountKey)).toBe(true);
      await expect(restarted.unwrapAccountKey("a_other", wrapped)).rejects.toThrow(coded("wrong-key"));
    });

    test("opens nothing that another root key wrapped, and its check value says so first", async () => {
      const [mine, foreign] = [await open(), await other()];
      const wrapped = await mine.wrapAccountKey("a_specimen", newDataKey());
      await expect(foreign.unwrapAccountKey("a_specimen", wrapped)).rejects.toThrow(coded("wrong-key"));
      expect(await foreign.checkValue("d_specimen")).not.toBe(await mine.checkValue("d_specimen"));
      expect(await (await open()).checkValue("d_specimen")).toBe(await mine.checkValue("d_specimen"));
    });

    test("derives the same 32-byte secret after a restart, another for another label", async () => {
      const secret = await (await open()).deriveSecret("sign-in");
      expect(secret.length).toBe(32);
      expect((await (await open()).deriveSecret("sign-in")).equals(secret)).toBe(true);
      expect((await (await open()).deriveSecret("pseudonyms")).equals(secret)).toBe(false);
    });
  });
}
