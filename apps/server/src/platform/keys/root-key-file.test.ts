import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openRootKeyFile } from "./root-key-file.ts";

const scratch = mkdtempSync(join(tmpdir(), "root-key-file-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const coded = (code: string) => expect.objectContaining({ code });
const place = (name: string) => join(scratch, name, "keys", "root.key");
const written = (name: string, text: string, mode = 0o600) => {
  mkdirSync(dirname(place(name)), { recursive: true });
  writeFileSync(place(name), text);
  chmodSync(place(name), mode);
  return place(name);
};
const line = (version: number) => `v${version}:${randomBytes(32).toString("base64url")}\n`;

test("the first start makes the file, closed to others, and says so once", async () => {
  const path = place("first");
  expect(await openRootKeyFile({ path, create: true })).toMatchObject({ created: true, path });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  expect(readFileSync(path, "utf8")).toMatch(
    /^# Root key[\s\S]*Back it up, apart from the data[\s\S]*\nv1:[A-Za-z0-9_-]{43}\n$/,
  );
  const before = readFileSync(path);
  expect(await openRootKeyFile({ path, create: true })).toMatchObject({ created: false });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(["root.key"]);
});

test("of servers that start at once one makes the key, and all work with it", async () => {
  const path = place("race");
  const opened = await Promise.all(Array.from({ length: 6 }, () => openRootKeyFile({ path, create: true })));
  expect(opened.filter(({ created }) => created).length).toBe(1);
  const checks = await Promise.all(opened.map(({ keys }) => keys.checkValue("d_specimen")));
  expect(new Set(checks).size).toBe(1);
  expect(readdirSync(dirname(path))).toEqual(["root.key"]);
});

test("no key is made for a database that has one already", async () => {
  const path = place("missing");
  await expect(openRootKeyFile({ path, create: false })).rejects.toThrow(coded("root-key-missing"));
  expect(() => statSync(path)).toThrow();
});

test.each([0o640, 0o604, 0o644, 0o660, 0o620])(
  "a file that others may use (mode %o) is refused, with the command that mends it",
  async (mode) => {
    const path = written(`open-${mode}`, line(1), mode);
    await expect(openRootKeyFile({ path, create: true })).rejects.toThrow(coded("root-key-open-to-others"));
    await expect(openRootKeyFile({ path, create: true })).rejects.toThrow(`chmod 600 "${path}"`);
    chmodSync(path, 0o600);
    expect((await openRootKeyFile({ path, create: true })).created).toBe(false);
  },
);

test("an added line rotates: the new key wraps, the old one still opens", async () => {
  const path = written("rotate", line(1));
  const before = (await openRootKeyFile({ path, create: false })).keys;
  const old = await before.wrapAccountKey("a_specimen", randomBytes(32));
  appendFileSync(path, line(2));
  const after = (await openRootKeyFile({ path, create: false })).keys;
  expect([before.currentVersion, after.currentVersion]).toEqual([1, 2]);
  expect((await after.unwrapAccountKey("a_specimen", old)).length).toBe(32);
});

test.each([
  ["empty", ""],
  ["cut", "v1:AAAA\n"],
  ["without version 1", line(2)],
  ["of something else", "-----BEGIN PRIVATE KEY-----\n"],
  ["far too large", "#".repeat(70_000)],
])("a file that is %s is refused and left as it is", async (name, text) => {
  const path = written(name, text);
  await expect(openRootKeyFile({ path, create: true })).rejects.toThrow(coded("root-key-unreadable"));
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("a folder that is none, or a key that is a folder, is told as such", async () => {
  const path = written("folder", line(1));
  await expect(openRootKeyFile({ path: dirname(path), create: true })).rejects.toThrow(/root key file/);
  await expect(openRootKeyFile({ path: join(path, "root.key"), create: true })).rejects.toThrow(
    coded("root-key-unreadable"),
  );
  // The finished name fits, the temporary one does not: a fault while writing.
  const long = join(scratch, "k".repeat(250));
  await expect(openRootKeyFile({ path: long, create: true })).rejects.toThrow(coded("root-key-not-written"));
});
