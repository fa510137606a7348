import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestHouse } from "../../testing/house.ts";
import type { TestClient } from "../accounts/testing.ts";
import {
  acts,
  blobIds,
  openDocumentsHouse,
  picturesNow,
  send,
  signedInLocum,
  smallPdf,
  upload,
} from "./documents.testing.ts";

let house: TestHouse;
let me: { id: string; client: TestClient };

beforeAll(async () => {
  house = await openDocumentsHouse();
  me = await signedInLocum(house, { email: "documents@example.test" });
});
afterAll(async () => {
  expect(house.errors).toEqual([]);
  await house.close();
});

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("a paper is added, listed and read, and its exact bytes come back", async () => {
  const bytes = smallPdf();
  const added = await upload(me.client, "bls", [{ bytes, name: "BLS 2026.pdf" }], { completedOn: "2026-03-01" });
  expect(added).toMatchObject({ status: 201, body: { type: "bls", sensitivity: "ordinary", currentVersion: 1 } });
  const { id } = added.body;
  expect(added.body.versions[0].files[0]).toMatchObject({
    n: 1,
    fileName: "BLS 2026.pdf",
    mediaType: "application/pdf",
    bytes: bytes.length,
    sha256: sha256(bytes),
  });
  expect((await me.client.get("/api/documents")).body.items[0].id).toBe(id);
  expect((await me.client.get(`/api/documents/${id}`)).body).toMatchObject({ id, changes: [], holders: [] });

  const raw = await house.app.inject({
    url: `/api/documents/${id}/content`,
    headers: { cookie: cookieOf(me.client) },
  });
  expect(raw.rawPayload.equals(bytes)).toBe(true);
  expect(raw.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="BLS 2026.pdf"; filename*=UTF-8''BLS%202026.pdf`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  expect(raw.headers["content-security-policy"]).toContain("sandbox");
  expect((await acts(house, me.id)).slice(-3)).toEqual(["document-added", "staff-notified", "document-downloaded"]);
});

export const cookieOf = (client: TestClient) =>
  [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

test("nothing of what was stored can be read without the key", async () => {
  const before = new Set(await blobIds(house));
  const bytes = smallPdf("nobody may read this SPECIMEN line");
  await upload(me.client, "bls", [{ bytes }]);
  const [fresh] = (await blobIds(house)).filter((id) => !before.has(id));
  const stored: Buffer[] = [];
  for await (const chunk of await house.ports.blobs.read(fresh ?? "")) stored.push(chunk);
  expect(Buffer.concat(stored).includes("SPECIMEN")).toBe(false);
});

test("the files may come before the fields", async () => {
  const answer = await send(me.client, "/api/documents", [
    { file: { bytes: smallPdf() } },
    { field: "details", value: "{}" },
    { field: "type", value: "cv" },
  ]);
  expect(answer).toMatchObject({ status: 201, body: { type: "cv" } });
});

test("bytes held already are not stored twice, and the answer names where they are", async () => {
  const bytes = smallPdf();
  const first = await upload(me.client, "bls", [{ bytes }]);
  const stored = await blobIds(house);
  const second = await upload(me.client, "ils", [{ bytes }]);
  expect(second).toMatchObject({ status: 201, body: { identicalTo: [first.body.id] } });
  expect(await blobIds(house)).toEqual(stored);
  expect(second.body.id).not.toBe(first.body.id);

  await me.client.request("DELETE", `/api/documents/${first.body.id}`);
  expect(await blobIds(house)).toEqual(stored);
  const read = await house.app.inject({
    url: `/api/documents/${second.body.id}/content`,
    headers: { cookie: cookieOf(me.client) },
  });
  expect(read.rawPayload.equals(bytes)).toBe(true);
  await me.client.request("DELETE", `/api/documents/${second.body.id}`);
  expect((await blobIds(house)).length).toBe(stored.length - 1);
});

test("two uploads of the same bytes at one moment keep them once", async () => {
  const before = (await blobIds(house)).length;
  const bytes = smallPdf();
  const answers = await Promise.all([1, 2, 3].map(() => upload(me.client, "bls", [{ bytes }])));
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
  expect((await blobIds(house)).length).toBe(before + 1);
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(3);
});

test("a new version keeps the old one, and each opens by its number", async () => {
  const [old, fresh] = [smallPdf(), smallPdf()];
  const { body } = await upload(me.client, "bls", [{ bytes: old }]);
  const replaced = await send(me.client, `/api/documents/${body.id}/versions`, [{ file: { bytes: fresh } }]);
  expect(replaced).toMatchObject({ status: 201, body: { currentVersion: 2 } });
  const open = async (path: string) =>
    (await house.app.inject({ url: `/api/documents/${body.id}${path}`, headers: { cookie: cookieOf(me.client) } }))
      .rawPayload;
  expect((await open("/content")).equals(fresh)).toBe(true);
  expect((await open("/versions/1/content")).equals(old)).toBe(true);
  expect((await open("/versions/2/files/1/content?inline")).equals(fresh)).toBe(true);
  expect((await me.client.get(`/api/documents/${body.id}/versions/3/content`)).status).toBe(404);
});

test("several files come as one ZIP in their order, and each by its number", async () => {
  const files = [smallPdf("one"), smallPdf("two")];
  const { body } = await upload(me.client, "dbs-certificate-none", [], {});
  expect(body.code).toBe("file-missing");
  const added = await upload(
    me.client,
    "bls",
    files.map((bytes) => ({ bytes, name: "page.pdf" })),
  );
  const zip = await house.app.inject({
    url: `/api/documents/${added.body.id}/content`,
    headers: { cookie: cookieOf(me.client) },
  });
  expect(zip.headers["content-type"]).toBe("application/zip");
  const text = zip.rawPayload.toString("latin1");
  expect(text.indexOf("1 page.pdf")).toBeGreaterThan(0);
  expect(text.indexOf("2 page.pdf")).toBeGreaterThan(text.indexOf("1 page.pdf"));
  for (const file of files) expect(zip.rawPayload.includes(file)).toBe(true);
});

test("a changed detail leaves what was before readable", async () => {
  const { body } = await upload(me.client, "bls", [{ bytes: smallPdf() }], { completedOn: "2026-03-01" });
  const url = `/api/documents/${body.id}`;
  const changed = await me.client.request("PATCH", url, {
    title: "Basic life support, spring",
    details: { completedOn: "2026-04-01" },
  });
  expect(changed).toMatchObject({
    status: 200,
    body: { title: "Basic life support, spring", details: { completedOn: "2026-04-01" } },
  });
  const read = await me.client.get(url);
  expect(read.body.changes).toMatchObject([{ type: "bls", title: body.title, details: { completedOn: "2026-03-01" } }]);
  expect(await me.client.request("PATCH", url, { details: { completedOn: "2026-02-30" } })).toMatchObject({
    status: 400,
    body: { code: "bad-input", errors: [{ field: "details.completedOn" }] },
  });
});

test("health papers need their own yes, at upload and when a type is said later", async () => {
  const refused = await upload(me.client, "mmr", [{ bytes: smallPdf() }]);
  expect(refused).toMatchObject({ status: 403, body: { code: "consent-needed", errors: [{ field: "health" }] } });
  const later = await upload(me.client, "other", [{ bytes: smallPdf(), name: "Blood test.pdf" }]);
  expect(later).toMatchObject({ status: 201, body: { title: "Blood test", type: "other" } });
  const url = `/api/documents/${later.body.id}`;
  expect((await me.client.request("PATCH", url, { type: "mmr" })).body.code).toBe("consent-needed");

  const { healthNotice } = (await me.client.get("/api/terms")).body;
  await me.client.request("PUT", "/api/me/consents/health", { noticeVersion: healthNotice.version });
  expect(await me.client.request("PATCH", url, { type: "mmr" })).toMatchObject({
    body: { type: "mmr", sensitivity: "health" },
  });

  const taken = await me.client.request("DELETE", "/api/me/consents/health");
  expect(taken).toMatchObject({ status: 200, body: { deleted: [later.body.id] } });
  expect((await me.client.get(url)).status).toBe(404);
  expect((await acts(house, me.id)).slice(-2)).toEqual(["document-deleted", "consent-withdrawn"]);
});

test("staff are told the type, or for guarded papers only the category, and never who", async () => {
  await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  await upload(me.client, "bank-details", [{ bytes: smallPdf() }]);
  const { rows } = await house.database.admin.query(
    "select * from app.upload_notices order by at desc, id desc limit 2",
  );
  expect(rows).toMatchObject([
    { type: "pay", category: "pay" },
    { type: "bls", category: "training" },
  ]);
  expect(rows[0].reference).toBe(rows[1].reference);
  expect(JSON.stringify(rows)).not.toContain(me.id);
});

test("pictures are made from every page, sealed, and shown by page and width", async () => {
  const { body } = await upload(me.client, "bls", [{ bytes: smallPdf() }, { bytes: smallPdf() }]);
  expect(body.versions[0]).toMatchObject({ pictures: "pending", pages: null });
  await picturesNow(house, me.id, body.id);
  const stored = await blobIds(house);
  await picturesNow(house, me.id, body.id); // again changes nothing
  expect(await blobIds(house)).toEqual(stored);
  const read = await me.client.get(`/api/documents/${body.id}`);
  expect(read.body.versions[0]).toMatchObject({ pictures: "ready", pages: 2, pictureCount: 2, picturesReason: null });
  const page = await house.app.inject({
    url: `/api/documents/${body.id}/pages/2.webp?width=1000`,
    headers: { cookie: cookieOf(me.client) },
  });
  expect(page.headers["content-type"]).toBe("image/webp");
  expect(page.rawPayload.toString("latin1", 8, 12)).toBe("WEBP");
  expect((await me.client.get(`/api/documents/${body.id}/pages/3.webp`)).status).toBe(404);
});

test("small pictures in lists are one entry a visit, a page read is an entry of its own", async () => {
  const { body } = await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  await picturesNow(house, me.id, body.id);
  const before = await acts(house, me.id);
  const small = `/api/documents/${body.id}/pages/1.webp?width=200`;
  await Promise.all(Array.from({ length: 6 }, () => me.client.get(small)));
  expect((await acts(house, me.id)).slice(before.length)).toEqual(["thumbnails-shown"]);
  await me.client.get(`/api/documents/${body.id}/pages/1.webp?width=1400`);
  await me.client.get(small);
  expect((await acts(house, me.id)).slice(before.length)).toEqual(["thumbnails-shown", "document-opened"]);
  house.clock.pass(31 * 60_000);
  await me.client.get(small);
  expect((await acts(house, me.id)).at(-1)).toBe("thumbnails-shown");
});

test("a deleted paper is gone with its bytes, and its pictures job ends quietly", async () => {
  const before = await blobIds(house);
  const { body } = await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  const gone = await me.client.request("DELETE", `/api/documents/${body.id}`);
  expect(gone).toMatchObject({ status: 200, body: { id: body.id, transfers: [] } });
  await picturesNow(house, me.id, body.id);
  expect(await blobIds(house)).toEqual(before);
  expect((await me.client.get(`/api/documents/${body.id}/content`)).status).toBe(404);
});

test("nobody but the owner sees, opens, changes or deletes a paper, and the refusal tells nothing", async () => {
  const { body } = await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  await picturesNow(house, me.id, body.id);
  const other = await signedInLocum(house, { email: "other@example.test" });
  const missing = (await other.client.get("/api/documents/00000000000000000000000000")).body;
  const url = `/api/documents/${body.id}`;
  for (const path of ["", "/content", "/versions/1/content", "/versions/1/files/1/content", "/pages/1.webp"]) {
    expect(await other.client.get(url + path)).toMatchObject({ status: 404, body: missing });
  }
  expect(await other.client.request("PATCH", url, { title: "Mine" })).toMatchObject({ status: 404, body: missing });
  expect(await other.client.request("DELETE", url)).toMatchObject({ status: 404, body: missing });
  expect(await send(other.client, `${url}/versions`, [{ file: { bytes: smallPdf() } }])).toMatchObject({ status: 404 });
  expect((await acts(house, me.id)).at(-1)).toBe("pictures-made");
});

test("every answer of the list stays in its page, newest first", async () => {
  const first = (await me.client.get("/api/documents?limit=2")).body;
  const second = (await me.client.get(`/api/documents?limit=2&cursor=${first.nextCursor}`)).body;
  const ids = [...first.items, ...second.items].map((item: { id: string }) => item.id);
  expect(new Set(ids).size).toBe(4);
  expect([...ids].sort().reverse()).toEqual(ids);
  expect((await me.client.get("/api/documents?cursor=nonsense")).body.code).toBe("bad-input");
});
