import { mkdtemp, readdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BlobStoreError } from "../../platform/blobs/blobs.ts";
import { openDiskBlobs } from "../../platform/blobs/disk-blobs.ts";
import type { TestHouse } from "../../testing/house.ts";
import type { TestClient } from "../accounts/testing.ts";
import { sweep } from "./documents.sweep.ts";
import { acts, multipart, openDocumentsHouse, signedInLocum, smallPdf, upload } from "./documents.testing.ts";
import { withBlobs } from "./in-flight.ts";

let house: TestHouse;
let me: { id: string; client: TestClient };
let folder: string;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "locum-passport-blobs-"));
  house = await openDocumentsHouse({ replaced: { blobs: await openDiskBlobs(folder) } });
  me = await signedInLocum(house, { email: "cut@example.test" });
  port = Number(new URL(await house.app.listen({ port: 0, host: "127.0.0.1" })).port);
});
afterAll(async () => {
  expect(house.errors).toEqual([]);
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every file under the blob folder, unfinished ones too. */
async function onDisk(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

/** Sends the first bytes of a request and then lets go of the line; resolves with what was answered. */
function sendPart(request: Buffer, bytes: number, how: "destroy" | "end"): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(request.subarray(0, bytes), () => {
        setTimeout(() => (how === "destroy" ? socket.destroy() : socket.end()), 15);
      });
    });
    socket.on("data", (data) => {
      answer += data.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer));
  });
}

test("an upload cut at any byte keeps nothing", async () => {
  const before = { disk: await onDisk(), acts: await acts(house, me.id) };
  const { body, contentType } = multipart([
    { file: { bytes: smallPdf("x".repeat(30_000)) } },
    { field: "type", value: "bls" },
    { file: { bytes: smallPdf("y".repeat(90_000)) } },
  ]);
  const cookie = [...me.client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const head = Buffer.from(
    `POST /api/documents HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${cookie}\r\ncontent-type: ${contentType}\r\ncontent-length: ${body.length}\r\n\r\n`,
  );
  const request = Buffer.concat([head, body]);
  const steps = Array.from({ length: 24 }, (_, n) => head.length + Math.floor((body.length / 24) * n));
  const ends = [1, 2, 3, 20, 40, 60].map((fromEnd) => request.length - fromEnd);
  for (const bytes of [...steps, ...ends]) {
    const answer = await sendPart(request, bytes, bytes % 2 === 0 ? "destroy" : "end");
    expect(answer).not.toContain("HTTP/1.1 2");
    expect(answer).not.toContain("HTTP/1.1 5");
  }
  for (let waited = 0; (await onDisk()).length !== before.disk.length && waited < 3000; waited += 50) await wait(50);
  expect(await onDisk()).toEqual(before.disk);
  await sweep(house.service());
  expect(await onDisk()).toEqual(before.disk);
  expect(await acts(house, me.id)).toEqual(before.acts);
  const whole = await me.client.request("POST", "/api/documents", body, { "content-type": contentType });
  expect(whole.status).toBe(201);
}, 60_000);

test("a body that ends before its last boundary keeps nothing and says so", async () => {
  const before = await onDisk();
  const { body, contentType } = multipart([{ field: "type", value: "bls" }, { file: { bytes: smallPdf() } }]);
  for (const missing of [2, 10, 60, body.length - 120]) {
    const cut = body.subarray(0, body.length - missing);
    const answer = await me.client.request("POST", "/api/documents", cut, { "content-type": contentType });
    if (answer.status === 201) continue; // only the closing line break was missing
    expect(answer).toMatchObject({ status: 400, body: { code: "upload-cut" } });
  }
  expect((await onDisk()).length).toBeLessThanOrEqual(before.length + 1);
});

test("bytes that no row names are swept after an hour, and never while they are being written", async () => {
  const service = house.service();
  const kept = await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  expect(kept.status).toBe(201);
  const before = await onDisk();
  await withBlobs(house.ports, async (newBlob) => {
    const [flying, left] = [newBlob(), house.ports.newId()];
    await house.ports.blobs.write(flying, Readable.from([Buffer.from("being written")]));
    await house.ports.blobs.write(left, Readable.from([Buffer.from("left by a crash")]));
    await sweep(service);
    expect((await onDisk()).length).toBe(before.length + 2);
    house.clock.pass(61 * 60_000);
    await sweep(service);
    expect(await onDisk()).toEqual([...before, flying].sort());
  });
  await sweep(service);
  expect(await onDisk()).toEqual(before);
});

test("a full disk is an honest 503, nothing is kept, and the next upload works", async () => {
  const before = await onDisk();
  const { blobs } = house.ports;
  const real = blobs.batch;
  blobs.batch = () => ({ ...real.call(blobs), commit: () => Promise.reject(new BlobStoreError("storage-full")) });
  const refused = await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  blobs.batch = real;
  expect(refused).toMatchObject({ status: 503, body: { code: "storage-full" } });
  expect(await onDisk()).toEqual(before);
  expect((await upload(me.client, "bls", [{ bytes: smallPdf() }])).status).toBe(201);
});

test("when the log cannot be written nothing is kept and nothing opens", async () => {
  const kept = await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  const before = await onDisk();
  const { admin } = house.database;
  await admin.query("alter table app.entries add constraint nothing_more check (false) not valid");
  try {
    expect((await upload(me.client, "bls", [{ bytes: smallPdf() }])).status).toBeGreaterThanOrEqual(500);
    expect((await me.client.get(`/api/documents/${kept.body.id}/content`)).status).toBeGreaterThanOrEqual(500);
  } finally {
    await admin.query("alter table app.entries drop constraint nothing_more");
  }
  expect(await onDisk()).toEqual(before);
  house.expectErrors(2); // both faults were told
});
