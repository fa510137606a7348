// `npm run vectors -- FILE…` runs files of worked answers through the compliance package; exit 1 when anything differs.
import { readFileSync } from "node:fs";
import { runVectors } from "./run-file.ts";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Name one or more files: npm run vectors -- FILE…");
  process.exitCode = 1;
}
for (const file of files) {
  const { count, lines } = runFile(file);
  for (const line of lines) console.log(`${file}: ${line}`);
  console.log(`${file}: ${count} vectors, ${lines.length === 0 ? "no difference" : `${lines.length} differences`}`);
  if (lines.length > 0) process.exitCode = 1;
}

function runFile(file: string) {
  try {
    return runVectors(JSON.parse(readFileSync(file, "utf8")));
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return { count: 0, lines: [`cannot be read: ${why}`] };
  }
}
