import { createHash } from "node:crypto";
import { checkReceipt, readUnverifiedReceipt } from "@locum-passport/audit-log";
import { transferTicks } from "@locum-passport/contract";
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

  test("asks the database as many questions for 40 papers as for one", async () => {
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
    expect(await asked(papers)).toBe(one);
    expect(one).toBeLessThan(40);
  });

  test("that fails in its last step leaves nothing, and goes out whole when it is tried again", async () => {
    const paper = await t.paper();
    const before = await everything();
    const { admin } = t.house.database;
    await admin.query("revoke insert on app.receipts from lp_app");
    expect((await t.send([paper])).status).toBe(500);
    expect(t.house.errors.splice(0)).toHaveLength(1);
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

describe("the receipt", () => {
  test("is one signed text for both sides, holds hashes and the exact words, and stands in the log", async () => {
    const health = await t.paper("hepb-course");
    const consent = { noticeVersion: t.noticeVersion, general: true, health: true, criminalRecord: false };
    const sent = await t.sent([health], { consent, note: "For the ward" });
    const mine = await t.bytes(t.locum.client, `/api/transfers/${sent.id}/receipt`);
    const theirs = await t.bytes(t.acme.client, `/api/agency/transfers/${sent.id}/receipt`);
    expect(mine.body.equals(theirs.body)).toBe(true);
    expect(mine.headers["content-type"]).toBe("application/jose");
    const check = checkReceipt({ text: mine.body.toString(), vkey: t.house.ports.logSigner.vkey });
    expect(check).toMatchObject({ verdict: "valid", findings: [] });
    const terms = (await t.locum.client.get("/api/terms")).body;
    expect(check.receipt?.words).toEqual([terms.transferNotice.text, transferTicks.general, transferTicks.health]);
    expect(check.receipt?.documents[0]?.files[0]?.sha256).toBe(sent.copies[0].files[0].sha256);
    expect(check.receipt).toMatchObject({ transferId: sent.id, note: "For the ward", to: { name: "Acme Locums" } });
    expect((await t.bytes(t.other.client, `/api/agency/transfers/${sent.id}/receipt`)).status).toBe(404);
  });

  test("as a page shows what was typed as text, and carries no script or style of its own", async () => {
    const sent = await t.sent([await t.paper()], { note: `<script>alert("x")</script>` });
    const page = await t.bytes(t.locum.client, `/api/transfers/${sent.id}/receipt?format=html`);
    const html = page.body.toString();
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|undefined|\[object/);
    expect(html).toContain(sent.copies[0].files[0].sha256);
    expect(html).toContain(transferTicks.general);
  });
});

describe("a change to a transfer is a new permission with a receipt of its own", () => {
  const consent = () => ({ noticeVersion: t.noticeVersion, general: true, health: false, criminalRecord: true });

  test("extended: the copies live on under it, criminal-record ones six months at most", async () => {
    const sent = await t.sent([await t.paper(), await t.paper("dbs-certificate")], { consent: consent() });
    const bad = await t.locum.client.post(`/api/transfers/${sent.id}/extend`, {
      endsOn: t.day(30),
      consent: consent(),
    });
    expect(bad.body).toMatchObject({ code: "bad-input", errors: [{ field: "endsOn" }] });
    const without = { ...consent(), criminalRecord: false };
    const no = await t.locum.client.post(`/api/transfers/${sent.id}/extend`, { endsOn: t.day(300), consent: without });
    expect(no.body.code).toBe("consent-needed");
    const { body } = await t.locum.client.post(`/api/transfers/${sent.id}/extend`, {
      endsOn: t.day(300),
      consent: consent(),
    });
    expect(body.endsOn).toBe(t.day(300));
    expect(body.copies[0].endsOn).toBe(t.day(300));
    expect(body.copies[1].endsOn < t.day(185)).toBe(true);
    expect(body.receipts.map(({ kind }: { kind: string }) => kind)).toEqual(["sent", "extended"]);
    expect((await t.locum.client.get(`/api/transfers/${sent.id}`)).body).toEqual(body);
    for (const { id } of body.receipts) {
      const receipt = await t.bytes(t.locum.client, `/api/transfers/${sent.id}/receipts/${id}`);
      expect(checkReceipt({ text: receipt.body.toString() }).verdict).toBe("valid");
    }
    const opened = await t.bytes(t.acme.client, `/api/agency/transfers/${sent.id}/copies/${body.copies[0].id}/content`);
    expect(opened.status).toBe(200);
  });

  test("added and replaced: the newer copy stands in place of the older, which opens no more", async () => {
    const [first, second] = [await t.paper(), await t.paper()];
    const sent = await t.sent([first]);
    const old = sent.copies[0].id;
    const { body } = await t.locum.client.post(`/api/transfers/${sent.id}/copies`, {
      documentIds: [first, second],
      consent: consent(),
    });
    expect(body.copies.map((copy: { documentId: string }) => copy.documentId)).toEqual([first, first, second]);
    expect(body.copies[0].replacedBy).toBe(body.copies[1].id);
    expect((await t.locum.client.get(`/api/transfers/${sent.id}`)).body).toEqual(body);
    const url = (copy: string) => `/api/agency/transfers/${sent.id}/copies/${copy}/content`;
    expect((await t.bytes(t.acme.client, url(old))).status).toBe(404);
    for (const copy of body.copies.slice(1)) expect((await t.bytes(t.acme.client, url(copy.id))).status).toBe(200);
    expect((await t.locum.client.post(`/api/transfers/${sent.id}/stop`)).status).toBe(200);
    for (const copy of body.copies) expect((await t.bytes(t.acme.client, url(copy.id))).status).toBe(404);
    const late = await t.locum.client.post(`/api/transfers/${sent.id}/copies`, {
      documentIds: [first],
      consent: consent(),
    });
    expect(late.body.code).toBe("transfer-not-active");
    const extend = await t.locum.client.post(`/api/transfers/${sent.id}/extend`, {
      endsOn: t.day(200),
      consent: consent(),
    });
    expect(extend.body.code).toBe("transfer-not-active");
  });
});
