import { lapses, starterProfile } from "@locum-passport/compliance";
import { crowdedPapers, crowds } from "../../packages/compliance/src/testing/crowded-passports.ts";
import type { InventedPassport } from "../../packages/compliance/src/testing/invented-passports.ts";
import { judgedInBrowser } from "./judge-in-browser.ts";
import { judgeWhole, people, planNext, planRenewals, size, timesOf } from "./judging.ts";
import type { Measurement, Size } from "./measurement.ts";
import { median, spread } from "./numbers.ts";
import type { Row } from "./table.ts";

const phone = 4;
const many = 10_000;
const atOnce = 500;
const crowded = 2_000;

/** What a request for readiness judges of one profile, here and in a browser as slow as a mid-range phone; then many, and large. */
export const readiness: Measurement = {
  name: "readiness",
  about: `${size.papers} papers against ${size.requirements} requirements: in Node, in a slowed browser, ${many} of them`,
  async measure({ quick, say }: Size): Promise<Row[]> {
    const count = quick ? 200 : 1000;
    timesOf(judgeWhole, people(0, 400));
    const passports = people(1000, count);
    const times = timesOf(judgeWhole, passports);
    say("in Chromium");
    const inBrowser = await rowsInBrowser(quick ? 200 : 500);
    say(`${many} passports`);
    const seconds = secondsForMany(quick ? many / 10 : many);
    say(`${crowded} papers`);
    return [
      {
        name: `Readiness of ${size.papers} papers, ${size.requirements} requirements`,
        measured: median(times),
        unit: "ms",
        figure: { better: "less", must: 2, aim: 1 },
        note: `States, originals, until when, next break; ${count} different passports, ${spread(times)} ms.`,
      },
      ...inBrowser,
      {
        name: `Readiness of ${many} passports on one core`,
        measured: seconds,
        unit: "s",
        figure: { better: "less", must: 10, aim: 8 },
        note: `Processor time, collecting garbage included${quick ? `; a tenth of them, times ten` : ""}.`,
      },
      information("The smallest set of papers to get, for one of these", timesOf(planRenewals, passports)),
      information("What to do next, for one of these", timesOf(planNext, passports)),
      crowdedRow(`Readiness of ${crowded} papers of one kind, the slowest kind`, judgeWhole),
      crowdedRow("What lapses of these", ({ requirements, held, facts }) =>
        lapses([{ key: "agency", requirements }], held, { on: "2026-11-23", facts }),
      ),
      crowdedRow("What to do next with these", planNext),
    ];
  },
};

async function rowsInBrowser(count: number): Promise<Row[]> {
  const name = `The same in a browser slowed ${phone} times`;
  const figure = { better: "less", must: 10, aim: 6 } as const;
  try {
    const { warm, first } = await judgedInBrowser(phone, count);
    const note = `Chromium with its processor throttled; ${spread(warm, 1)} ms.`;
    return [
      { name, measured: median(warm), unit: "ms", figure, note },
      { name: "The first one after the page was loaded", measured: first, unit: "ms" },
    ];
  } catch (error) {
    return [{ name, unit: "ms", figure, note: `not measured: ${error instanceof Error ? error.message : error}` }];
  }
}

/** Seconds of one core for ten thousand. People are invented outside the time that counts. */
function secondsForMany(count: number): number {
  let spent = 0;
  for (let done = 0; done < count; done += atOnce) {
    const passports = people(100_000 + done, atOnce);
    spent += processorTime(() => {
      for (const passport of passports) judgeWhole(passport);
    });
  }
  return (spent * many) / count / 1000;
}

/** Milliseconds of a processor, whatever else the machine does meanwhile. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function information(name: string, times: readonly number[]): Row {
  return { name, measured: median(times), unit: "ms", note: `${spread(times)} ms.` };
}

/** Against the lists for hospital doctors and for GPs together: the kind of paper that takes longest of those made to. */
function crowdedRow(name: string, work: (passport: InventedPassport) => unknown): Row {
  const requirements = ["nhs-hospital-doctor-agency", "gp-practice-locum"].flatMap((id) =>
    (starterProfile(id)?.requirements ?? []).map((one) => ({ ...one, id: `${id}/${one.id}` })),
  );
  const facts = { role: "doctor", nation: "england", eppRole: true, worksWith: "both" };
  const taken = crowds.map((crowd) => {
    const held = crowdedPapers(crowd, crowded);
    return { crowd, ms: Math.min(...[1, 2, 3].map(() => processorTime(() => work({ requirements, held, facts })))) };
  });
  const slowest = taken.reduce((one, two) => (one.ms >= two.ms ? one : two));
  const note = `Processor time; ${slowest.crowd}; ${requirements.length} requirements.`;
  return { name, measured: slowest.ms, unit: "ms", figure: { better: "less", must: 1000, aim: 250 }, note };
}
