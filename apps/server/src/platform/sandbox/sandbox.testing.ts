import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Bundles the child from source, for tests and for running without a build; answers its path. It stands inside
 * `node_modules`, so that the packages it loads are found from there.
 */
export async function bundleChild(name = "sandbox"): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url));
  const folder = join(here, "../../../../../node_modules/.cache/locum-passport");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}-${process.pid}.mjs`);
  await build({ ...CHILD_BUNDLE, entryPoints: [join(here, "child.ts")], outfile });
  return outfile;
}

/** How the child is bundled, here and in the real build. */
export const CHILD_BUNDLE = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "error",
} as const;
