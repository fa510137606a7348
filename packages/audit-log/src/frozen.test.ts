import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { checkExport } from "./check-export.ts";
import { checkReceipt } from "./check-receipt.ts";
import { checkRecord } from "./check-record.ts";
import { frozenFiles } from "./testing/frozen.ts";

const folder = new URL("../../../tests/vectors/audit-log/v1/", import.meta.url);
const kept = (name: string): URL => new URL(name.split("/").map(encodeURIComponent).join("/"), folder);
const text = (name: string): string => readFileSync(kept(name), "utf8");

test("version 1 is still written byte for byte as the files kept for ever", async () => {
  for (const [name, bytes] of await frozenFiles()) {
    // Makes a vector once, on request; one that exists is never written again.
    if (process.env.WRITE_VECTORS === "1" && !existsSync(kept(name))) {
      mkdirSync(dirname(decodeURIComponent(kept(name).pathname)), { recursive: true });
      writeFileSync(kept(name), bytes);
    }
    expect(new Uint8Array(readFileSync(kept(name))), name).toEqual(bytes);
  }
});

test("the kept files still check out", async () => {
  const names = [...(await frozenFiles()).keys()].filter((name) => name.startsWith("export/"));
  const files = new Map(names.map((name) => [name.slice("export/".length), new Uint8Array(readFileSync(kept(name)))]));
  const vkey = text("export/vkey");
  for (const saved of [text("saved-checkpoint.txt"), text("saved-summary.txt")]) {
    expect(checkExport({ files, vkey, since: saved }).findings).toEqual([]);
    const record = new Uint8Array(readFileSync(kept("record.bin")));
    expect(checkRecord({ record, vkey, saved }).findings).toEqual([]);
  }
  expect(checkReceipt({ text: text("receipt.jws"), vkey }).findings).toEqual([]);
});
