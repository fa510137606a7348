import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["tests/support/global-setup.ts"],
    include: [
      "packages/**/*.test.ts",
      "apps/**/*.test.{ts,tsx}",
      "scripts/**/*.test.ts",
      "tests/*.test.ts",
      "tests/crash/**/*.test.ts",
    ],
    testTimeout: 90_000,
    hookTimeout: 240_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
