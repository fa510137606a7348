import { createHash } from "node:crypto";
import exifr from "exifr";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MOOR, phoneExif } from "../../../../../scripts/specimens/exif.ts";
import type { Sandbox } from "../../platform/sandbox/index.ts";
import type { TestHouse } from "../../testing/house.ts";
import type { TestClient } from "../accounts/testing.ts";
import { contentWithoutPlace } from "./actions/prepare-without-place.ts";
import { copyKeys, documentsForSending } from "./actions/send-documents.ts";
import { agencyWithMember, locumActor, sendCopy } from "./copies.testing.ts";
import { openOne } from "./documents.open.ts";
import { sweep } from "./documents.sweep.ts";
import {
  acts,
  blobIds,
  openDocumentsHouse,
  picturesNow,
  signedInLocum,
  smallPdf,
  upload,
} from "./documents.testing.ts";
import type { OpenPart } from "./opening-cover.ts";

let house: TestHouse;
let me: { id: string; client: TestClient };
let memberId: string;

beforeAll(async () => {
  house = await openDocumentsHouse();
  me = await signedInLocum(house, { email: "sending@example.test" });
  ({ id: memberId } = await signedInLocum(house, { email: "receiving@example.test" }));
});
afterAll(async () => {
  expect(house.errors).toEqual([]);
  await house.close();
});

async function photoWithPlace(): Promise<Buffer> {
  const colour = { r: Math.floor(Math.random() * 255), g: 90, b: 60 };
  const photo = sharp({ create: { width: 320, height: 200, channels: 3, background: colour } });
  return photo.withExif(phoneExif("2026:05:04 10:11:12", MOOR)).jpeg().toBuffer();
}

test("a paper of somebody else in the list refuses the whole, and nothing tells which", async () => {
  const mine = (await upload(me.client, "bls", [{ bytes: smallPdf() }])).body.id;
  const other = await signedInLocum(house, { email: "not-mine@example.test" });
  const theirs = (await upload(other.client, "bls", [{ bytes: smallPdf() }])).body.id;
  const ctx = house.contextFor(locumActor(me.id));
  for (const ids of [[mine, theirs], [theirs], [mine, "00000000000000000000000000"]]) {
    await expect(ctx.transaction((tx) => documentsForSending(ctx, tx, ids))).rejects.toMatchObject({
      code: "not-found",
    });
  }
  const [paper] = await ctx.transaction((tx) => documentsForSending(ctx, tx, [mine, mine]));
  expect(paper).toMatchObject({ documentId: mine, version: 1, typeName: "Basic life support" });
});

test("a copy without place is a new content: no photo says where it was taken, and the original is untouched", async () => {
  const [photo, pdf] = [await photoWithPlace(), smallPdf()];
  const { body } = await upload(me.client, "bls", [{ bytes: photo, name: "a.jpg" }, { bytes: pdf }]);
  const ctx = house.contextFor(locumActor(me.id));
  // It looks for itself when the pictures job has not run yet.
  const prepared = await contentWithoutPlace(ctx, body.id);
  if (!prepared) throw new Error("There is a place to take out");
  expect(prepared).toMatchObject({ pictures: "ready", pages: 2, fromVersion: 1 });
  expect((await acts(house, me.id)).slice(-2)).toEqual(["pictures-made", "document-opened"]);

  const agency = await agencyWithMember(house, memberId);
  const copy = await sendCopy(house, { ownerId: me.id, documentId: body.id, agencyId: agency.id });
  const wrapped = await ctx.transaction(async (tx) => {
    const keys = await copyKeys(ctx, tx, { agencyAccountId: agency.id });
    return keys.rewrapForCopy(prepared, copy.copyId);
  });
  await house.database.admin.query("update app.copies set content_id = $2, wrapped_key = $3 where id = $1", [
    copy.copyId,
    prepared.contentId,
    wrapped,
  ]);
  const open = async (part: OpenPart) => {
    const opened = await openOne(house.contextFor(agency.member), {
      holding: { kind: "copy", accountId: me.id, copyId: copy.copyId },
      permission: copy.permission,
      part,
      purpose: "carry-out-a-transfer",
      record: async () => [{ accountId: me.id, act: "copy-opened", object: { kind: "copy", id: copy.copyId } }],
    });
    const chunks: Buffer[] = [];
    for await (const chunk of (await opened.blobs[0]?.start()) ?? []) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  const cleaned = await open({ kind: "file", n: 1 });
  expect(await exifr.gps(photo)).toBeDefined();
  expect(await exifr.gps(cleaned).catch(() => undefined)).toBeUndefined();
  expect(createHash("sha256").update(cleaned).digest("hex")).toBe(prepared.files[0]?.sha256);
  expect((await open({ kind: "file", n: 2 })).equals(pdf)).toBe(true);
  expect((await open({ kind: "page", page: 2, width: 1400 })).toString("latin1", 8, 12)).toBe("WEBP");
  const original = await house.app.inject({
    url: `/api/documents/${body.id}/versions/1/files/1/content`,
    headers: { cookie: [...me.client.cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
  });
  expect(original.rawPayload.equals(photo)).toBe(true);
});

test("a paper whose photos say no place needs no new content", async () => {
  const { body } = await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  expect(await contentWithoutPlace(house.contextFor(locumActor(me.id)), body.id)).toBeUndefined();
});

test("a prepared content that was never sent is swept after an hour", async () => {
  const { body } = await upload(me.client, "bls", [{ bytes: await photoWithPlace() }]);
  await picturesNow(house, me.id, body.id);
  const before = await blobIds(house);
  await contentWithoutPlace(house.contextFor(locumActor(me.id)), body.id);
  expect((await blobIds(house)).length).toBeGreaterThan(before.length);
  await sweep(house.service());
  expect((await blobIds(house)).length).toBeGreaterThan(before.length);
  house.clock.pass(61 * 60_000);
  await sweep(house.service());
  expect(await blobIds(house)).toEqual(before);
});

test("a pictures job that dies in the middle leaves nothing, and the next try ends it", async () => {
  const { body } = await upload(me.client, "bls", [{ bytes: smallPdf() }, { bytes: smallPdf() }]);
  const before = await blobIds(house);
  const { sandbox } = house.ports;
  const real: Sandbox["picture"] = sandbox.picture;
  let calls = 0;
  sandbox.picture = async (source, options, sink) => {
    calls += 1;
    if (calls === 1) return real.call(sandbox, source, options, sink);
    source.destroy();
    throw new Error("the machine went down");
  };
  await expect(picturesNow(house, me.id, body.id)).rejects.toThrow("went down");
  sandbox.picture = real;
  expect(await blobIds(house)).toEqual(before);
  expect((await me.client.get(`/api/documents/${body.id}`)).body.versions[0].pictures).toBe("pending");
  await picturesNow(house, me.id, body.id);
  expect((await me.client.get(`/api/documents/${body.id}`)).body.versions[0]).toMatchObject({
    pictures: "ready",
    pictureCount: 2,
  });
});

test("two pictures jobs of one version at one moment store one set", async () => {
  const { body } = await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  const before = (await blobIds(house)).length;
  await Promise.all([picturesNow(house, me.id, body.id), picturesNow(house, me.id, body.id)]);
  expect((await blobIds(house)).length).toBe(before + 2);
});
