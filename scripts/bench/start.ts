import { spawn } from "node:child_process";
import { once } from "node:events";
import { serverProgram, stopServer } from "../demo/server.ts";
import type { Measurement, Size } from "./measurement.ts";
import { median, pause, spread } from "./numbers.ts";
import { freshHouse, type House } from "./places.ts";
import type { Row } from "./table.ts";

/** From the start of the program to a health that is ok, over a data folder that is there already. */
export const start: Measurement = {
  name: "start",
  about: "warm start to healthy",
  async measure({ quick }: Size): Promise<Row[]> {
    const house = await freshHouse("start");
    await house.signUp("Starter");
    const times: number[] = [];
    for (let n = 0; n < (quick ? 3 : 7); n++) {
      await stopServer(house.server);
      times.push(await startAgain(house));
    }
    const note = `Smallest and largest ${spread(times, 0)} ms. npm start adds its look at what is missing, some tenths of a second.`;
    return [
      {
        name: "Warm start to healthy",
        measured: median(times) / 1000,
        unit: "s",
        figure: { better: "less", must: 1.5, aim: 0.8 },
        note,
      },
    ];
  },
};

async function startAgain(house: House): Promise<number> {
  const began = performance.now();
  house.server = spawn(process.execPath, [serverProgram], {
    env: house.environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(house.server, "exit").then(() => true);
  for (;;) {
    // A question that a server which goes down has taken along is never answered.
    const signal = AbortSignal.timeout(500);
    const healthy = await fetch(`${house.base.replace("localhost", "127.0.0.1")}/api/health`, { signal }).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return performance.now() - began;
    if (await Promise.race([ended, pause(5).then(() => false)]))
      throw new Error("The server ended before it was healthy");
  }
}
