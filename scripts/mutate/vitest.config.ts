import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Worked examples first: they find most changes, and a run ends with the first test that fails. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.includes("/vectors/") ? 0 : /properties|distinct-use|renewals/.test(moduleId) ? 2 : 1;
    return [...files].sort((one, two) => rank(one) - rank(two));
  }
}

/** The tests that a changed judge is shown to: its own, and the reference vectors. */
export default defineConfig({
  root,
  // A workspace's link leads out of the changed copy, back to the code as it was.
  resolve: { alias: { "@locum-passport/compliance": `${root}packages/compliance/src/index.ts` } },
  test: {
    include: ["packages/compliance/src/**/*.test.ts", "scripts/vectors/*.test.ts"],
    // What takes seconds by itself is not asked of a thousand changes. A change that only these would find counts as missed.
    exclude: ["**/large-passports.test.ts", "**/lapses.properties.test.ts", "**/search.test.ts"],
    setupFiles: [`${root}scripts/mutate/one-seed.ts`],
    sequence: { sequencer: ExamplesFirst },
    testTimeout: 90_000,
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
  },
});
