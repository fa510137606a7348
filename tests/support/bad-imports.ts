import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const empty = "export const nothing = 0;\n";
const rooms = "apps/server/src/rooms";
const platform = "apps/server/src/platform";

/** For each import rule a file that breaks it, and the line that does. */
export const badImports: Readonly<Record<string, { file: string; imports: string }>> = {
  "no-circles": { file: "packages/contract/src/circle-one.ts", imports: "./circle-two.ts" },
  "everything-resolves": { file: "packages/contract/src/lost.ts", imports: "./nowhere.ts" },
  "nothing-undeclared": { file: "packages/contract/src/undeclared.ts", imports: "undeclared" },
  "product-uses-no-dev-packages": { file: "apps/server/src/uses-dev.ts", imports: "for-tests" },
  "product-imports-no-tests": { file: "apps/server/src/uses-test.ts", imports: "./some.test.ts" },
  "packages-import-no-app": { file: "packages/contract/src/to-app.ts", imports: "../../../apps/server/src/main.ts" },
  "packages-stand-alone": { file: "packages/contract/src/to-log.ts", imports: "../../audit-log/src/index.ts" },
  "only-contract-builds-on-compliance": {
    file: "packages/envelope/src/to-compliance.ts",
    imports: "../../compliance/src/index.ts",
  },
  "only-envelope-uses-node-crypto": { file: "packages/audit-log/src/crypto.ts", imports: "node:crypto" },
  "browser-packages-use-nothing-of-node": { file: "packages/compliance/src/files.ts", imports: "node:fs" },
  "web-never-imports-server": { file: "apps/web/src/to-server.ts", imports: "../../server/src/main.ts" },
  "verifier-shares-only-the-log-format": {
    file: "apps/verifier/src/to-contract.ts",
    imports: "../../../packages/contract/src/index.ts",
  },
  "server-imports-no-other-program": { file: "apps/server/src/to-web.ts", imports: "../../web/src/main.ts" },
  "adapters-are-named-in-compose": { file: "apps/server/src/main-blobs.ts", imports: "./platform/blobs/disk-blobs.ts" },
  "rooms-import-only-doors": {
    file: `${rooms}/transfers/through-the-wall.ts`,
    imports: "../documents/documents.store.ts",
  },
  "platform-knows-no-rooms": { file: `${platform}/jobs/to-room.ts`, imports: "../../rooms/audit/index.ts" },
  "model-is-pure": { file: `${rooms}/transfers/transfers.model.ts`, imports: "node:fs" },
  "store-knows-model-and-database": { file: `${rooms}/transfers/transfers.store.ts`, imports: "../audit/index.ts" },
  "actions-know-no-edge": { file: `${rooms}/transfers/actions/to-edge.ts`, imports: "../../../http/app.ts" },
  "actions-take-ports-not-platforms": {
    file: `${rooms}/transfers/actions/to-platform.ts`,
    imports: "../../../platform/blobs/disk-blobs.ts",
  },
  "only-accounts-calls-the-sign-in-library": {
    file: `${rooms}/transfers/to-sign-in.ts`,
    imports: "../../platform/sign-in/users.ts",
  },
  "routes-hold-no-sql": { file: `${rooms}/documents/sql.routes.ts`, imports: "./documents.store.ts" },
  "only-the-edge-imports-routes": { file: "apps/server/src/to-routes.ts", imports: "./rooms/documents/sql.routes.ts" },
};

const targets: Readonly<Record<string, string>> = {
  "packages/contract/src/circle-two.ts": 'import "./circle-one.ts";\n',
  "node_modules/undeclared/package.json": '{"name":"undeclared","version":"1.0.0","main":"index.js"}',
  "node_modules/undeclared/index.js": empty,
  "node_modules/for-tests/package.json": '{"name":"for-tests","version":"1.0.0","main":"index.js"}',
  "node_modules/for-tests/index.js": empty,
  "package.json": '{"name":"bad","version":"1.0.0","devDependencies":{"for-tests":"1.0.0"}}',
};
const plain = [
  ...["audit-log", "compliance", "contract", "envelope"].map((name) => `packages/${name}/src/index.ts`),
  ...["server", "web", "verifier"].map((name) => `apps/${name}/src/main.ts`),
  ...["apps/server/src/some.test.ts", "apps/server/src/http/app.ts", `${platform}/blobs/disk-blobs.ts`],
  ...[`${platform}/sign-in/users.ts`, `${rooms}/audit/index.ts`, `${rooms}/documents/documents.store.ts`],
];

/** Writes the whole bad house into an empty folder. `rightwards` are rooms that each import one to their right. */
export function writeBadHouse(folder: string, rightwards: readonly [from: string, to: string][]): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path of plain) write(path, empty);
  for (const [path, text] of Object.entries(targets)) write(path, text);
  for (const { file, imports } of Object.values(badImports)) write(file, `import "${imports}";\n`);
  for (const [from, to] of rightwards) {
    write(`${rooms}/${to}/index.ts`, empty);
    write(`${rooms}/${from}/rightwards.ts`, `import "../${to}/index.ts";\n`);
  }
}
