import { checkReceipt } from "@locum-passport/audit-log";
import { transferTicks } from "@locum-passport/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTransferHouse, type TransferHouse } from "./transfers.testing.ts";

let t: TransferHouse;
beforeAll(async () => {
  t = await openTransferHouse();
});
afterAll(async () => {
  expect(t.house.errors).toEqual([]);
  await t.house.close();
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

  test("extended: the copies live on under it, criminal-record ones six months from their sending at most", async () => {
    const sent = await t.sent([await t.paper(), await t.paper("dbs-certificate")], { consent: consent() });
    const bad = await t.locum.client.post(`/api/transfers/${sent.id}/extend`, {
      endsOn: t.day(30),
      consent: consent(),
    });
    expect(bad.body).toMatchObject({ code: "bad-input", errors: [{ field: "endsOn" }] });
    const without = { ...consent(), criminalRecord: false };
    const no = await t.locum.client.post(`/api/transfers/${sent.id}/extend`, { endsOn: t.day(300), consent: without });
    expect(no.body.code).toBe("consent-needed");
    await t.house.database.admin.query("update app.copies set sent_at = sent_at - interval '60 days'");
    const { body } = await t.locum.client.post(`/api/transfers/${sent.id}/extend`, {
      endsOn: t.day(300),
      consent: consent(),
    });
    expect(body.endsOn).toBe(t.day(300));
    expect(body.copies[0].endsOn).toBe(t.day(300));
    expect(body.copies[1].endsOn < t.day(126)).toBe(true);
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
