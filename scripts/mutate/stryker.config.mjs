// Changes packages/compliance in small ways, one at a time, and sees whether a test fails. One folder at a time:
// npm run mutate -- --mutate 'packages/compliance/src/validity/*.ts,!packages/compliance/src/**/*.test.ts'
const code = "packages/compliance/src";

export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "scripts/mutate/vitest.config.ts", related: false },
  mutate: [
    `${code}/**/*.ts`,
    `!${code}/**/*.test.ts`,
    `!${code}/{testing,generated}/**`,
    // Nothing but data: what it says stands in docs and is looked at by the reference vectors.
    `!${code}/{index,sources}.ts`,
  ],
  ignorePatterns: ["apps", "/data", "dist", "docs", "tests/browser", "tests/crash"],
  coverageAnalysis: "perTest",
  concurrency: 1,
  timeoutMS: 5_000,
  tempDirName: ".stryker-tmp",
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: ".stryker-tmp/mutation.json" },
  allowEmpty: false,
};
