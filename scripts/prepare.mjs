import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isBuilt, build as makeBuild } from "./prepare/built.mjs";
import { findChromium, installChromium } from "./prepare/chromium.mjs";
import { stopWith } from "./prepare/fault.mjs";
import { install, isInstalled } from "./prepare/install.mjs";
import { withLock } from "./prepare/lock.mjs";
import { checkNode } from "./prepare/node-version.mjs";
import { makeNotes } from "./prepare/places.mjs";

/**
 * Does what is missing, says what it does, and is quick when nothing is: packages, build, and for the tests a browser.
 * Uses nothing but Node, because it runs before anything is installed.
 */
export async function prepare({ build = false, chromium = false } = {}) {
  checkNode();
  const isReady = () => isInstalled() && (!build || isBuilt()) && (!chromium || findChromium() !== undefined);
  if (isReady()) return;
  makeNotes();
  await withLock(async () => {
    if (!isInstalled()) install();
    if (build && !isBuilt()) makeBuild();
    if (chromium && findChromium() === undefined) installChromium();
  });
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await prepare({ build: true, chromium: process.argv.includes("--chromium") }).catch(stopWith);
}
