// Writes src/generated/*.ts from data/*.json: the data without its sources, so that a browser loads only what it uses.
// Run `node packages/compliance/generate.mjs` after changing data/. A test fails when the two do not agree.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedModules } from "./split-data.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(here, "data", `${name}.json`), "utf8"));
const modules = generatedModules({
  types: read("document-types"),
  otherNames: read("other-names"),
  formats: read("number-formats"),
  profiles: read("requirement-profiles"),
  leadTimes: read("lead-times"),
  specimens: read("specimen-people"),
});
const files = Object.entries(modules).map(([name, { imports, exports }]) => {
  const constants = Object.entries(exports).map(
    ([id, { type, value }]) => `export const ${id}: ${type} = ${JSON.stringify(value, null, 2)};\n`,
  );
  const path = join(here, "src", "generated", `${name}.ts`);
  const head =
    name === "profiles"
      ? "// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.\n"
      : "";
  writeFileSync(
    path,
    `// Written by generate.mjs from data/. Change it there.\n${head}${imports.join("\n")}\n\n${constants.join("\n")}`,
  );
  return path;
});
execFileSync("npx", ["biome", "check", "--write", ...files], { stdio: "inherit" });
