import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestHouse } from "../../testing/house.ts";
import type { TestClient } from "../accounts/testing.ts";
import { acts, bigPdf, blobIds, openDocumentsHouse, send, signedInLocum, upload } from "./documents.testing.ts";

const limit = 1024 * 1024;
let house: TestHouse;
let me: { id: string; client: TestClient };

beforeAll(async () => {
  house = await openDocumentsHouse({ environment: { MAX_ACCOUNT_BYTES: String(limit) } });
  me = await signedInLocum(house, { email: "full@example.test" });
});
afterAll(() => house.close());

const file = (bytes: number) => [{ bytes: bigPdf(bytes) }];
const full = { status: 403, body: { code: "account-full" } };
const remove = (id: string) => me.client.request("DELETE", `/api/documents/${id}`);
const titlesOf = async () => (await me.client.get("/api/documents")).body.items.length;

test("an account takes papers up to its limit to the byte, then says what is taken and what to do, and keeps nothing", async () => {
  const first = await upload(me.client, "cv", [{ bytes: bigPdf(400_000) }, { bytes: bigPdf(100_000) }]);
  expect(first.status).toBe(201);
  const before = { blobs: await blobIds(house), acts: await acts(house, me.id), papers: await titlesOf() };
  const refused = await upload(me.client, "cv", file(limit - 500_000 + 1));
  expect(refused).toMatchObject(full);
  expect(refused.body.detail).toBe(
    "Your papers, with their past versions, take up 0.5 MB of 1 MB, and this would add 0.5 MB. Nothing was kept. Delete a paper that you no longer need, then add this one.",
  );
  expect({ blobs: await blobIds(house), acts: await acts(house, me.id), papers: await titlesOf() }).toEqual(before);

  const last = await upload(me.client, "cv", file(limit - 500_000));
  expect(last.status).toBe(201);
  expect(await upload(me.client, "cv", file(100))).toMatchObject(full);
  await remove(last.body.id);
  await remove(first.body.id);
  const again = await upload(me.client, "cv", file(limit));
  expect(again.status).toBe(201);
  await remove(again.body.id);
});

test("versions count, past ones too; the same bytes held twice count once, and need no room", async () => {
  const bytes = bigPdf(600_000);
  const paper = await upload(me.client, "cv", [{ bytes }]);
  const versions = `/api/documents/${paper.body.id}/versions`;
  expect(await send(me.client, versions, [{ file: { bytes: bigPdf(500_000) } }])).toMatchObject(full);
  expect((await upload(me.client, "cv", [{ bytes }])).status).toBe(201);
  expect((await send(me.client, versions, [{ file: { bytes: bigPdf(400_000) } }])).status).toBe(201);
  expect((await upload(me.client, "cv", [{ bytes }])).status).toBe(201);
  expect(await upload(me.client, "cv", file(100_000))).toMatchObject(full);
  for (const { id } of (await me.client.get("/api/documents")).body.items) await remove(id);
});

test("of two uploads at one moment only one takes the last room", async () => {
  for (let n = 0; n < 4; n++) {
    const answers = await Promise.all([1, 2, 3].map(() => upload(me.client, "cv", file(600_000))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
    for (const { status, body } of answers) if (status === 201) await remove(body.id);
  }
  expect(await blobIds(house)).toEqual([]);
});

test("one account's papers take no room from another's", async () => {
  expect((await upload(me.client, "cv", file(limit))).status).toBe(201);
  const other = await signedInLocum(house, { email: "room@example.test" });
  expect((await upload(other.client, "cv", file(limit))).status).toBe(201);
});
