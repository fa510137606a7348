import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { keyWrapperContract } from "./keys.contract.ts";
import { rootKeysFromEnvironment } from "./root-key-environment.ts";
import { openRootKeyFile } from "./root-key-file.ts";

const folder = mkdtempSync(join(tmpdir(), "root keys "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = async (name: string) => (await openRootKeyFile({ path: join(folder, name), create: true })).keys;
const coded = (code: string) => expect.objectContaining({ code });

const key = randomBytes(32);
const base64url = key.toString("base64url");
const another = randomBytes(32).toString("base64");
keyWrapperContract(
  "file",
  () => file("one.key"),
  () => file("two.key"),
);
keyWrapperContract(
  "environment",
  async () => rootKeysFromEnvironment(base64url),
  async () => rootKeysFromEnvironment(another),
);

describe("ROOT_KEY", () => {
  test("plain base64, base64url and a v1: line are one and the same key", async () => {
    const forms = [base64url, key.toString("base64"), ` ${base64url}=\n`, `v1:${base64url}`, `v1:${base64url}\r\n`];
    const checks = await Promise.all(forms.map((form) => rootKeysFromEnvironment(form).checkValue("d_specimen")));
    expect(new Set(checks).size).toBe(1);
  });

  test("several versions may stand apart by line ends, spaces or commas; the newest wraps", () => {
    const two = randomBytes(32).toString("base64url");
    for (const between of ["\n", " ", ",", ", "]) {
      expect(rootKeysFromEnvironment(`v1:${base64url}${between}v2:${two}`).currentVersion).toBe(2);
    }
  });

  test.each([
    ["nothing", ""],
    ["a password", "correct horse battery staple"],
    ["31 bytes", randomBytes(31).toString("base64")],
    ["33 bytes", randomBytes(33).toString("base64")],
    ["a letter that is none of base64url", `v1:${base64url.slice(0, -1)}!`],
    ["loose bits at the end", `v1:${"A".repeat(42)}B`],
    ["no version 1", `v2:${base64url}`],
    ["version 0", `v0:${base64url}`],
    ["a version twice", `v1:${base64url},v1:${base64url}`],
  ])("%s is refused, without quoting it", (_, text) => {
    expect(() => rootKeysFromEnvironment(text)).toThrow(coded("root-key-unreadable"));
    try {
      rootKeysFromEnvironment(text);
    } catch (error) {
      if (text.length > 0) expect(String(error)).not.toContain(text.slice(3, 20));
    }
  });
});
