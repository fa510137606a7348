import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { badImports, writeBadHouse } from "./support/bad-imports.ts";
import { badNames, manifestFaults, registryAddresses, sizeFaults } from "./support/house-rules.ts";
import { brokenImports, ruleNames, type Violation } from "./support/import-rules.ts";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const folders = ["apps/server/src", "apps/web/src", "apps/verifier/src", "packages", "tests", "scripts"];
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Walked, not asked of git: a copy without history, or one of another owner, is held to the same. */
const files = filesUnder("");
function filesUnder(folder: string): string[] {
  const skipped = new Set(["node_modules", "dist", "data", "coverage", "test-results", "playwright-report"]);
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return [path];
    return entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith(".") ? filesUnder(path) : [];
  });
}
const manifests = files.filter((path) => /^(apps|packages)\/[^/]+\/package\.json$/.test(path));

test("no import crosses a boundary", { timeout: 120_000 }, async () => {
  expect(await brokenImports(root, folders)).toEqual([]);
});

test("files stay small", () => {
  const sources = files.filter((path) => /\.(ts|tsx|mjs|cjs|css|sql)$/.test(path));
  expect(sources.length).toBeGreaterThan(100);
  expect(sizeFaults(sources.map((path) => ({ path, lines: read(path).split("\n").length - 1 })))).toEqual([]);
});

test("no file is called after nothing in particular", () => {
  expect(badNames(files)).toEqual([]);
});

test("whose account a request is about is decided in one place", () => {
  const deciding = /\bpersonId\s*\?\?\s*refuse\(|export (const|function) (own|ownerOf|todayOf)\b/;
  const sources = files.filter((path) => path.startsWith("apps/server/src/") && path.endsWith(".ts"));
  expect(sources.filter((path) => deciding.test(read(path)))).toEqual(["apps/server/src/context.ts"]);
});

test("few direct dependencies, each at one version", () => {
  expect(manifests.length).toBe(7);
  const faults = ["package.json", ...manifests].flatMap((path) =>
    manifestFaults(path.replace(/\/?package\.json$/, ""), JSON.parse(read(path))),
  );
  expect(faults).toEqual([]);
});

test("the lockfile names no registry", () => {
  expect(registryAddresses(read("package-lock.json"))).toEqual([]);
});

describe("each rule can fail", () => {
  const rooms = ruleNames.flatMap((name) => /^room-(.+)-only-to-the-left$/.exec(name)?.[1] ?? []);
  const rightwards = rooms.slice(0, -1).map((name, place): [string, string] => [name, rooms[place + 1] ?? ""]);
  const last = `room-${rooms.at(-1)}-only-to-the-left`; // nothing is to the right of the last room
  let folder: string;
  let found: Violation[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "locum-boundaries-"));
    writeBadHouse(folder, rightwards);
    found = await brokenImports(folder, ["apps", "packages"]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(ruleNames.filter((name) => name !== last))("%s", (rule) => {
    const room = /^room-(.+)-only-to-the-left$/.exec(rule)?.[1];
    const file = room ? `apps/server/src/rooms/${room}/rightwards.ts` : badImports[rule]?.file;
    expect(file, `tests/support/bad-imports.ts has no file that breaks ${rule}`).toBeDefined();
    expect(found).toContainEqual(expect.objectContaining({ rule, from: file }));
  });

  test("file sizes", () => {
    const of = (lines: number) => ({ path: "a.ts", lines });
    expect(sizeFaults([of(401)])).toContainEqual(expect.stringContaining("401 lines"));
    expect(sizeFaults([...Array(8).fill(of(10)), of(230), of(230), of(230)])).toEqual([
      expect.stringContaining("one file in ten"),
    ]);
    expect(sizeFaults([of(90), of(90), of(90)])).toEqual([expect.stringContaining("the middle file")]);
    expect(sizeFaults([{ path: "packages/compliance/src/generated/big.ts", lines: 5_000 }])).toEqual([]);
  });

  test("file names", () => {
    const bad = ["a/utils.ts", "a/helpers/b.ts", "date-helper.ts", "common/x.ts", "misc.test.ts"];
    expect(badNames([...bad, "commons-licence.ts", "utility-bill.ts"])).toEqual(bad);
  });

  test("dependencies and the lockfile", () => {
    const four = { a: "1.0.0", b: "1.0.0", c: "1.0.0", d: "1.0.0" };
    expect(manifestFaults("packages/audit-log", { dependencies: four })).toEqual([expect.stringContaining("4 direct")]);
    expect(manifestFaults("apps/web", { dependencies: { a: "^1.0.0" } })).toEqual([expect.stringContaining("^1.0.0")]);
    expect(registryAddresses('{"resolved": "https://registry.example/a.tgz"}')).toEqual([
      "https://registry.example/a.tgz",
    ]);
  });
});
