import { createHash } from "node:crypto";
import { checkPack, checkReceipt, parsePackManifest, readUnverifiedReceipt } from "@locum-passport/audit-log";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailTo } from "../accounts/testing.ts";
import { bigPdf, smallPdf } from "../documents/documents.testing.ts";
import { openTransferHouse, type TransferHouse } from "./transfers.testing.ts";
import { unzipStored } from "./unzip.testing.ts";

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

describe("what an agency received", () => {
  test("opens byte for byte, and the sender sees who did before the first byte", async () => {
    const file = smallPdf();
    const sent = await t.sent([await t.paper("bls", [{ bytes: file, name: "BLS card.pdf" }])]);
    const picture = await t.bytes(t.acme.client, copyUrl(sent, "pages/1.webp?width=300"));
    expect(picture).toMatchObject({
      status: 200,
      headers: { "content-type": "image/webp", "cache-control": "no-store" },
    });
    expect((await mine(sent.id)).copies[0]).toMatchObject({ openedAt: expect.any(String), downloadedAt: null });
    const content = await t.bytes(t.acme.client, copyUrl(sent, "content"));
    expect(content.body.equals(file)).toBe(true);
    expect(String(content.headers["content-disposition"])).toMatch(/^attachment; filename="BLS card.pdf"/);
    expect((await mine(sent.id)).copies[0].downloadedAt).toEqual(expect.any(String));
    expect((await t.sentences(t.locum.client)).slice(0, 2)).toEqual([
      `Owner of Acme Locums at Acme Locums downloaded ${sent.copies[0].title}.`,
      `Owner of Acme Locums at Acme Locums opened ${sent.copies[0].title}.`,
    ]);
    const { body } = await t.acme.client.get(received(sent.id));
    expect(body.copies[0].lastOpenedBy.name).toBe("Owner of Acme Locums");
    expect(body).toMatchObject({ sender: { name: "Lo Specimen" }, agencyState: "approved", state: "active" });
  });

  test("is told in the history of each paper: opened, downloaded, also within a pack and after paper and copy are gone", async () => {
    const [one, other] = [await t.paper(), await t.paper()];
    const history = async (id: string) =>
      (await t.locum.client.get(`/api/timeline?object=${id}`)).body.items.map(({ act }: { act: string }) => act);
    const before = { one: await history(one), other: await history(other) };
    const sent = await t.sent([one, other]);
    await t.bytes(t.acme.client, copyUrl(sent, "pages/1.webp"));
    await t.bytes(t.acme.client, copyUrl(sent, "content"));
    expect(await history(one)).toEqual(["copy-downloaded", "copy-opened", ...before.one]);
    expect(await history(other)).toEqual(before.other);

    const added = await t.paper();
    await t.bytes(t.acme.client, received(sent.id, "/pack.zip"));
    const more = await t.locum.client.post(`/api/transfers/${sent.id}/copies`, {
      documentIds: [added],
      consent: { noticeVersion: t.noticeVersion, general: true, health: false, criminalRecord: false },
    });
    expect(more.status).toBe(200);
    expect(await history(other)).toEqual(["pack-downloaded", ...before.other]);
    expect(await history(added)).not.toContain("pack-downloaded"); // it came after the pack

    await t.locum.client.post(`/api/transfers/${sent.id}/stop`);
    await t.locum.client.request("DELETE", `/api/documents/${other}`);
    expect(await history(other)).toEqual(["document-deleted", "pack-downloaded", ...before.other]);
    const entry = (await t.locum.client.get(`/api/timeline?object=${one}&act=copy-opened`)).body.items[0];
    expect(entry.sentence).toContain("Owner of Acme Locums at Acme Locums opened");
    const pages = await t.locum.client.get(`/api/timeline?object=${one}&limit=1`);
    const next = await t.locum.client.get(`/api/timeline?object=${one}&limit=1&cursor=${pages.body.nextCursor}`);
    expect([pages.body.items[0].act, next.body.items[0].act]).toEqual(["pack-downloaded", "copy-downloaded"]);
    // Another locum who knows the paper's id learns nothing by it, and neither does the agency.
    expect((await t.acme.client.get(`/api/agency/timeline?object=${one}`)).body.items ?? []).toEqual([]);
  });

  test("opens for nobody else: not another agency, not the sender, not without a second factor", async () => {
    const sent = await t.sent([await t.paper()]);
    for (const path of ["content", "files/1/content", "pages/1.webp"]) {
      expect((await t.bytes(t.other.client, copyUrl(sent, path))).status).toBe(404);
      expect((await t.bytes(t.locum.client, copyUrl(sent, path))).status).toBe(404);
    }
    expect((await t.bytes(t.other.client, received(sent.id, "/pack.zip"))).status).toBe(404);
    expect((await t.acme.client.get(copyUrl(sent, "files/9/content"))).status).toBe(404);
    expect((await t.acme.client.get(copyUrl(sent, "pages/9.webp"))).status).toBe(404);
    expect((await t.sentences(t.locum.client))[0]).toMatch(/^You sent/);
  });

  test("for viewing only shows pages and hands out no file", async () => {
    const sent = await t.sent([await t.paper()], { mayDownload: false });
    for (const url of [
      copyUrl(sent, "content"),
      copyUrl(sent, "content?inline"),
      copyUrl(sent, "files/1/content"),
      received(sent.id, "/pack.zip"),
    ]) {
      expect((await t.acme.client.get(url)).body).toMatchObject({ status: 403, code: "download-not-allowed" });
    }
    expect((await t.sentences(t.locum.client)).slice(0, 2)).toEqual([
      "Owner of Acme Locums at Acme Locums tried to open the pack of all copies as a download, which was not allowed. They saw nothing.",
      `Owner of Acme Locums at Acme Locums tried to open ${sent.copies[0].title} as a download, which was not allowed. They saw nothing.`,
    ]);
    expect((await t.bytes(t.acme.client, copyUrl(sent, "pages/1.webp"))).status).toBe(200);
    const bare = await t.paper("bls", [{ bytes: bigPdf(3000) }]);
    expect((await t.send([bare], { mayDownload: false })).body.code).toBe("pictures-needed");
    expect((await t.send([bare])).status).toBe(201);
  });

  test("is found by name or number, and by what was done with it, in pages", async () => {
    await t.locum.client.request("PATCH", "/api/me/profile", {
      legalName: "Zoë Specimen",
      registrationNumber: "7000001",
    });
    const sent = await t.sent([await t.paper()]);
    const list = async (query: string, client = t.acme.client) =>
      (await client.get(`/api/agency/transfers?${query}`)).body;
    for (const query of ["query=zoe", "query=700%200001"]) {
      expect((await list(query)).items.map(({ id }: { id: string }) => id)).toEqual([sent.id]);
    }
    expect((await list("query=nobody")).items).toEqual([]);
    expect((await list("query=zoe", t.other.client)).items).toEqual([]);
    const has = async (filter: string) =>
      (await list(`filter=${filter}`)).items.some(({ id }: { id: string }) => id === sent.id);
    expect([await has("new"), await has("opened"), await has("sent-back"), await has("ending")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await t.bytes(t.acme.client, copyUrl(sent, "pages/1.webp"));
    expect([await has("new"), await has("opened")]).toEqual([false, true]);
    const soon = await t.sent([await t.paper()], { endsOn: t.day(10) });
    expect((await list("filter=ending")).items.map(({ id }: { id: string }) => id)).toEqual([soon.id]);
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const page = await list(`limit=2${cursor}`);
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await list("limit=200")).items.length);
    expect((await t.acme.client.get("/api/agency/transfers?cursor=junk")).body.code).toBe("bad-input");
  });

  test("sent back tells the sender why, by mail that there is something, and in the timeline", async () => {
    const sent = await t.sent([await t.paper()]);
    const answer = await t.acme.client.post(copyUrl(sent, "send-back"), {
      reason: "cut-off",
      message: "The date is missing",
    });
    expect(answer.body.copies[0].sentBack).toMatchObject({ reason: "cut-off", message: "The date is missing" });
    expect((await mine(sent.id)).copies[0].sentBack).toMatchObject({
      reason: "cut-off",
      message: "The date is missing",
    });
    expect((await t.sentences(t.locum.client))[0]).toContain("sent back");
    const mail = await mailTo(t.house.mailbox, "locum@example.test", "copy-sent-back");
    expect(mail.text).not.toMatch(/date is missing|Acme|bls/i);
    const arrived = await mailTo(t.house.mailbox, "acme@example.test", "copies-arrived");
    expect(arrived.text).not.toMatch(/Specimen|Zoë/);
  });

  test("as a pack is every copy with its manifest and receipt, and checks offline", async () => {
    const [one, two] = [smallPdf(), smallPdf()];
    const sent = await t.sent([await t.paper("bls", [{ bytes: one }, { bytes: two }]), await t.paper("cv")]);
    const renamed = await t.locum.client.request("PATCH", `/api/documents/${sent.copies[1].documentId}`, {
      title: "=HYPERLINK(1)",
    });
    expect(renamed.status).toBe(200);
    await t.locum.client.post(`/api/transfers/${sent.id}/copies`, {
      documentIds: [sent.copies[1].documentId],
      consent: { noticeVersion: t.noticeVersion, general: true, health: false, criminalRecord: false },
    });
    const pack = await t.bytes(t.acme.client, received(sent.id, "/pack.zip"));
    expect(pack).toMatchObject({ status: 200, headers: { "content-type": "application/zip" } });
    const files = unzipStored(pack.body);
    const manifest = parsePackManifest(files.get("manifest.json") ?? Buffer.alloc(0));
    const receipts = ["receipt.jws", "receipt-2.jws"].map((name) => files.get(name)?.toString() ?? "");
    for (const text of receipts) expect(checkReceipt({ text }).verdict).toBe("valid");
    const found = [...files].map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    }));
    const check = checkPack(manifest, receipts.map(readUnverifiedReceipt), found);
    expect(check).toMatchObject({ verdict: "valid", findings: [] });
    expect([...files.keys()].filter((name) => name.endsWith(".pdf"))).toHaveLength(3);
    expect(files.get("manifest.csv")?.toString()).toContain(`"'=HYPERLINK(1)"`);
    expect((await t.sentences(t.locum.client))[0]).toBe(
      "Owner of Acme Locums at Acme Locums downloaded 2 copies as one pack.",
    );
    expect(
      (await mine(sent.id)).copies.map((copy: { downloadedAt: string | null }) => copy.downloadedAt !== null),
    ).toEqual([true, false, true]);
  });
});
