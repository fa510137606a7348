import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const counts = fileURLToPath(new URL("counts.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "locum-counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the counting says of one tool's report and exit. */
function count(tool: "fromVitest" | "fromPlaywright", report: object | undefined, exitedWell: boolean): unknown {
  const path = join(folder, "report.json");
  rmSync(path, { force: true });
  if (report) writeFileSync(path, JSON.stringify(report));
  const program = `import { ${tool} } from ${JSON.stringify(counts)};
    console.log(JSON.stringify(${tool}(${JSON.stringify(path)}, ${exitedWell})));`;
  return JSON.parse(spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" }).stdout);
}

test("tests are counted one by one, and a file that would not load is a failure", () => {
  const report = { numPassedTests: 7, numFailedTests: 1, testResults: [] as object[] };
  expect(count("fromVitest", report, false)).toEqual({ passed: 7, failed: 1 });
  report.testResults.push({ status: "failed", assertionResults: [] });
  expect(count("fromVitest", report, false)).toEqual({ passed: 7, failed: 2 });
});

test("a tool that ends badly has failed, whatever its report says, and so has one without a report", () => {
  const vitest = { numPassedTests: 7, numFailedTests: 0, testResults: [] };
  expect(count("fromVitest", vitest, true)).toEqual({ passed: 7, failed: 0 });
  expect(count("fromVitest", vitest, false)).toEqual({ passed: 7, failed: 1 });
  expect(count("fromVitest", undefined, true)).toEqual({ passed: 0, failed: 1 });
});

test("a browser test that needed a second try is a failure", () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] };
  expect(count("fromPlaywright", report, false)).toEqual({ passed: 4, failed: 2 });
});
