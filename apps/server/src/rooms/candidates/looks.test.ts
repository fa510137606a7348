import { afterAll, beforeAll, expect, test } from "vitest";
import { openTransferHouse, type TransferHouse } from "../transfers/transfers.testing.ts";
import { sender } from "./candidates.testing.ts";

let t: TransferHouse;
let ada: Awaited<ReturnType<typeof sender>>;
let bea: Awaited<ReturnType<typeof sender>>;
beforeAll(async () => {
  t = await openTransferHouse();
  ada = await sender(t, { name: "Ada Specimen", number: "7000030" }, [["passport", { expiryDate: t.day(10) }]]);
  bea = await sender(t, { name: "Bea Specimen", number: "7000031" }, [["passport", { expiryDate: t.day(200) }]]);
});
afterAll(async () => {
  expect(t.house.errors).toEqual([]);
  await t.house.close();
});

const by = "Owner of Acme Locums at Acme Locums";
const agencys = () => t.sentences(t.acme.client, "/api/agency/timeline");
/** What is new in a timeline, newest first. */
async function newIn(read: () => Promise<string[]>, run: () => Promise<unknown>): Promise<string[]> {
  const before = await read();
  await run();
  const after = await read();
  return after.slice(0, after.length - before.length);
}
const get = (path: string) => t.acme.client.get(`/api/agency/${path}`);
const idOf = async (number: string): Promise<string> => (await get(`candidates?query=${number}`)).body.items[0].id;
/** As it is on the day after; nobody stays signed in for that long here. */
const nextDay = () => t.house.database.admin.query("update app.candidate_looks set day = day - 1");
const csv = () => t.bytes(t.acme.client, "/api/agency/expiries?format=csv&days=30");

test("whoever reads one candidate's record stands in the sender's timeline and in the agency's, once a day", async () => {
  const id = await idOf("7000030");
  const sendersNew = await newIn(
    () => t.sentences(ada.client),
    async () => {
      const agencysNew = await newIn(agencys, async () => {
        for (let n = 0; n < 3; n++) expect((await get(`candidates/${id}`)).status).toBe(200);
      });
      expect(agencysNew).toEqual([`${by} looked at Ada Specimen's record.`]);
    },
  );
  const told = `${by} looked at your record there: the titles and dates of what you sent, against what they ask for.`;
  expect(sendersNew).toEqual([told]);
  await nextDay();
  expect(
    await newIn(
      () => t.sentences(ada.client),
      () => get(`candidates/${id}`),
    ),
  ).toEqual([told]);
});

test("a table that is taken stands in the agency's timeline each time, and in that of each sender whose papers are in it", async () => {
  const [adas, beas, agencysNew] = [() => t.sentences(ada.client), () => t.sentences(bea.client), agencys];
  const before = { ada: await adas(), bea: await beas(), agency: await agencysNew() };
  const taken = await csv();
  expect(taken.body.toString("utf8")).toContain("Ada Specimen");
  expect(taken.body.toString("utf8")).not.toContain("Bea Specimen");
  await csv();
  expect(await adas()).toEqual([
    `${by} downloaded a list of what ends soon, with papers of yours in it.`,
    ...before.ada,
  ]);
  expect(await beas()).toEqual(before.bea);
  const line = `${by} downloaded a list of what ends within 30 days.`;
  expect((await agencysNew()).slice(0, 2)).toEqual([line, line]);
});

test("lists on a screen, any page of them, are one line a day and member in the agency's timeline and none in a sender's", async () => {
  await nextDay();
  const sendersNew = await newIn(
    () => t.sentences(bea.client),
    async () => {
      const agencysNew = await newIn(agencys, async () => {
        await get("candidates");
        await get("candidates?limit=1");
        await get("expiries");
      });
      expect(agencysNew).toEqual([`${by} looked through the list of candidates.`]);
    },
  );
  expect(sendersNew).toEqual([]);
});

test("of a candidate who is not there nothing is written", async () => {
  const read = () => get("candidates/00000000000000000000000000");
  expect((await read()).status).toBe(404);
  expect(await newIn(agencys, read)).toEqual([]);
});

test("when the log cannot be written, nothing is told and no table goes out", async () => {
  const id = await idOf("7000031");
  await nextDay();
  const { admin } = t.house.database;
  await admin.query("alter table app.entries add constraint nothing_more check (false) not valid");
  try {
    for (const path of ["candidates", `candidates/${id}`, "expiries", "expiries?format=csv"]) {
      const { status, body } = await get(path);
      expect(status).toBe(500);
      expect(JSON.stringify(body)).not.toContain("Specimen");
    }
  } finally {
    await admin.query("alter table app.entries drop constraint nothing_more");
  }
  t.house.expectErrors(4);
});
