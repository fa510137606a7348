import { mkdirSync, writeFileSync } from "node:fs";
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

/** What a fake child's code can use: `send(letter, bytes)` as the real one speaks, `facts` that mean "all is well". */
const PRELUDE = `
import fs from "node:fs";
const facts = { pages: 1, hasPlace: false, locked: false, damaged: false };
const send = (letter, body) => {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const head = Buffer.alloc(5);
  head.write(letter, "latin1");
  head.writeUInt32LE(bytes.length, 1);
  fs.writeSync(3, Buffer.concat([head, bytes]));
};
`;

/** A child that does what an attacker who took it over would do; answers its path. */
export function writeFakeChild(name: string, code: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const folder = join(here, "../../../../../node_modules/.cache/locum-passport");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `fake-${name}-${process.pid}.mjs`);
  writeFileSync(path, PRELUDE + code);
  return path;
}
