import { describe, expect, it } from "vitest";
import { makePasswords } from "./passwords.ts";

const cheap = { log2N: 4, r: 8, p: 1 };

describe("password hashes", () => {
  const passwords = makePasswords(cheap);

  it("take the right password and no other, however its letters are composed", async () => {
    const hash = await passwords.hash("a café by the sea");
    expect(await passwords.verify(hash, "a cafe\u0301 by the sea")).toBe(true);
    expect(await passwords.verify(hash, "a cafe by the sea")).toBe(false);
  });

  it("of the same password are never the same twice", async () => {
    expect(await passwords.hash("twelve letters")).not.toBe(await passwords.hash("twelve letters"));
  });

  it("that are not ours open nothing", async () => {
    for (const hash of ["", "x", "scrypt$4$8$1$short$short", "scrypt$99$8$1$aaaaaaaaaaaaaaaaaaaaaa$"]) {
      expect(await passwords.verify(hash, "")).toBe(false);
    }
  });

  it("cost what OWASP asks for by default: scrypt N=2^15, r=8, p=3", async () => {
    expect(await makePasswords().hash("twelve letters")).toMatch(/^scrypt\$15\$8\$3\$/);
  });

  it("a flood is refused with what to do instead of piling up", async () => {
    const tries = Array.from({ length: 200 }, () => passwords.verifyNothing("twelve letters"));
    const results = await Promise.allSettled(tries);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.length).toBeGreaterThan(100);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "unavailable", retryAfter: 5 });
    expect(await passwords.verifyNothing("afterwards it goes on")).toBe(false);
  });
});
