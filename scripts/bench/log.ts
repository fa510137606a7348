import { gzipSync } from "node:zlib";
import { checkRecord } from "@locum-passport/audit-log";
import { append } from "../../apps/server/src/rooms/audit/index.ts";
import { MadeLog } from "../../packages/audit-log/src/testing/made-log.ts";
import { checkedInBrowser } from "./browser-check.ts";
import { actingFor } from "./fill.ts";
import type { Measurement, Size } from "./measurement.ts";
import { median, spread, timed } from "./numbers.ts";
import { closePlaces, freshHouse } from "./places.ts";
import type { Row } from "./table.ts";

const ofOne = 10_000;
const inAll = 1_000_000;

/** What the browser's worker does with ten thousand entries, and how many entries a second eight writers make durable. */
export const log: Measurement = {
  name: "log",
  about: "10,000 entries of a log of a million checked; entries appended by 8 writers",
  async measure({ quick, say }: Size): Promise<Row[]> {
    say("making a log of a million");
    const made = new MadeLog();
    const between = inAll / ofOne - 1;
    for (let n = 0; n < ofOne; n++) {
      made.fill(between);
      made.write("uid-locum", { label: { title: `SPECIMEN certificate ${n % 200}`, agency: "SPECIMEN Acme Locums" } });
    }
    const record = await made.record("uid-locum");
    const fetched = gzipSync(record).length;
    const times: number[] = [];
    for (let n = 0; n < 5; n++) {
      times.push(
        await timed(async () => {
          const { verdict } = checkRecord({ record, vkey: made.vkey });
          if (verdict !== "valid") throw new Error(`The record was found ${verdict}`);
        }),
      );
    }
    say("checking it in Chromium");
    const inBrowser = await checkedInChromium(record, made.vkey, quick ? 3 : 7);
    say("appending by 8 writers");
    const rate = await appending(quick ? 3_000 : 8_000);
    return [
      inBrowser,
      {
        name: "The same by the same code in Node, warmed up",
        measured: median(times) / 1000,
        unit: "s",
        note: `${spread(times, 0)} ms.`,
      },
      {
        name: "Fetched for that check",
        measured: fetched / 1e6,
        unit: "MB",
        figure: { better: "less", must: 6, aim: 6 },
        note: `Compressed, as the server sends it; ${(record.length / 1e6).toFixed(1)} MB unpacked.`,
      },
      {
        name: "Entries a second made durable by 8 writers",
        measured: rate,
        unit: "/s",
        figure: { better: "more", must: 500, aim: 1000 },
        note: "Each writer to a chain of its own, one entry a transaction, while the server's sequencer runs.",
      },
    ];
  },
};

async function checkedInChromium(record: Uint8Array, vkey: string, turns: number): Promise<Row> {
  const row = { name: "10,000 entries of a log of a million checked, in a browser", unit: "s" };
  const figure = { better: "less", must: 1, aim: 0.5 } as const;
  try {
    const { base } = await freshHouse("browser");
    const times = await checkedInBrowser(base, { record, vkey, turns });
    const note = `The app's worker in Chromium, started anew each time; ${spread(times, 0)} ms.`;
    return { ...row, measured: median(times) / 1000, figure, note };
  } catch (error) {
    return { ...row, figure, note: `not measured: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    await closePlaces();
  }
}

async function appending(ms: number): Promise<number> {
  const house = await freshHouse("log");
  const people: string[] = [];
  for (let n = 0; n < 8; n++) {
    const { client } = await house.signUp(`Writer${n}`);
    people.push((await client.get<{ id: string }>("/api/me")).id);
  }
  const { ctx, close } = await actingFor(house, people[0] ?? "");
  try {
    let written = 0;
    const until = performance.now() + ms;
    const took = await timed(() =>
      Promise.all(
        people.map(async (accountId) => {
          for (; performance.now() < until; written++) {
            await ctx.transaction((tx) =>
              append(ctx, tx, [{ accountId, act: "document-opened", label: { title: "SPECIMEN" } }]),
            );
          }
        }),
      ),
    );
    return written / (took / 1000);
  } finally {
    await close();
  }
}
