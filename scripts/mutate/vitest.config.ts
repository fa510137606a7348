import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../../", import.meta.url));

const slow = ["large-passports", "lapses.properties", "properties", "renewals", "search", "specimen-person"].map(
  (name) => `**/${name}.test.ts`,
);

/** The tests that a changed judge is shown to: its own, and the reference vectors. */
export default defineConfig({
  root,
  // A workspace's link leads out of the changed copy, back to the code as it was.
  resolve: { alias: { "@locum-passport/compliance": `${root}packages/compliance/src/index.ts` } },
  test: {
    include: ["packages/compliance/src/**/*.test.ts", "scripts/vectors/*.test.ts"],
    // Hundreds of random people take seconds, which is too long to ask of a thousand changes: what only these would find
    // counts as missed. With MUTATE_SLOW=1 they are asked too.
    exclude: process.env.MUTATE_SLOW === "1" ? [] : slow,
    setupFiles: [`${root}scripts/mutate/one-seed.ts`],
    testTimeout: 90_000,
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
  },
});
