import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrepareFault, stopWith } from "./prepare/fault.mjs";
import { dist } from "./prepare/places.mjs";
import { prepare } from "./prepare.mjs";

const [name = "", ...args] = process.argv.slice(2);
await prepare({ build: true }).catch(stopWith);
const program = join(dist, `${name}.mjs`);
if (!/^[a-z]+$/.test(name) || !existsSync(program)) {
  const known = readdirSync(dist).flatMap((file) => /^([a-z]+)\.mjs$/.exec(file)?.[1] ?? []);
  stopWith(new PrepareFault(`There is no program "${name}". There are: ${known.join(", ")}.`));
}
// The program finds its own arguments where it would if it had been started by itself.
process.argv.splice(1, process.argv.length - 1, program, ...args);
await import(pathToFileURL(program).href);
