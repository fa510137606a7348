import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailTo } from "../accounts/testing.ts";
import { decideAgency } from "../agencies/index.ts";
import { bigPdf } from "../documents/documents.testing.ts";
import { sweep } from "../documents/index.ts";
import { openCopyContent } from "./actions/open-copy.ts";
import { endTransfers } from "./index.ts";
import { openTransferHouse, type TransferHouse } from "./transfers.testing.ts";

let t: TransferHouse;
beforeAll(async () => {
  t = await openTransferHouse();
  await t.house.start();
});
afterAll(async () => {
  expect(t.house.errors).toEqual([]);
  await t.house.close();
});

const received = (id: string, path = "") => `/api/agency/transfers/${id}${path}`;
const copyUrl = (sent: { id: string; copies: { id: string }[] }, path: string, index = 0) =>
  received(sent.id, `/copies/${sent.copies[index]?.id}/${path}`);
const mine = async (id: string) => (await t.locum.client.get(`/api/transfers/${id}`)).body;

describe("an end", () => {
  test("by two stops at once has one outcome; nothing opens, and each later try is told once in ten minutes", async () => {
    const document = await t.paper();
    const sent = await t.sent([document, await t.paper()]);
    await t.bytes(t.acme.client, copyUrl(sent, "content"));
    const stops = await Promise.all([1, 2].map(() => t.locum.client.post(`/api/transfers/${sent.id}/stop`)));
    expect(stops.map(({ status }) => status)).toEqual([200, 200]);
    expect(stops[0]?.body).toEqual(stops[1]?.body);
    expect(stops[0]?.body).toMatchObject({
      state: "stopped",
      opened: [sent.copies[0].id],
      downloaded: [sent.copies[0].id],
    });
    expect((await t.sentences(t.locum.client)).slice(0, 2)).toEqual([
      "You stopped Acme Locums' access. It still holds the copy it downloaded.",
      expect.stringContaining("downloaded"),
    ]);
    for (const path of ["content", "pages/1.webp", "content"])
      expect((await t.bytes(t.acme.client, copyUrl(sent, path))).status).toBe(404);
    expect((await t.bytes(t.acme.client, received(sent.id, "/pack.zip"))).status).toBe(404);
    const told = (await t.sentences(t.locum.client)).filter((sentence) => sentence.includes("tried to open"));
    expect(told).toHaveLength(2);
    expect(told[1]).toBe(
      `Owner of Acme Locums at Acme Locums tried to open ${sent.copies[0].title} after the access had ended. They saw nothing.`,
    );
    const keys = await t.house.database.admin.query("select wrapped_key from app.copies where transfer_id = $1", [
      sent.id,
    ]);
    expect(keys.rows).toEqual([{ wrapped_key: null }, { wrapped_key: null }]);
    const after = (await t.acme.client.get(received(sent.id))).body;
    expect(after).toMatchObject({
      state: "stopped",
      copies: [{ type: "bls", details: {}, files: [{ sha256: expect.any(String) }] }, {}],
    });
    expect((await t.bytes(t.acme.client, received(sent.id, "/receipt"))).status).toBe(200);
    expect((await t.bytes(t.locum.client, `/api/documents/${document}/content`)).status).toBe(200);
    expect((await t.acme.client.post(copyUrl(sent, "send-back"), { reason: "other", message: "x" })).body.code).toBe(
      "transfer-not-active",
    );
  });

  test("takes the typed details from the agency's side, sealed ones too", async () => {
    const bank = await t.paper("bank-details", undefined, { sortCode: "000000" });
    const sent = await t.sent([bank], { includeDetails: { [bank]: ["sortCode"] } });
    expect((await t.acme.client.get(received(sent.id))).body.copies[0].details).toEqual({ sortCode: "000000" });
    const sealed = async () =>
      (
        await t.house.database.admin.query("select length(sealed_agency) as n from app.copies where transfer_id = $1", [
          sent.id,
        ])
      ).rows[0].n;
    const before = await sealed();
    await t.locum.client.post(`/api/transfers/${sent.id}/stop`);
    expect(await sealed()).toBeLessThan(before);
    expect((await t.acme.client.get(received(sent.id))).body.copies[0].details).toEqual({});
    expect((await mine(sent.id)).copies[0].details).toEqual({ sortCode: "000000" });
  });

  test("in the middle of a download cuts it", async () => {
    const sent = await t.sent([await t.paper("bls", [{ bytes: bigPdf(8_000_000) }])]);
    const ctx = t.house.contextFor({
      kind: "agency",
      personId: t.acme.ownerId,
      agency: { id: t.acme.id, role: "owner" },
      staffRole: null,
      secondFactor: true,
      sessionId: null,
    });
    const { stream } = await openCopyContent(ctx, { transferId: sent.id, copyId: sent.copies[0].id, inline: false });
    const cut = new Promise((resolve) => stream.once("error", resolve));
    stream.read(1000);
    await t.locum.client.post(`/api/transfers/${sent.id}/stop`);
    expect(await cut).toMatchObject({ name: "OpeningEnded" });
  });

  test("leaves a copy whose original was deleted alone until then, and its bytes go with the last key", async () => {
    const document = await t.paper();
    const sent = await t.sent([document]);
    const gone = await t.locum.client.request("DELETE", `/api/documents/${document}`);
    expect(gone.body.transfers).toEqual([{ id: sent.id, agency: "Acme Locums", state: "active" }]);
    await sweep(t.house.service(), { olderThanMs: 0 });
    expect((await t.bytes(t.acme.client, copyUrl(sent, "content"))).status).toBe(200);
    const contents = async () =>
      Number((await t.house.database.admin.query("select count(*) as n from app.contents")).rows[0].n);
    const before = await contents();
    await t.locum.client.post(`/api/transfers/${sent.id}/stop`);
    expect(await contents()).toBe(before - 1);
    expect((await mine(sent.id)).copies[0]).toMatchObject({ title: sent.copies[0].title, files: sent.copies[0].files });
  });

  test("of an agency's approval ends every opening, says so in the list, and gives it back when it goes on", async () => {
    const sent = await t.sent([await t.paper()], { agencyId: t.other.id });
    const ctx = t.house.service();
    await decideAgency(ctx, { decision: "suspend", agencyId: t.other.id, reason: "SPECIMEN" });
    expect((await t.bytes(t.other.client, copyUrl(sent, "content"))).status).toBe(404);
    expect((await t.other.client.get(received(sent.id))).body).toMatchObject({
      state: "active",
      agencyState: "suspended",
    });
    expect((await t.sentences(t.locum.client))[0]).toContain("while the agency was suspended");
    await decideAgency(ctx, { decision: "resume", agencyId: t.other.id });
    expect((await t.bytes(t.other.client, copyUrl(sent, "content"))).status).toBe(200);
  });

  test("by date comes by itself, in reading before anything is written, and the owner is told a week before, once", async () => {
    const dbs = await t.paper("dbs-certificate");
    const consent = { noticeVersion: t.noticeVersion, general: true, health: false, criminalRecord: true };
    const sent = await t.sent([await t.paper()], { endsOn: t.day(30) });
    const long = await t.sent([dbs, await t.paper()], { endsOn: t.day(400), consent });
    const day = 86_400_000;
    t.house.clock.pass(24 * day);
    const asked = () => t.house.mailbox.filter((mail) => mail.kind === "access-ending").length;
    const before = asked();
    await endTransfers(t.house.service());
    await endTransfers(t.house.service());
    await mailTo(t.house.mailbox, "locum@example.test", "access-ending", before + 1);
    expect(asked()).toBe(before + 1);
    t.house.clock.pass(7 * day);
    const member = {
      kind: "agency",
      personId: t.acme.ownerId,
      agency: { id: t.acme.id, role: "owner" },
      staffRole: null,
      secondFactor: true,
      sessionId: null,
    } as const;
    const open = (of: typeof sent, index = 0) =>
      openCopyContent(t.house.contextFor(member), {
        transferId: of.id,
        copyId: of.copies[index].id,
        inline: false,
      }).then(({ stream }) => stream.destroy());
    await expect(open(sent)).rejects.toMatchObject({ code: "not-found" });
    await endTransfers(t.house.service());
    const { rows } = await t.house.database.admin.query(
      "select state, ended_at is null as open from app.transfers where id = any($1) order by sent_at",
      [[sent.id, long.id]],
    );
    expect(rows).toEqual([
      { state: "ended", open: false },
      { state: "active", open: true },
    ]);
    t.house.clock.pass(160 * day);
    await endTransfers(t.house.service());
    await expect(open(long, 0)).rejects.toMatchObject({ code: "not-found" });
    await open(long, 1);
    const held = await t.house.database.admin.query(
      "select wrapped_key is null as gone from app.copies where transfer_id = $1 order by n",
      [long.id],
    );
    expect(held.rows).toEqual([{ gone: true }, { gone: false }]);
  });
});
