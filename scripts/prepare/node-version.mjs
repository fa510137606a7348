import { PrepareFault } from "./fault.mjs";

/** 20.19 is the oldest that every package accepts. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new PrepareFault(
    `This is Node ${version}. Locum Passport needs Node 20.19 or newer (20, 22 and 24 are tested). Install it from https://nodejs.org and start again.`,
  );
}
