import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import type { Settings } from "./test.ts";

/** The journeys of people in a real browser, against the built server. Run by `npm test`, after the build. */
export default defineConfig<object, Settings>({
  testDir: ".",
  outputDir: join(tmpdir(), "locum-browser-results"),
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "phone", use: { size: "phone" } },
    { name: "desktop", use: { size: "desktop" } },
  ],
});
