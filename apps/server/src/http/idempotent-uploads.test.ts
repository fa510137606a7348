import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestClient } from "../rooms/accounts/testing.ts";
import {
  bigPdf,
  blobIds,
  multipart,
  openDocumentsHouse,
  type SentPart,
  signedInLocum,
  smallPdf,
  upload,
} from "../rooms/documents/documents.testing.ts";
import type { TestHouse } from "../testing/house.ts";

let house: TestHouse;
let me: { id: string; client: TestClient };

beforeAll(async () => {
  house = await openDocumentsHouse();
  me = await signedInLocum(house, { email: "again@example.test" });
}, 60_000);
afterAll(() => house.close());

/** As `multipart` makes it: with another boundary each time, as a browser does. */
function sendWith(key: string, parts: readonly SentPart[], url = "/api/documents") {
  const { body, contentType } = multipart(parts);
  return me.client.request("POST", url, body, { "content-type": contentType, "idempotency-key": key });
}
const cv: SentPart = { field: "type", value: "cv" };
const titled = (title: string): SentPart[] => [cv, { field: "title", value: title }];
const listed = async () => (await me.client.get("/api/documents")).body.items.length;

test("an upload sent again with its key gives the first answer, and keeps nothing twice", async () => {
  const parts = [...titled("Mine"), { file: { bytes: smallPdf() } }, { file: { bytes: bigPdf(700_000) } }];
  const first = await sendWith("same", parts);
  expect(first.status).toBe(201);
  const before = { blobs: await blobIds(house), papers: await listed() };
  const again = await sendWith("same", parts);
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect({ blobs: await blobIds(house), papers: await listed() }).toEqual(before);
});

test("an upload of another content under a used key is refused, be it as long as the first to the byte", async () => {
  const bytes = bigPdf(300_000);
  const other = Buffer.from(bytes);
  other.write("another", 200_000, "latin1");
  const [begin, end] = [bytes.subarray(0, 1000), Buffer.concat([Buffer.from("%PDF-1.7\n"), bytes.subarray(1000)])];
  const first = [...titled("Mine"), { file: { bytes } }, { file: { bytes: begin } }, { file: { bytes: end } }];
  expect((await sendWith("other", first)).status).toBe(201);
  const before = { blobs: await blobIds(house), papers: await listed() };

  const moved = Buffer.concat([end, begin]);
  const others: SentPart[][] = [
    [...titled("Mine"), { file: { bytes: other } }, { file: { bytes: begin } }, { file: { bytes: end } }],
    [...titled("Ours"), { file: { bytes } }, { file: { bytes: begin } }, { file: { bytes: end } }],
    [...titled("Mine"), { file: { bytes } }, { file: { bytes: end } }, { file: { bytes: begin } }],
    [
      ...titled("Mine"),
      { file: { bytes } },
      { file: { bytes: moved.subarray(0, 500) } },
      { file: { bytes: moved.subarray(500) } },
    ],
    [...titled("Mine"), { file: { bytes, name: "other.pdf" } }, { file: { bytes: begin } }, { file: { bytes: end } }],
    [...titled("Mine"), { file: { bytes } }],
    [...first, { file: { bytes: bigPdf(2_000_000) } }],
  ];
  for (const parts of others) {
    expect(await sendWith("other", parts)).toMatchObject({ status: 409, body: { code: "idempotency-key-reused" } });
  }
  expect({ blobs: await blobIds(house), papers: await listed() }).toEqual(before);
  expect((await sendWith("other", first)).status).toBe(201);
});

test("a refusal of an upload is kept for that content only", async () => {
  const wrong: SentPart[] = [cv, { file: { bytes: Buffer.from("no paper at all, only words") } }];
  const refused = await sendWith("refused", wrong);
  expect(refused).toMatchObject({ status: 415, body: { code: "file-type-not-accepted" } });
  expect(await sendWith("refused", wrong)).toMatchObject({ status: 415, body: refused.body });
  expect(await sendWith("refused", [cv, { file: { bytes: smallPdf() } }])).toMatchObject({
    status: 409,
    body: { code: "idempotency-key-reused" },
  });
});

test("a refusal before the body was read is no answer to keep: the same key serves the upload that comes after", async () => {
  const early = await sendWith("early", [cv, { file: { bytes: smallPdf() } }], "/api/documents/none/versions");
  expect(early.status).toBe(404);
  const { id } = (await upload(me.client, "cv", [{ bytes: smallPdf() }])).body;
  const added = await sendWith("early", [{ file: { bytes: smallPdf() } }], `/api/documents/${id}/versions`);
  expect(added.status).toBe(201);
});

test("what is kept of a request tells nobody who reads the database what it said", async () => {
  await sendWith("sealed", [cv, { file: { bytes: smallPdf() } }]);
  await me.client.request("PATCH", "/api/me/profile", { birthDate: "1980-01-01" }, { "idempotency-key": "plain" });
  const { rows } = await house.database.admin.query<{ request_digest: Buffer }>(
    "select request_digest from app.idempotency where key = 'plain'",
  );
  const guess = createHash("sha256").update('PATCH\n/api/me/profile\n{"birthDate":"1980-01-01"}').digest();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.request_digest.equals(guess)).toBe(false);
});
