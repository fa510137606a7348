import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../../platform/pdf/pdf-reading.testing.ts";
import { acts, picturesNow, send } from "../documents/documents.testing.ts";
import { openPackHouse, type PackHouse, pagesPdf } from "./packs.testing.ts";

let t: PackHouse;
let ordinary: string;
beforeAll(async () => {
  t = await openPackHouse();
  ordinary = await t.paper("cv", [{ bytes: pagesPdf(1, "CV"), name: "cv.pdf" }], { versionDate: "2026-11-01" });
});
afterAll(() => t?.house.close());

describe("the separate ticks", () => {
  test("are named when they are missing, each for its own kind; nothing is made or written then", async () => {
    const one = (type: string) => t.paper(type, [{ bytes: pagesPdf(1, type), name: "x.pdf" }], {}, false);
    const [health, dbs, bank] = [await one("hepb-antibody"), await one("dbs-certificate"), await one("bank-details")];
    const before = (await acts(t.house, t.ownerId)).length;
    const all = [ordinary, health, dbs, bank];
    const asked = async (consent: Record<string, boolean>) => {
      const answer = await t.ask(all, { consent });
      const { errors } = answer.body as { errors?: { field: string }[] };
      return [answer.status, answer.body.code, errors?.map(({ field }) => field)];
    };
    expect(await asked({ general: true })).toEqual([403, "consent-needed", ["health", "criminalRecord", "financial"]]);
    expect(await asked({ general: false, health: true, financial: true })).toEqual([
      403,
      "consent-needed",
      ["general", "criminalRecord"],
    ]);
    expect((await acts(t.house, t.ownerId)).length).toBe(before);
    expect((await t.client.get("/api/packs")).body.items).toEqual([]);
    const given = { general: true, health: true, criminalRecord: true, financial: true };
    const yes = await t.ask(all, { consent: given });
    expect(yes.status).toBe(202);
    expect(yes.body).toMatchObject({ state: "waiting", documents: 4, progress: { done: 0, total: 0 } });
    await t.client.request("DELETE", `/api/packs/${yes.body.id}`);
  });

  test("cannot be gone round by a paper that nobody has named", async () => {
    const untyped = await t.paper("other", [{ bytes: pagesPdf(1, "?"), name: "scan.pdf" }], undefined, false);
    const asked = await t.ask([untyped], { consent: { general: true, financial: true } });
    expect([asked.status, asked.body.code]).toEqual([403, "type-needed"]);
  });
});

describe("too much", () => {
  test("more than 500 papers are refused with the number in words, by the estimate and by the asking", async () => {
    const ids = Array.from({ length: 501 }, (_, at) => `paper${at}`);
    for (const url of ["/api/packs/estimate", "/api/packs"]) {
      const answer = await t.client.post(url, { documentIds: ids, size: "full", consent: { general: true } });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body.errors)).toContain("Choose 500 papers or fewer for one pack");
    }
  });

  test("five packs are kept at a time, and the sixth is told so", async () => {
    const kept: string[] = [];
    for (let at = 0; at < 5; at += 1) kept.push((await t.ask([ordinary])).body.id);
    const sixth = await t.ask([ordinary]);
    expect([sixth.status, sixth.body.code]).toEqual([409, "too-many-packs"]);
    for (const id of kept) await t.client.request("DELETE", `/api/packs/${id}`);
    expect((await t.ask([ordinary])).status).toBe(202);
  });
});

test("an agency that is not among mine is not found", async () => {
  expect((await t.ask([ordinary], { myAgencyId: "nobody" })).status).toBe(404);
});

test("a paper whose pictures are still being made is waited for, and goes without them when they do not come", async () => {
  const late = await t.paper("bls", [{ bytes: pagesPdf(2, "late"), name: "bls.pdf" }], {}, false);
  const asked = await t.ask([late]);
  await t.make(asked.body.id);
  expect((await t.read(asked.body.id)).state).toBe("waiting");
  await picturesNow(t.house, t.ownerId, late);
  await t.make(asked.body.id);
  expect(await t.read(asked.body.id)).toMatchObject({ state: "ready", documents: 1 });
  await t.client.request("DELETE", `/api/packs/${asked.body.id}`);

  const never = await t.paper("bls", [{ bytes: pagesPdf(2, "never"), name: "bls.pdf" }], {}, false);
  const again = await t.ask([never]);
  t.house.clock.pass(3 * 60_000);
  await t.make(again.body.id);
  const { pages } = await readPdf((await t.bytes(again.body.id, "pdf")).bytes);
  expect(pages.at(-1)?.text).toContain("There are no page pictures of this paper");
});

test("a version chosen is the version in the pack, whatever was added since", async () => {
  const id = await t.paper("indemnity", [{ bytes: pagesPdf(1, "first"), name: "a.pdf" }]);
  const asked = await t.ask([id]);
  await send(t.client, `/api/documents/${id}/versions`, [{ file: { bytes: pagesPdf(3, "second"), name: "b.pdf" } }]);
  await t.make(asked.body.id);
  const { files } = await t.unzipped(asked.body.id);
  const pdf = [...files].find(([name]) => name.endsWith(".pdf"))?.[1];
  expect(pdf?.equals(pagesPdf(1, "first"))).toBe(true);
});

test("pages that had to become coarser are named at their foot, at the end, in the ZIP's index and in the answer", async () => {
  const noise = { type: "gaussian", mean: 200, sigma: 25 } as const;
  const grain = sharp({ create: { width: 1000, height: 1400, channels: 3, background: "#ddd", noise } });
  const photo = await grain.jpeg({ quality: 95 }).toBuffer();
  const id = await t.paper("indemnity", [
    { bytes: photo, name: "1.jpg" },
    { bytes: pagesPdf(1, "2"), name: "2.pdf" },
  ]);
  const { recode } = t.house.ports.sandbox;
  t.house.ports.sandbox.recode = async (pages, options, sink) => {
    const squeezed = async function* () {
      for await (const page of pages) yield page === "unreadable" ? page : { ...page, most: 90_000 };
    };
    await recode(squeezed(), options, sink);
  };
  const email = await t.made([id], { size: "email" }).finally(() => {
    t.house.ports.sandbox.recode = recode;
  });
  const { pages } = await readPdf((await t.bytes(email.id, "pdf")).bytes);
  const coarser = pages.flatMap(({ text }, at) => (text.includes("made coarser to fit an e-mail") ? [at + 1] : []));
  expect(email.coarserPages).toEqual(coarser);
  expect(coarser).toHaveLength(1);
  const [page = 0] = coarser;
  expect(pages.at(-1)?.text.replaceAll(/\s+/g, " ")).toContain(`Page ${page} of this file was made coarser`);
  expect(pages).toHaveLength(email.pages ?? 0);
  const { index, files } = await t.unzipped(email.id);
  expect([...files.keys()].filter((name) => name.endsWith(".pdf"))).toHaveLength(1);
  expect(index).toContain("Pictures of its pages, made coarser for an e-mail");
  const [own] = [...files].filter(([name]) => name.endsWith(".pdf")).map(([, bytes]) => bytes);
  const read = await readPdf(own ?? Buffer.alloc(0));
  expect(read.pages.map(({ text }) => text.trim())).toEqual([
    "Amara Specimen · copy 1 of 1 · page 1 of 2 · made coarser to fit an e-mail",
    "Amara Specimen · copy 1 of 1 · page 2 of 2",
  ]);
});
