import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./prepare/chromium.mjs";
import { stopWith } from "./prepare/fault.mjs";
import { makeNotes, notes, root } from "./prepare/places.mjs";
import { prepare } from "./prepare.mjs";
import { asOne, fromPlaywright, fromVitest } from "./test/counts.mjs";
import { runStep } from "./test/step.mjs";

const has = (path) => existsSync(join(root, path));
const results = { vitest: join(notes, "vitest.json"), playwright: join(notes, "playwright.json") };

const steps = [
  { name: "types", run: ["tsc", "-p", "tsconfig.json"], count: asOne },
  { name: "types of the web app", run: ["tsc", "-p", "apps/web"], when: has("apps/web/tsconfig.json"), count: asOne },
  { name: "format and lint", run: ["biome", "check", "--error-on-warnings", "."], count: asOne },
  { name: "unused code", run: ["knip"], when: has("knip.json"), count: asOne },
  { name: "build", needs: { build: true }, count: asOne },
  { name: "size of the web app", run: ["size-limit"], when: has(".size-limit.js"), count: asOne },
  {
    name: "tests",
    run: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${results.vitest}`],
    count: (passed) => fromVitest(results.vitest, passed),
  },
  {
    name: "tests in a browser",
    run: ["playwright", "test", "-c", "tests/browser/playwright.config.ts", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: results.playwright, CHROMIUM_PATH: findChromium() ?? "" },
    when: has("tests/browser/playwright.config.ts"),
    needs: { build: true, chromium: true },
    count: (passed) => fromPlaywright(results.playwright, passed),
  },
];

await prepare().catch(stopWith);
makeNotes();
for (const path of Object.values(results)) rmSync(path, { force: true });

// All of them, also after one that failed: a run shows every fault there is.
const total = { passed: 0, failed: 0 };
const summary = [];
for (const step of steps.filter(({ when = true }) => when)) {
  const counted = await runStep(step);
  total.passed += counted.passed;
  total.failed += counted.failed;
  summary.push(
    `${counted.failed === 0 ? "ok  " : "FAIL"} ${step.name}: ${counted.passed} passed, ${counted.failed} failed`,
  );
}
console.log(`\n${summary.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
