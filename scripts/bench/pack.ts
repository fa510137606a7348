import { randomBytes } from "node:crypto";
import { londonDay } from "@locum-passport/compliance";
import type { Client } from "../demo/client.ts";
import { terms } from "../demo/people.ts";
import { AMARA } from "../specimens/person.ts";
import { makeSpecimens, type Specimen } from "../specimens/specimens.ts";
import { lookInto, settled } from "./background.ts";
import type { Measurement, Size } from "./measurement.ts";
import { median, pause, spread } from "./numbers.ts";
import { freshHouse, type House } from "./places.ts";
import { memoryOf, processesOf } from "./processes.ts";
import type { Row } from "./table.ts";

const papers = 40;
const pages = 60;
const time = { better: "less", must: 3, aim: 2 } as const;
const space = { better: "less", must: 300, aim: 240 } as const;

interface Made {
  seconds: number;
  /** Of server, PostgreSQL and sandbox together, looked at every 50 ms; none where it was not weighed. */
  megabytes: number[];
}

/** Forty SPECIMEN papers of sixty pages as one pack, from the press to both files being there, in both sizes. */
export const pack: Measurement = {
  name: "pack",
  about: `a pack of ${papers} papers and ${pages} pages, and the memory it takes`,
  async measure({ quick, say }: Size): Promise<Row[]> {
    const house = await freshHouse("pack");
    const { client } = await house.signUp("Packer");
    const documentIds = await keep(house, client);
    say(`${documentIds.length} papers kept`);
    await pause(15_000); // what keeping the papers took is given back
    const rested = memoryOf(processesOf(house));
    const turns = quick ? 3 : 7;
    const made = { full: [] as Made[], email: [] as Made[] };
    const seen: number[] = [];
    for (let turn = 0; turn <= turns; turn++) {
      for (const size of ["full", "email"] as const) {
        const one = await make(house, client, { documentIds, size }, false);
        if (turn > 0) made[size].push(one); // the first of each warms up
      }
      // To weigh processes takes them time, so packs are weighed beside those that are timed.
      const { megabytes } = await make(house, client, { documentIds, size: turn % 2 === 0 ? "full" : "email" }, true);
      seen.push(Math.max(...megabytes));
    }
    const seconds = (of: readonly Made[]) => of.map((one) => one.seconds);
    const timeRow = (name: string, of: readonly Made[]): Row => ({
      name,
      measured: median(seconds(of)),
      unit: "s",
      figure: time,
      note: `From the request to both files being there, the wait in the queue included; ${spread(seconds(of))} s.`,
    });
    return [
      timeRow(`A pack of ${papers} papers, ${pages} pages, full size`, made.full),
      timeRow(`A pack of ${papers} papers, ${pages} pages, for e-mail`, made.email),
      ...memoryRows(rested, seen),
    ];
  },
};

function memoryRows(rested: number, seen: readonly number[]): Row[] {
  const name = "Memory that making it adds, at most";
  if (process.platform !== "linux") {
    return [
      { name, unit: "MB", figure: space, note: "not measured: this system does not tell the share of shared pages" },
    ];
  }
  return [
    {
      name,
      measured: Math.max(...seen) - rested,
      unit: "MB",
      figure: space,
      note: `Beyond the ${rested.toFixed(0)} MB of the house at rest; the most of ${seen.length} packs in both sizes, made straight after others.`,
    },
    {
      name: "Memory of all processes meanwhile, at most",
      measured: Math.max(...seen),
      unit: "MB",
      note: `Proportional set size of server, PostgreSQL and sandbox, looked at every 50 ms; ${spread(seen, 0)} MB in each pack.`,
    },
  ];
}

async function keep(house: House, client: Client): Promise<string[]> {
  const { healthNotice, criminalRecordNotice } = await terms(client);
  await client.call("PUT", "/api/me/consents/health", { noticeVersion: healthNotice.version });
  await client.call("PUT", "/api/me/consents/criminal-record", { noticeVersion: criminalRecordNotice.version });
  const ids: string[] = [];
  for (const paper of chosen(await makeSpecimens(AMARA, londonDay(Date.now())))) ids.push(await add(client, paper));
  const database = await lookInto(house);
  await settled(database).finally(() => database.close());
  let drawn = 0;
  for (const id of ids) {
    const { versions } = await client.get<{ versions: { pictureCount: number }[] }>(`/api/documents/${id}`);
    drawn += versions[0]?.pictureCount ?? 0;
  }
  if (drawn !== pages) throw new Error(`The papers have ${drawn} pages, and not ${pages}`);
  return ids;
}

/** As a locum keeps them: the CV of several pages once, then DBS certificates of two and papers of one, scanned and written. */
function chosen(specimens: readonly Specimen[]): Specimen[] {
  const of = (name: string): Specimen => {
    const found = specimens.find((specimen) => specimen.name === name);
    if (!found) throw new Error(`There is no specimen called ${name}`);
    return found;
  };
  const singles = ["passport", "utility-bill", "council-tax-bill", "bls-certificate", "degree", "hepatitis-b"].map(of);
  const record = of("dbs-certificate");
  const twos = Array.from({ length: 13 }, () => ({ ...record, files: record.files.slice(0, 2) }));
  const rest = papers - 1 - twos.length;
  return [of("cv"), ...twos, ...Array.from({ length: rest }, (_, n) => singles[n % singles.length] ?? of("degree"))];
}

/** Some bytes behind the end of each file: the same file is not drawn twice. */
async function add(client: Client, { type, details, files }: Specimen): Promise<string> {
  const form = new FormData();
  form.set("type", type);
  form.set("details", JSON.stringify(details));
  for (const { fileName, mediaType, bytes } of files) {
    const stamped = Buffer.concat([bytes, Buffer.from(`\n%${randomBytes(8).toString("hex")}\n`)]);
    form.append("file", new Blob([new Uint8Array(stamped)], { type: mediaType }), fileName);
  }
  return (await client.upload<{ id: string }>("/api/documents", form)).id;
}

async function make(
  house: House,
  client: Client,
  wish: { documentIds: string[]; size: string },
  weighed: boolean,
): Promise<Made> {
  const consent = { general: true, health: true, criminalRecord: true };
  const began = performance.now();
  const { id } = await client.call<{ id: string }>("POST", "/api/packs", { ...wish, consent });
  const megabytes: number[] = [];
  for (;;) {
    if (weighed) megabytes.push(memoryOf(processesOf(house)));
    const { state } = await client.get<{ state: string }>(`/api/packs/${id}`);
    if (state === "ready") break;
    if (state !== "waiting" && state !== "making") throw new Error(`The pack is ${state}`);
    await pause(weighed ? 50 : 100);
  }
  const seconds = (performance.now() - began) / 1000;
  await client.call("DELETE", `/api/packs/${id}`);
  return { seconds, megabytes };
}
