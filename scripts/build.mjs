import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { build as viteBuild } from "vite";
import { compressFolder } from "./build/compress.mjs";
import { dist, root } from "./prepare/places.mjs";

const entries = {
  server: "apps/server/src/main.ts",
  passport: "apps/server/src/cli.ts",
  sandbox: "apps/server/src/platform/sandbox/child.ts",
  verify: "apps/verifier/src/main.ts",
  demo: "scripts/demo/main.ts",
  bench: "scripts/bench/main.ts",
  vectors: "scripts/vectors/main.ts",
  specimens: "scripts/specimens/main.ts",
};
const migrations = "apps/server/src/platform/postgres/migrations";

/**
 * Packages of many small modules go into the bundle with ours: one file instead of some hundreds halves the time that the
 * server takes to start. What brings native code, programs or CommonJS of its own kind stays in node_modules.
 */
const inside = new RegExp(
  `^(${[
    "@locum-passport/.*",
    "(better-auth|@better-auth/[^/]+|better-call|@better-fetch/[^/]+|@simplewebauthn/[^/]+|jose|defu|nanostores)(/.*)?",
    "(@noble/[^/]+|@peculiar/[^/]+|asn1js|pvtsutils|pvutils|tslib|tsyringe|reflect-metadata)(/.*)?",
    "(kysely|zod|fastify-type-provider-zod|canonicalize)(/.*)?",
  ].join("|")})$`,
);
const bundled = {
  name: "some-packages-inside",
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || inside.test(path) ? undefined : { path, external: true },
    );
  },
};
/** What was CommonJS inside still requires what stayed outside. */
const requireInModules =
  'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);';

async function buildPrograms() {
  const there = Object.entries(entries).filter(([, path]) => existsSync(join(root, path)));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: there.map(([out, path]) => ({ in: path, out })),
    outdir: dist,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    plugins: [bundled],
    banner: { js: requireInModules },
    logLevel: "warning",
  });
  rmSync(join(dist, "migrations"), { recursive: true, force: true });
  cpSync(join(root, migrations), join(dist, "migrations"), { recursive: true });
}

async function buildWeb() {
  const folder = join(root, "apps/web");
  if (!existsSync(join(folder, "index.html"))) return;
  await viteBuild({ root: folder, logLevel: "warn", build: { outDir: join(dist, "web"), emptyOutDir: true } });
  await compressFolder(join(dist, "web"));
}

mkdirSync(dist, { recursive: true });
await Promise.all([buildPrograms(), buildWeb()]);
