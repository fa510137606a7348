import { existsSync, readFileSync } from "node:fs";

/** A step without tests of its own counts as one. */
export function asOne(passed) {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A file that would not load has no failed test in it, but has failed. */
export function fromVitest(path, passed) {
  const report = read(path);
  if (report === undefined) return asOne(false);
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return agreed({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }, passed);
}

/** A test that failed and then passed is a fault here: there are no retries. */
export function fromPlaywright(path, passed) {
  const report = read(path);
  if (report === undefined) return asOne(false);
  const { expected, unexpected, flaky } = report.stats;
  return agreed({ passed: expected, failed: unexpected + flaky + report.errors.length }, passed);
}

/** The tool's exit code is the last word: an error outside every test is a failure too. */
function agreed(counted, passed) {
  return passed || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
