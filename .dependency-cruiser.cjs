/** The import rules of ARCHITECTURE.md. tests/boundaries.test.ts runs them, and shows of each that it can fail. */
const tests = ["[.](test|contract|testing|properties)[.]tsx?$", "/testing/", "/testing[a-z-]*[.]ts$"];
const rooms = [
  "audit",
  "accounts",
  "documents",
  "compliance",
  "agencies",
  "transfers",
  "candidates",
  "packs",
  "reviews",
  "support",
  "privacy",
  "notices",
  "publishing",
];
const adapters =
  "^apps/server/src/platform/(blobs/(disk|memory)-blobs|mail/(folder|smtp)-mailer|jobs/graphile-jobs|keys/root-key-(file|environment)|log/log-signer)\\.ts$";
const room = "^apps/server/src/rooms/";

/** A room imports only doors, and only of rooms to its left. */
const roomRules = rooms.flatMap((name, place) => [
  {
    name: `room-${name}-only-to-the-left`,
    severity: "error",
    from: { path: `${room}${name}/`, pathNot: tests },
    to: { path: `${room}(${rooms.slice(place + 1).join("|") || "none"})/` },
  },
]);

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "nothing-undeclared",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "product-uses-no-dev-packages",
      severity: "error",
      from: { path: "^(apps|packages)/[^/]+/src/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"], pathNot: "@types/" },
    },
    {
      name: "product-imports-no-tests",
      severity: "error",
      from: { path: "^(apps|packages)/[^/]+/src/", pathNot: tests },
      to: { path: tests, pathNot: "node_modules" },
    },
    {
      name: "packages-import-no-app",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^(apps|scripts)/" },
    },
    {
      name: "packages-stand-alone",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/", pathNot: tests },
      to: { path: "^packages/", pathNot: ["^packages/$1/", "^packages/compliance/src/index\\.ts$"] },
    },
    {
      name: "only-contract-builds-on-compliance",
      severity: "error",
      from: { path: "^packages/(envelope|audit-log)/src/" },
      to: { path: "^packages/compliance/" },
    },
    {
      name: "only-envelope-uses-node-crypto",
      severity: "error",
      from: { path: "^packages/(?!envelope/)[^/]+/src/", pathNot: tests },
      to: { path: "^(node:)?crypto$", dependencyTypes: ["core"] },
    },
    {
      name: "browser-packages-use-nothing-of-node",
      severity: "error",
      from: { path: "^packages/(audit-log|compliance|contract)/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "web-never-imports-server",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: "^(apps/(server|verifier)|packages/envelope)/" },
    },
    {
      name: "verifier-shares-only-the-log-format",
      severity: "error",
      from: { path: "^apps/verifier/src/", pathNot: tests },
      to: { path: "^(apps|packages)/", pathNot: ["^apps/verifier/", "^packages/audit-log/"] },
    },
    {
      name: "server-imports-no-other-program",
      severity: "error",
      from: { path: "^apps/server/" },
      to: { path: "^apps/(web|verifier)/" },
    },
    {
      name: "adapters-are-named-in-compose",
      severity: "error",
      from: { path: "^apps/server/src/", pathNot: [...tests, "^apps/server/src/compose\\.ts$", adapters] },
      to: { path: adapters, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rooms-import-only-doors",
      severity: "error",
      from: { path: `${room}([^/]+)/`, pathNot: tests },
      to: { path: room, pathNot: [`${room}$1/`, `${room}[^/]+/index\\.ts$`] },
    },
    ...roomRules,
    {
      name: "platform-knows-no-rooms",
      severity: "error",
      from: { path: "^apps/server/src/platform/", pathNot: tests },
      to: { path: "^apps/server/src/(rooms/|http/|compose\\.ts)" },
    },
    {
      name: "model-is-pure",
      severity: "error",
      from: { path: `${room}.*\\.model\\.ts$` },
      to: {
        path: "^apps/server/src/|^node_modules/(pg|kysely|fastify|pino|nodemailer|sharp|better-auth)/|^(node:)?(fs|net|http|https|child_process|timers|dns|tls)(/promises)?$",
        pathNot: `${room}[^/]+/.*\\.(model|errors)\\.ts$`,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "store-knows-model-and-database",
      severity: "error",
      from: { path: `${room}.*\\.store\\.ts$` },
      to: {
        path: "^apps/server/src/(?!platform/postgres/)",
        pathNot: `${room}[^/]+/.*\\.(model|store|tables|errors)\\.ts$`,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "actions-know-no-edge",
      severity: "error",
      from: { path: `${room}([^/]+/actions/|.*\\.(actions|jobs)\\.ts$)`, pathNot: tests },
      to: { path: "^apps/server/src/http/|\\.routes\\.ts$|^node_modules/fastify/" },
    },
    {
      name: "actions-take-ports-not-platforms",
      severity: "error",
      from: { path: `${room}([^/]+/actions/|.*\\.(actions|jobs)\\.ts$)`, pathNot: tests },
      to: {
        path: "^apps/server/src/platform/",
        // A port's door and its coded errors; and the sign-in library, which is the store of the accounts room.
        pathNot: [
          "^apps/server/src/platform/(postgres/(database|errors)|[^/]+/([^/]*errors|index)|ids)\\.ts$",
          "^apps/server/src/platform/sign-in/",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-accounts-calls-the-sign-in-library",
      severity: "error",
      from: { path: room, pathNot: [...tests, `${room}accounts/`] },
      to: { path: "^apps/server/src/platform/sign-in/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "routes-hold-no-sql",
      severity: "error",
      from: { path: "\\.routes\\.ts$" },
      to: {
        path: "\\.store\\.ts$|^apps/server/src/platform/|^node_modules/(pg|kysely)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-the-edge-imports-routes",
      severity: "error",
      from: {
        pathNot: [...tests, "^apps/server/src/(http/|rooms\\.ts$)", `${room}[^/]+/(index|[a-z.-]+\\.routes)\\.ts$`],
      },
      to: { path: "\\.routes\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|data|test-results|\\.prepare)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
