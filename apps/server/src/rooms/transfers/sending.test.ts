import { createHash } from "node:crypto";
import { readUnverifiedReceipt } from "@locum-passport/audit-log";
import exifr from "exifr";
import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { MOOR, phoneExif } from "../../../../../scripts/specimens/exif.ts";
import { signedInLocum } from "../accounts/testing.ts";
import { smallPdf, upload } from "../documents/documents.testing.ts";
import { openTransferHouse, type TransferHouse } from "./transfers.testing.ts";

let t: TransferHouse;
beforeAll(async () => {
  t = await openTransferHouse();
});
afterAll(async () => {
  expect(t.house.errors).toEqual([]);
  await t.house.close();
});

const rows = async (table: string): Promise<number> =>
  Number((await t.house.database.admin.query(`select count(*) as n from app.${table}`)).rows[0].n);
const everything = async () => [
  await rows("transfers"),
  await rows("copies"),
  await rows("permissions"),
  await rows("receipts"),
  await rows("entries"),
];

describe("a sending", () => {
  test("makes copies that are records of their own, told on both timelines", async () => {
    const [one, two] = [await t.paper(), await t.paper()];
    const sent = await t.sent([one, two, one], { note: "=SUM(A1) <b>hello</b>" });
    expect(sent).toMatchObject({ state: "active", agency: { name: "Acme Locums" }, note: "=SUM(A1) <b>hello</b>" });
    expect(sent.copies.map((copy: { documentId: string }) => copy.documentId)).toEqual([one, two]);
    expect(sent.copies[0]).toMatchObject({ openedAt: null, downloadedAt: null, sentBack: null, endsOn: t.day(90) });
    expect((await t.locum.client.get(`/api/transfers/${sent.id}`)).body).toEqual(sent);
    expect((await t.locum.client.get("/api/transfers")).body.items[0]).toEqual(sent);
    expect((await t.sentences(t.locum.client))[0]).toMatch(/^You sent 2 copies to Acme Locums until /);
    expect((await t.sentences(t.acme.client, "/api/agency/timeline"))[0]).toMatch(/^Lo Specimen sent 2 copies/);
  });

  test("with a paper of someone else, or one that never was, is refused whole, and nothing tells which", async () => {
    const mine = await t.paper();
    const stranger = await signedInLocum(t.house, { email: "stranger@example.test" });
    const theirs = (await upload(stranger.client, "bls", [{ bytes: smallPdf() }])).body.id;
    const before = await everything();
    const answers = [
      await t.send([mine, theirs]),
      await t.send([mine, "0".repeat(26)]),
      await t.send([theirs], { removePlace: true }),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect({ ...body, instance: undefined }).toEqual({ ...answers[0]?.body, instance: undefined });
    }
    expect(await everything()).toEqual(before);
  });

  test("is refused with a code and a field, and leaves nothing", async () => {
    const paper = await t.paper();
    const other = await t.paper("other");
    const dbs = await t.paper("dbs-certificate");
    const consent = { noticeVersion: t.noticeVersion, general: true, health: false, criminalRecord: false };
    const before = await everything();
    expect((await t.send([paper], { endsOn: t.day(-1) })).body).toMatchObject({
      status: 400,
      code: "bad-input",
      errors: [{ field: "endsOn" }],
    });
    expect((await t.send([paper], { endsOn: t.day(800) })).body).toMatchObject({
      status: 400,
      errors: [{ field: "endsOn" }],
    });
    expect((await t.send([paper], { consent: { ...consent, noticeVersion: "old" } })).body.errors).toMatchObject([
      { field: "noticeVersion" },
    ]);
    expect((await t.send([paper, dbs])).body).toMatchObject({
      status: 403,
      code: "consent-needed",
      errors: [{ field: "criminalRecord" }],
    });
    expect((await t.send([other])).body.code).toBe("type-needed");
    expect((await t.send([])).body.code).toBe("bad-input");
    expect((await t.send([paper], { agencyId: "0".repeat(26) })).body.code).toBe("not-found");
    const { admin } = t.house.database;
    const refusedWhile = async (change: string, undo: string, code: string, papers = [paper]) => {
      await admin.query(change, [t.acme.id]);
      const answer = await t.send(papers, { consent: { ...consent, criminalRecord: true } });
      await admin.query(undo, [t.acme.id]);
      expect(answer.body.code).toBe(code);
    };
    for (const state of ["waiting", "suspended", "refused"]) {
      await refusedWhile(
        `update app.agencies set state = '${state}' where id = $1`,
        "update app.agencies set state = 'approved' where id = $1",
        "agency-not-approved",
      );
    }
    await refusedWhile(
      "update app.agencies set terms_version = 'older' where id = $1",
      `update app.agencies set terms_version = (select terms_version from app.agencies where id = '${t.other.id}') where id = $1`,
      "agency-terms-not-accepted",
    );
    await refusedWhile(
      "update app.agencies set may_hold_criminal_records = false where id = $1",
      "update app.agencies set may_hold_criminal_records = true where id = $1",
      "may-not-hold-criminal-records",
      [dbs],
    );
    const freeze = "update app.people set sending_frozen_until = $2 where account_id = $1";
    await admin.query(freeze, [t.locum.id, new Date(Date.now() + 86_400_000)]);
    expect((await t.send([paper])).body.code).toBe("sending-frozen");
    await admin.query(freeze, [t.locum.id, null]);
    expect(await everything()).toEqual(before);
  });

  test("of criminal-record papers gives those copies six months at most, and the others their day", async () => {
    const [paper, dbs] = [await t.paper(), await t.paper("dbs-certificate")];
    const consent = { noticeVersion: t.noticeVersion, general: true, health: false, criminalRecord: true };
    const sent = await t.sent([paper, dbs], { endsOn: t.day(300), consent });
    const [plain, guarded] = sent.copies;
    expect(sent.endsOn).toBe(t.day(300));
    expect(plain.endsOn).toBe(t.day(300));
    expect(guarded.endsOn >= t.day(178) && guarded.endsOn <= t.day(184)).toBe(true);
  });

  test("holds bank numbers back unless they are ticked", async () => {
    const details = { accountName: "L. Specimen", sortCode: "000000", accountNumber: "00000000" };
    const bank = await t.paper("bank-details", undefined, details);
    expect((await t.sent([bank])).copies[0].details).toEqual({});
    const ticked = await t.sent([bank], { includeDetails: { [bank]: ["sortCode"] } });
    expect(ticked.copies[0].details).toEqual({ sortCode: "000000" });
    const received = await t.acme.client.get(`/api/agency/transfers/${ticked.id}`);
    expect(received.body.copies[0].details).toEqual({ sortCode: "000000" });
  });

  test("asks the database no question a paper: of 40 one half is written while the other is sealed", async () => {
    const papers: string[] = [];
    for (let n = 0; n < 40; n++) papers.push((await upload(t.locum.client, "bls", [{ bytes: smallPdf() }])).body.id);
    const asked = async (ids: string[]) => {
      const query = vi.spyOn(pg.Client.prototype, "query");
      await t.sent(ids);
      const count = query.mock.calls.length;
      query.mockRestore();
      return count;
    };
    await asked(papers);
    const one = await asked(papers.slice(0, 1));
    expect(await asked(papers)).toBe(one + 1);
    expect(one).toBeLessThan(40);
  });

  test("that fails in its last step leaves nothing, and goes out whole when it is tried again", async () => {
    const paper = await t.paper();
    const before = await everything();
    const { admin } = t.house.database;
    await admin.query("revoke insert on app.receipts from lp_app");
    expect((await t.send([paper])).status).toBe(500);
    expect(t.house.expectErrors(1)).toHaveLength(1);
    await admin.query("grant insert on app.receipts to lp_app");
    expect(await everything()).toEqual(before);
    expect((await t.send([paper])).status).toBe(201);
  });

  test("without the place sends other files than those kept here, and its receipt says so", async () => {
    const colour = { r: 12, g: 90, b: 60 };
    const photo = await sharp({ create: { width: 320, height: 200, channels: 3, background: colour } })
      .withExif(phoneExif("2026:05:04 10:11:12", MOOR))
      .jpeg()
      .toBuffer();
    const document = await t.paper("bls", [{ bytes: photo, name: "card.jpg" }]);
    const kept = (await t.locum.client.get(`/api/documents/${document}`)).body.versions[0].files[0].sha256;
    const refused = await t.send([document], { removePlace: true, endsOn: t.day(-1) });
    expect(refused.body.code).toBe("bad-input");
    const sent = await t.sent([document], { removePlace: true });
    expect(sent.copies[0].placeRemoved).toBe(true);
    const content = await t.bytes(
      t.acme.client,
      `/api/agency/transfers/${sent.id}/copies/${sent.copies[0].id}/content`,
    );
    expect(await exifr.gps(photo)).toBeDefined();
    expect(await exifr.gps(content.body).catch(() => undefined)).toBeUndefined();
    const hash = createHash("sha256").update(content.body).digest("hex");
    expect(hash).not.toBe(kept);
    expect(sent.copies[0].files[0].sha256).toBe(hash);
    const page = await t.bytes(
      t.acme.client,
      `/api/agency/transfers/${sent.id}/copies/${sent.copies[0].id}/pages/1.webp`,
    );
    expect(page.status).toBe(200);
    const receipt = await t.bytes(t.locum.client, `/api/transfers/${sent.id}/receipt`);
    const { documents } = readUnverifiedReceipt(receipt.body.toString());
    expect(documents[0]).toMatchObject({ placeRemoved: true, files: [{ sha256: hash }] });
    expect((await t.sent([document])).copies[0]).toMatchObject({ placeRemoved: false, files: [{ sha256: kept }] });
  });
});
