import { lookInto, settled } from "./background.ts";
import { FormBody } from "./bodies.ts";
import type { Measurement, Size } from "./measurement.ts";
import { median, pause } from "./numbers.ts";
import { freshHouse, type House } from "./places.ts";
import { memoryOf, processesOf } from "./processes.ts";
import type { Row } from "./table.ts";
import { Transport } from "./transport.ts";

const fileBytes = 25_000_000;
const lanes = 8;
const idleFigure = { better: "less", must: 220, aim: 160 } as const;
const busyFigure = { better: "less", must: 400, aim: 300 } as const;

/** Server, PostgreSQL and sandbox together: at rest, and at the worst moment of files streaming in and out. */
export const memory: Measurement = {
  name: "memory",
  about: "memory of all processes, idle and while 8 files of 25 MB stream in and 8 out",
  async measure({ quick, say }: Size): Promise<Row[]> {
    const names = [
      "Memory of all processes, idle",
      "Memory while 8 files of 25 MB stream in and 8 out, at most",
    ] as const;
    if (process.platform !== "linux") {
      const note = "not measured: this system does not tell the share of shared pages";
      return names.map((name, at) => ({ name, unit: "MB", figure: at === 0 ? idleFigure : busyFigure, note }));
    }
    const house = await freshHouse("memory");
    const { client } = await house.signUp("Keeper");
    const ours = new Transport(house.base, client.cookie);
    const paper = await ours.upload<{ id: string }>("/api/documents", new FormBody(fileBytes));
    await pause(quick ? 15_000 : 25_000);
    const idle = memoryOf(processesOf(house));
    say(`idle ${idle.toFixed(0)} MB`);
    const busy = await whileStreaming(house, ours, paper.id, quick ? 4_000 : 12_000);
    await settledAgain(house);
    return [
      {
        name: names[0],
        measured: idle,
        unit: "MB",
        figure: idleFigure,
        note: "Proportional set size of server and PostgreSQL, a while after a sign-up and an upload; pages shared with other Node processes on this machine are counted in part.",
      },
      {
        name: names[1],
        measured: Math.max(...busy),
        unit: "MB",
        figure: busyFigure,
        note: `Looked at every 100 ms; half of the time below ${median(busy).toFixed(0)} MB. The pages of its page-picture process are in it when one runs.`,
      },
    ];
  },
};

async function whileStreaming(house: House, ours: Transport, id: string, ms: number): Promise<number[]> {
  const until = performance.now() + ms;
  const bodies = Array.from({ length: lanes }, () => new FormBody(fileBytes));
  const running = () => performance.now() < until;
  const into = bodies.map(async (body) => {
    while (running()) {
      const { id: kept } = await ours.upload<{ id: string }>("/api/documents", body.stamp());
      await ours.send("DELETE", `/api/documents/${kept}`);
    }
  });
  const out = bodies.map(async () => {
    while (running()) await ours.download(`/api/documents/${id}/content`);
  });
  const seen: number[] = [];
  const looking = (async () => {
    while (running()) {
      seen.push(memoryOf(processesOf(house)));
      await pause(100);
    }
  })();
  await Promise.all([...into, ...out, looking]);
  return seen;
}

async function settledAgain(house: House): Promise<void> {
  const database = await lookInto(house);
  await settled(database).finally(() => database.close());
}
