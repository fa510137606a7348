import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PrepareFault, say } from "./fault.mjs";
import { dist, root } from "./places.mjs";

const stampFile = join(dist, ".built");
const sources = ["packages", "apps", "scripts", "package-lock.json", "tsconfig.base.json"];
const skipped = new Set(["node_modules", "dist", "data", "test-results"]);

export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stampOf(root, sources);
}

export function build() {
  say("building");
  const stamp = stampOf(root, sources); // before: what changes meanwhile is built next time
  rmSync(stampFile, { force: true });
  const { status } = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new PrepareFault("The build failed; what it said stands above.");
  writeFileSync(stampFile, stamp);
}

/** Names, sizes and times of change of all sources but tests. */
export function stampOf(folder, names) {
  const hash = createHash("sha256");
  const look = (path, name) => {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false });
    if (stat === undefined || skipped.has(name) || name.startsWith(".") || /\.test\.tsx?$/.test(name)) return;
    if (stat.isDirectory()) for (const inner of readdirSync(join(folder, path)).sort()) look(`${path}/${inner}`, inner);
    else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const name of names) look(name, name);
  return hash.digest("hex");
}
