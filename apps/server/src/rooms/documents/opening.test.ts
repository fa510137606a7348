import type { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../../context.ts";
import type { TestHouse } from "../../testing/house.ts";
import type { TestClient } from "../accounts/testing.ts";
import { agencyWithMember, locumActor, sendCopy } from "./copies.testing.ts";
import { openOne } from "./documents.open.ts";
import { sweep } from "./documents.sweep.ts";
import {
  acts,
  bigPdf,
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
let agency: { id: string; member: Actor };
let memberId: string;

beforeAll(async () => {
  house = await openDocumentsHouse();
  me = await signedInLocum(house, { email: "sender@example.test" });
  ({ id: memberId } = await signedInLocum(house, { email: "member@example.test" }));
});
beforeEach(async () => {
  await house.database.admin.query("update app.members set removed_at = now() where removed_at is null");
  agency = await agencyWithMember(house, memberId);
});
afterAll(async () => {
  expect(house.errors).toEqual([]);
  await house.close();
});

const added = async (bytes: Buffer) => (await upload(me.client, "bls", [{ bytes }])).body.id as string;
const run = (sql: string, ...values: unknown[]) => house.database.admin.query(sql, values);

function openCopy(actor: Actor, copy: { copyId: string; permission: string }, part: OpenPart = { kind: "files" }) {
  return openOne(house.contextFor(actor), {
    holding: { kind: "copy", accountId: me.id, copyId: copy.copyId },
    permission: copy.permission,
    part,
    purpose: "carry-out-a-transfer",
    record: async () => [
      { accountId: me.id, act: "copy-opened", object: { kind: "copy", id: copy.copyId }, label: { title: "BLS" } },
    ],
  });
}

async function bytesOf(stream: Readable | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("a member of the agency opens a copy, and the act is in the sender's log before the first byte", async () => {
  const bytes = smallPdf();
  const copy = await sendCopy(house, { ownerId: me.id, documentId: await added(bytes), agencyId: agency.id });
  const opened = await openCopy(agency.member, copy);
  expect((await acts(house, me.id)).at(-1)).toBe("copy-opened");
  expect((await bytesOf(await opened.blobs[0]?.start())).equals(bytes)).toBe(true);
});

test("a copy opens after its original was deleted, and after the owner replaced it", async () => {
  const bytes = smallPdf();
  const documentId = await added(bytes);
  const copy = await sendCopy(house, { ownerId: me.id, documentId, agencyId: agency.id });
  const gone = await me.client.request("DELETE", `/api/documents/${documentId}`);
  expect(gone.body.transfers).toEqual([{ id: copy.transferId, agency: "Specimen Agency", state: "active" }]);
  await sweep(house.service(), { olderThanMs: 0 });
  expect((await bytesOf(await (await openCopy(agency.member, copy)).blobs[0]?.start())).equals(bytes)).toBe(true);
});

describe("a paper deleted before its pictures were made", () => {
  const stateOf = async (copyId: string) =>
    (
      await run(
        `select c.pictures, c.pages from app.contents c join app.copies k on k.content_id = c.id where k.id = $1`,
        copyId,
      )
    ).rows[0];
  async function deletedAndSent(bytes = smallPdf()) {
    const documentId = await added(bytes);
    const copy = await sendCopy(house, { ownerId: me.id, documentId, agencyId: agency.id });
    await me.client.request("DELETE", `/api/documents/${documentId}`);
    return { documentId, copy };
  }

  test("gets them for the copy that lives on, and the agency sees its pages", async () => {
    const { documentId, copy } = await deletedAndSent();
    await picturesNow(house, me.id, documentId);
    expect(await stateOf(copy.copyId)).toEqual({ pictures: "ready", pages: 1 });
    expect((await acts(house, me.id)).at(-1)).toBe("pictures-made");
    const opened = await openCopy(agency.member, copy, { kind: "page", page: 1, width: undefined });
    expect((await bytesOf(await opened.blobs[0]?.start())).subarray(8, 12).toString()).toBe("WEBP");
    const before = await acts(house, me.id);
    await picturesNow(house, me.id, documentId); // a second run finds nothing to do
    expect(await acts(house, me.id)).toEqual(before);
  });

  test("of a file without pages, is told to have none, with the reason", async () => {
    const { documentId, copy } = await deletedAndSent(bigPdf(20_000));
    await picturesNow(house, me.id, documentId);
    const { rows } = await run(
      "select c.pictures, c.pictures_reason from app.contents c join app.copies k on k.content_id = c.id where k.id = $1",
      copy.copyId,
    );
    expect(rows).toEqual([{ pictures: "none", pictures_reason: "damaged" }]);
  });

  test("whose job was lost is found by the sweep", async () => {
    const { copy } = await deletedAndSent();
    await run("delete from graphile_worker._private_jobs");
    house.clock.pass(20 * 60_000);
    await sweep(house.service());
    const { rows } = await run(
      "select key from graphile_worker._private_jobs where key like 'pictures:' || (select document_id from app.copies where id = $1) || ':%'",
      copy.copyId,
    );
    expect(rows).toHaveLength(1);
  });

  test("is not pictured for a copy whose agency is suspended or whose last day has passed", async () => {
    const before = await deletedAndSent();
    const opens = () => picturesNow(house, me.id, before.documentId);
    await run("update app.agencies set state = 'suspended' where id = $1", agency.id);
    await opens();
    await run("update app.agencies set state = 'approved' where id = $1", agency.id);
    await run("update app.copies set ends_on = '2020-01-01' where id = $1", before.copy.copyId);
    await opens();
    expect(await stateOf(before.copy.copyId)).toMatchObject({ pictures: "pending" });
  });

  test("opens to the service by no other permission, and to nobody else by the one for pictures", async () => {
    const { copy } = await deletedAndSent();
    const open = (ctx: ReturnType<TestHouse["service"]>, permission: string) =>
      openOne(ctx, {
        holding: { kind: "copy", accountId: me.id, copyId: copy.copyId },
        permission,
        part: { kind: "files" },
        purpose: "run-the-account",
        record: async () => [{ accountId: me.id, act: "pictures-made" }],
      });
    const before = await acts(house, me.id);
    for (const permission of ["own", copy.permission]) {
      await expect(open(house.service(), permission)).rejects.toMatchObject({ code: "not-found" });
    }
    for (const actor of [agency.member, locumActor(me.id), { ...house.service().actor, kind: "staff" as const }]) {
      await expect(open(house.contextFor(actor), "pictures")).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await acts(house, me.id)).toEqual(before);
  });
});

describe("nothing opens, and nothing is written, for", () => {
  let copy: { copyId: string; permission: string; transferId: string };
  let documentId: string;
  beforeEach(async () => {
    documentId = await added(smallPdf());
    copy = await sendCopy(house, { ownerId: me.id, documentId, agencyId: agency.id });
  });
  async function refused(actor: Actor = agency.member, given: { copyId: string; permission: string } = copy) {
    const before = await acts(house, me.id);
    await expect(openCopy(actor, given)).rejects.toMatchObject({ code: "not-found" });
    expect(await acts(house, me.id)).toEqual(before);
  }
  test("a permission that was ended", async () => {
    await run("update app.permissions set ended_at = now() where id = $1", copy.permission);
    await refused();
  });
  test("a permission whose last day has passed; on its last day it opens", async () => {
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(house.clock.now());
    await run("update app.permissions set ends_on = $2::date where id = $1", copy.permission, today);
    await openCopy(agency.member, copy);
    await run("update app.permissions set ends_on = $2::date - 1 where id = $1", copy.permission, today);
    await refused();
  });
  test("a copy whose own last day has passed", async () => {
    await run("update app.copies set ends_on = '2020-01-01' where id = $1", copy.copyId);
    await refused();
  });
  test("a copy whose key was destroyed", async () => {
    await run("update app.copies set wrapped_key = null where id = $1", copy.copyId);
    await refused();
  });
  test("the permission of another copy", async () => {
    const other = await sendCopy(house, { ownerId: me.id, documentId, agencyId: agency.id });
    await refused(agency.member, { copyId: copy.copyId, permission: other.permission });
  });
  test("the owner's own permission in the hands of the agency", async () => {
    await refused(agency.member, { copyId: copy.copyId, permission: "own" });
  });
  test("another agency, a removed member, a member without the second factor, the owner as such, a stranger", async () => {
    const stranger = await signedInLocum(house, { email: `stranger-${copy.copyId}@example.test` });
    const elsewhere = await agencyWithMember(house, stranger.id);
    await refused(elsewhere.member);
    await refused(locumActor(stranger.id));
    await refused(locumActor(me.id));
    await refused({ ...agency.member, secondFactor: false });
    await run("update app.members set removed_at = now() where person_id = $1", agency.member.personId);
    await refused();
  });
  test("a suspended agency", async () => {
    await run("update app.agencies set state = 'suspended' where id = $1", agency.id);
    await refused();
  });
  test("the owner's version, opened by anybody else with the owner's permission", async () => {
    for (const actor of [agency.member, locumActor(agency.member.personId ?? "")]) {
      const opening = openOne(house.contextFor(actor), {
        holding: { kind: "version", accountId: me.id, documentId, number: 1 },
        permission: "own",
        part: { kind: "files" },
        purpose: "run-the-account",
        record: async () => [{ accountId: me.id, act: "document-opened" }],
      });
      await expect(opening).rejects.toMatchObject({ code: "not-found" });
    }
  });
  test("an opening that would leave no entry", async () => {
    const silent = openOne(house.contextFor(agency.member), {
      holding: { kind: "copy", accountId: me.id, copyId: copy.copyId },
      permission: copy.permission,
      part: { kind: "files" },
      purpose: "carry-out-a-transfer",
      record: async () => [],
    });
    await expect(silent).rejects.toThrow("without an entry");
  });
});

test("where only viewing is allowed, files stay shut and pages open", async () => {
  const documentId = await added(smallPdf());
  await picturesNow(house, me.id, documentId);
  const copy = await sendCopy(house, { ownerId: me.id, documentId, agencyId: agency.id, mayDownload: false });
  for (const part of [{ kind: "files" }, { kind: "file", n: 1 }, { kind: "everything" }] as const) {
    await expect(openCopy(agency.member, copy, part)).rejects.toMatchObject({ code: "download-not-allowed" });
  }
  const opened = await openCopy(agency.member, copy, { kind: "page", page: 1, width: 1400 });
  expect((await bytesOf(await opened.blobs[0]?.start())).toString("latin1", 8, 12)).toBe("WEBP");
});

describe("a stream in the middle is cut within a second by", () => {
  const ways: Record<string, (copy: { copyId: string; permission: string }) => Promise<unknown>> = {
    "a stop that notifies": (copy) =>
      run(
        `with ended as (update app.permissions set ended_at = now() where id = $1) select pg_notify('permission_ended', $1)`,
        copy.permission,
      ),
    "a stop nobody heard of": (copy) =>
      run("update app.permissions set ended_at = now() where id = $1", copy.permission),
    "the loss of the copy's key": (copy) => run("update app.copies set wrapped_key = null where id = $1", copy.copyId),
    "a suspension": () => run("update app.agencies set state = 'suspended' where id = $1", agency.id),
    "the removal of the member": () => run("update app.members set removed_at = now() where agency_id = $1", agency.id),
  };
  test.each(Object.keys(ways))("%s", async (way) => {
    const bytes = bigPdf(3_000_000);
    const documentId = await added(bytes);
    const copy = await sendCopy(house, { ownerId: me.id, documentId, agencyId: agency.id });
    const stream = await (await openCopy(agency.member, copy)).blobs[0]?.start();
    const first: unknown = stream?.read(1000);
    expect(first).toBeInstanceOf(Buffer);
    const ended = new Promise<{ error: Error; at: number }>((resolve) => {
      stream?.once("error", (error) => resolve({ error, at: performance.now() }));
    });
    const began = performance.now();
    await ways[way]?.(copy);
    const { error, at } = await ended;
    expect(error.name).toBe("OpeningEnded");
    expect(at - began).toBeLessThan(1000);
  });
});

test("the client of a stopped stream sees a broken transfer, never a short success", async () => {
  const owner = await signedInLocum(house, { email: "broken@example.test" });
  const bytes = bigPdf(20_000_000);
  const { body } = await upload(owner.client, "bls", [{ bytes }]);
  const address = await house.app.listen({ port: 0, host: "127.0.0.1" });
  const cookie = [...owner.client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(`${address}/api/documents/${body.id}/content`, { headers: { cookie } });
  const reader = answer.body?.getReader();
  await reader?.read();
  await run("update app.permissions set ended_at = now() where account_id = $1 and id = 'own'", owner.id);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  let received = 0;
  const rest = (async () => {
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) return;
      received += piece.value.length;
    }
  })();
  await expect(rest).rejects.toThrow();
  expect(received).toBeLessThan(bytes.length);
});

test("a content nobody holds is removed by the sweep, one that a living copy holds stays", async () => {
  const documentId = await added(smallPdf());
  const copy = await sendCopy(house, { ownerId: me.id, documentId, agencyId: agency.id });
  const held = await blobIds(house);
  await me.client.request("DELETE", `/api/documents/${documentId}`);
  await sweep(house.service(), { olderThanMs: 0 });
  expect(await blobIds(house)).toEqual(held);
  await run("update app.copies set wrapped_key = null where id = $1", copy.copyId);
  await sweep(house.service(), { olderThanMs: 0 });
  expect((await blobIds(house)).length).toBe(held.length - 1);
});
