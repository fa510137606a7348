import { serveBare } from "./bare-server.ts";
import { download } from "./download.ts";
import { firstLoad } from "./first-load.ts";
import { flushes } from "./flushes.ts";
import { lists } from "./lists.ts";
import { log } from "./log.ts";
import type { Measurement } from "./measurement.ts";
import { memory } from "./memory.ts";
import { pack } from "./pack.ts";
import { closePlaces } from "./places.ts";
import { readiness } from "./readiness.ts";
import { start } from "./start.ts";
import { type Row, tableOf, verdictOf } from "./table.ts";
import { transfer } from "./transfer.ts";
import { upload } from "./upload.ts";

const measurements: readonly Measurement[] = [
  upload,
  download,
  transfer,
  pack,
  lists,
  log,
  readiness,
  flushes,
  start,
  memory,
  firstLoad,
];

const args = process.argv.slice(2);
if (args[0] === "bare-server" && args[1] !== undefined) serveBare(args[1]);
else process.exitCode = await bench(args);

async function bench(given: readonly string[]): Promise<number> {
  const quick = given.includes("--quick");
  const crowd = given.map((arg) => /^--crowd=(\d{1,4})$/.exec(arg)?.[1]).find((found) => found !== undefined);
  const asked = given.filter((arg) => !arg.startsWith("--"));
  const unknown = asked.filter((name) => !measurements.some((each) => each.name === name));
  if (unknown.length > 0 || given.includes("--help")) {
    for (const name of unknown) console.error(`There is no measurement "${name}".`);
    console.log("npm run bench -- [--quick] [--crowd=ACCOUNTS] [MEASUREMENT ...]\n");
    for (const { name, about } of measurements) console.log(`  ${name.padEnd(12)} ${about}`);
    return unknown.length > 0 ? 2 : 0;
  }
  const rows: Row[] = [];
  let failed = false;
  for (const each of measurements) {
    if (asked.length > 0 && !asked.includes(each.name)) continue;
    console.error(`${each.name}: ${each.about}`);
    try {
      rows.push(
        ...(await each.measure({
          quick,
          ...(crowd === undefined ? {} : { crowd: Number(crowd) }),
          say: (line) => console.error(`  ${line}`),
        })),
      );
    } catch (error) {
      // One that cannot be taken says so in its row and takes no other with it.
      const note = `not measured: ${error instanceof Error ? error.message : String(error)}`;
      rows.push({ name: each.about, unit: "", note });
      failed = true;
    } finally {
      await closePlaces();
    }
  }
  console.log(`\n${tableOf(rows)}`);
  return failed || rows.some((row) => verdictOf(row) === "MISSED") ? 1 : 0;
}
