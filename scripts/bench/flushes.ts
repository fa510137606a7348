import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lookInto, settled } from "./background.ts";
import { FormBody } from "./bodies.ts";
import type { Measurement, Size } from "./measurement.ts";
import { median, pause } from "./numbers.ts";
import { freshFolder, freshHouse, type House } from "./places.ts";
import { processesOf } from "./processes.ts";
import type { Row } from "./table.ts";
import { Transport } from "./transport.ts";

const figures = [
  { name: "Flushes that an upload waits for", better: "less", must: 4, aim: 3 },
  { name: "Flushes that an opening waits for", better: "less", must: 1, aim: 1 },
] as const;

/** Calls of fsync and fdatasync, by server and PostgreSQL, from the request to its answer; the middle of several. */
export const flushes: Measurement = {
  name: "flushes",
  about: "flushes to disk that an upload and an opening wait for, counted by strace",
  async measure({ quick, say }: Size): Promise<Row[]> {
    const row = (at: 0 | 1, found: { measured?: number; note: string }): Row => ({
      name: figures[at].name,
      unit: "",
      figure: figures[at],
      ...found,
    });
    if (spawnSync("strace", ["-V"]).status !== 0) {
      const note = "not measured: strace is missing";
      return [row(0, { note }), row(1, { note })];
    }
    const house = await freshHouse("flushes");
    const database = await lookInto(house);
    try {
      const { client } = await house.signUp("Flusher");
      const ours = new Transport(house.base, client.cookie);
      const trace = await attach(house);
      const windows: { upload: boolean; from: number; to: number }[] = [];
      const within = async <T>(isUpload: boolean, act: () => Promise<T>): Promise<T> => {
        await settled(database);
        await pause(400);
        const from = Date.now() / 1000;
        const result = await act();
        windows.push({ upload: isUpload, from, to: Date.now() / 1000 });
        return result;
      };
      for (let n = 0; n < (quick ? 4 : 9); n++) {
        const { id } = await within(true, () => ours.upload<{ id: string }>("/api/documents", new FormBody(200_000)));
        await within(false, () => ours.download(`/api/documents/${id}/content`));
      }
      const at = await trace.end();
      const counted = (isUpload: boolean) =>
        windows
          .slice(2)
          .filter((window) => window.upload === isUpload)
          .map(({ from, to }) => at.filter((time) => time >= from && time <= to).length);
      say(`uploads ${counted(true).join(" ")}, openings ${counted(false).join(" ")}`);
      const note = (counts: readonly number[]) =>
        `Seen: ${counts.join(", ")}. The log's sequencer and jobs flush on their own time; where that fell into a request it is counted here too.`;
      return [
        row(0, { measured: median(counted(true)), note: note(counted(true)) }),
        row(1, { measured: median(counted(false)), note: note(counted(false)) }),
      ];
    } finally {
      await database.close();
    }
  },
};

/** Follows every process of the house, and those they start. Ends with the instants of all flushes, in seconds. */
async function attach(house: House): Promise<{ end(): Promise<number[]> }> {
  const log = join(freshFolder("strace"), "calls");
  const pids = processesOf(house).flatMap((pid) => ["-p", String(pid)]);
  const strace: ChildProcess = spawn("strace", ["-f", "-ttt", "-e", "trace=fsync,fdatasync", "-o", log, ...pids], {
    stdio: "ignore",
  });
  await pause(1_000);
  if (strace.exitCode !== null) throw new Error("strace may not follow the server here");
  return {
    async end() {
      strace.kill("SIGINT");
      await once(strace, "exit");
      const calls = readFileSync(log, "utf8").matchAll(/^\d+\s+(\d+\.\d+) (?:fsync|fdatasync)\(/gm);
      return [...calls].map(([, time]) => Number(time));
    },
  };
}
