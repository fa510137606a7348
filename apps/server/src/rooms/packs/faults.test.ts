import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { BlobStore } from "../../platform/blobs/blobs.ts";
import { BlobStoreError } from "../../platform/blobs/blobs.ts";
import { memoryBlobs } from "../../platform/blobs/memory-blobs.ts";
import { readPdf } from "../../platform/pdf/pdf-reading.testing.ts";
import { createSandbox, type Sandbox } from "../../platform/sandbox/index.ts";
import { bundleChild } from "../../platform/sandbox/sandbox.testing.ts";
import { acts, blobIds } from "../documents/documents.testing.ts";
import { openOne, sweep } from "../documents/index.ts";
import { sweepPacks } from "./actions/sweep-packs.ts";
import { gate, openPackHouse, type PackHouse, pagesPdf } from "./packs.testing.ts";

let t: PackHouse;
let disk: { full: boolean };
/** What happens in the middle of the drawing, once. */
let inTheMiddle: (() => Promise<void>) | undefined;
let long: string;
let short: string;

beforeAll(async () => {
  disk = { full: false };
  const real = createSandbox({ childPath: await bundleChild("packs") });
  const sandbox: Sandbox = {
    ...real,
    recode: (pages, options, sink) => {
      let drawn = 0;
      return real.recode(pages, options, async (page) => {
        await sink(page);
        drawn += 1;
        const now = drawn === 2 ? inTheMiddle : undefined;
        if (now) inTheMiddle = undefined;
        await now?.();
      });
    },
  };
  t = await openPackHouse({ replaced: { sandbox, blobs: mayBeFull(memoryBlobs(), disk) } });
  long = await t.paper("cv", [{ bytes: pagesPdf(5, "CV"), name: "cv.pdf" }], { versionDate: "2026-11-01" });
  short = await t.paper("bls", [{ bytes: pagesPdf(1, "BLS"), name: "bls.pdf" }]);
});
afterAll(() => t?.house.close());
afterEach(async () => {
  disk.full = false;
  inTheMiddle = undefined;
  for (const { id } of (await t.client.get("/api/packs")).body.items)
    await t.client.request("DELETE", `/api/packs/${id}`);
});

function mayBeFull(blobs: BlobStore, now: { full: boolean }): BlobStore {
  return {
    ...blobs,
    batch: () => {
      const batch = blobs.batch();
      return {
        ...batch,
        write: async (id, bytes) => {
          const written = await batch.write(id, bytes);
          if (now.full) throw new BlobStoreError("storage-full");
          return written;
        },
      };
    },
  };
}

async function livePermissions(): Promise<number> {
  const { rows } = await t.house.database.admin.query(
    "select count(*)::int as n from app.permissions where kind = 'pack' and ended_at is null",
  );
  return rows[0].n;
}

async function blobOf(documentId: string, what: "picture" | "file", page = 1): Promise<string> {
  const table = what === "picture" ? "app.content_pictures" : "app.content_files";
  const { rows } = await t.house.database.admin.query(
    `select b.blob_id from ${table} b join app.document_versions v on v.content_id = b.content_id
     where v.document_id = $1 and b.${what === "picture" ? "page" : "n"} = $2 order by ${what === "picture" ? "width desc" : "n"}`,
    [documentId, page],
  );
  return rows[0].blob_id;
}

describe("what is kept damaged", () => {
  test("a picture that is gone is a page that says it is missing, in its place and in the answer", async () => {
    const damaged = await t.paper("cv", [{ bytes: pagesPdf(3, "other"), name: "cv.pdf" }], {
      versionDate: "2026-11-02",
    });
    await t.house.ports.blobs.remove(await blobOf(damaged, "picture", 2));
    for (const size of ["full", "email"] as const) {
      const pack = await t.made([damaged], { size });
      expect(pack.missingPages).toEqual([expect.stringMatching(/^Page 2 of 3 of .* is missing/)]);
      const { pages } = await readPdf((await t.bytes(pack.id, "pdf")).bytes);
      const copy = pages.filter(({ text }) => text.includes("copy 1 of 1"));
      expect(copy.map(({ text }) => text.includes("is missing"))).toEqual([false, true, false]);
      expect(pages.at(-1)?.text).toContain("Page 2 of 3");
    }
  });

  test("a file that is gone is named in the ZIP's index and in the answer; the rest is whole", async () => {
    const damaged = await t.paper("bls", [{ bytes: pagesPdf(1, "gone"), name: "bls.pdf" }]);
    await t.house.ports.blobs.remove(await blobOf(damaged, "file"));
    const pack = await t.made([damaged, short]);
    expect(pack).toMatchObject({ state: "ready", missingPages: [expect.stringContaining("is not in the ZIP")] });
    const { files, index } = await t.unzipped(pack.id);
    expect([...files.keys()].filter((name) => name.endsWith(".pdf"))).toHaveLength(1);
    expect(index).toContain("Missing: what is kept of it is damaged");
  });
});

describe("a pack that is not wanted any more", () => {
  test("cancelled in the middle it ends, opens nothing more, publishes nothing and leaves nothing behind", async () => {
    const before = await blobIds(t.house);
    const asked = await t.ask([long, short]);
    let answer: { body: { state: string } } | undefined;
    inTheMiddle = async () => {
      answer = await t.client.request("DELETE", `/api/packs/${asked.body.id}`);
    };
    await t.make(asked.body.id);
    expect(answer?.body.state).toBe("cancelled");
    expect(await t.read(asked.body.id)).toMatchObject({ state: "cancelled", pdfBytes: null, keptUntil: null });
    expect((await t.bytes(asked.body.id, "pdf")).status).toBe(409);
    expect(await blobIds(t.house)).toEqual(before);
    expect(await livePermissions()).toBe(0);
    expect((await t.sentences())[0]).toBe(
      "You cancelled the pack for Any agency while it was made. Nothing of it was kept.",
    );
  });

  test("cancelled before it began it is never made: its papers are not opened", async () => {
    const asked = await t.ask([short]);
    await t.client.request("DELETE", `/api/packs/${asked.body.id}`);
    await t.make(asked.body.id);
    expect((await acts(t.house, t.ownerId)).slice(-2)).toEqual(["pack-asked", "pack-ended"]);
  });

  test("its papers' end is its end, while it is made and when it is there", async () => {
    const paper = () => t.paper("bls", [{ bytes: pagesPdf(2, String(Math.random())), name: "bls.pdf" }]);
    const [one, two] = [await paper(), await paper()];
    const ready = await t.made([one, short]);
    const kept = await blobIds(t.house);
    await t.client.request("DELETE", `/api/documents/${one}`);
    expect((await t.read(ready.id)).state).toBe("gone");
    expect((await blobIds(t.house)).length).toBeLessThan(kept.length - 2);
    expect((await t.sentences())[0]).toContain("because a paper in it was deleted");

    const asked = await t.ask([two, long]);
    inTheMiddle = async () => void (await t.client.request("DELETE", `/api/documents/${two}`));
    await t.make(asked.body.id);
    expect((await t.read(asked.body.id)).state).toBe("cancelled");
  });

  test("taking back the yes to health papers ends packs that hold one", async () => {
    const health = await t.paper("hepb-antibody", [{ bytes: pagesPdf(1, "HB"), name: "hb.pdf" }]);
    const pack = await t.made([health], { consent: { general: true, health: true } });
    await t.client.request("DELETE", "/api/me/consents/health");
    expect((await t.read(pack.id)).state).toBe("gone");
  });
});

describe("a worker that dies, and two at once", () => {
  test("made by two workers at once, one publishes and the other throws its work away", async () => {
    const asked = await t.ask([long, short]);
    const before = await blobIds(t.house);
    const hold = gate();
    const reached = gate();
    inTheMiddle = async () => {
      reached.open();
      await hold.opened;
    };
    const first = t.make(asked.body.id);
    await reached.opened;
    // The sandbox draws for one at a time; the first waits with its page in hand, so the second is another server's.
    await secondServer(() => t.make(asked.body.id));
    const published = await t.read(asked.body.id);
    expect(published.state).toBe("ready");
    const there = await blobIds(t.house);
    hold.open();
    await first;
    expect(await t.read(asked.body.id)).toEqual(published);
    expect(await blobIds(t.house)).toEqual(there);
    expect(there.length).toBe(before.length + 2);
    expect((await acts(t.house, t.ownerId)).filter((act) => act === "pack-made").length).toBeGreaterThan(0);
    expect((await readPdf((await t.bytes(asked.body.id, "pdf")).bytes)).pages).toHaveLength(published.pages ?? 0);
  });

  async function secondServer(run: () => Promise<void>): Promise<void> {
    const mine = t.house.ports.sandbox;
    const other = createSandbox({ childPath: await bundleChild("packs-second") });
    t.house.ports.sandbox = other;
    try {
      await run();
    } finally {
      t.house.ports.sandbox = mine;
      await other.close();
    }
  }

  test("one that broke off is made again, whole; and after five that broke off it has failed, with everything gone", async () => {
    const asked = await t.ask([long]);
    const before = await blobIds(t.house);
    const breakOff = () => {
      inTheMiddle = () => Promise.reject(new Error("the worker broke off"));
      return t.make(asked.body.id);
    };
    await expect(breakOff()).rejects.toThrow("broke off");
    expect(await t.read(asked.body.id)).toMatchObject({ state: "making", pdfBytes: null });
    expect(await blobIds(t.house)).toEqual(before);
    await t.make(asked.body.id);
    expect(await t.read(asked.body.id)).toMatchObject({ state: "ready" });

    const doomed = await t.ask([long]);
    for (let at = 1; at <= 5; at += 1) {
      inTheMiddle = () => Promise.reject(new Error("the worker broke off"));
      await t.make(doomed.body.id).catch(() => undefined);
    }
    expect(await t.read(doomed.body.id)).toMatchObject({ state: "failed", failure: "unavailable" });
    expect((await t.sentences())[0]).toBe("The pack for Any agency could not be made. Nothing of it was kept.");
    expect(await livePermissions()).toBe(0);
  });

  test("one whose workers were all killed is found by the sweep, and one nobody heard of for long is made again", async () => {
    const asked = await t.ask([short]);
    await t.house.database.admin.query("update app.packs set state = 'making', attempts = 5 where id = $1", [
      asked.body.id,
    ]);
    t.house.clock.pass(20 * 60_000);
    await sweepPacks(t.house.service());
    const { rows } = await t.house.database.admin.query(
      "select count(*)::int as n from graphile_worker.jobs where key = $1",
      [`pack:${asked.body.id}`],
    );
    expect(rows[0].n).toBe(1);
    await t.make(asked.body.id);
    expect(await t.read(asked.body.id)).toMatchObject({ state: "failed", failure: "unavailable" });
  });
});

test("a full disk ends it with its own code and leaves nothing behind", async () => {
  const before = await blobIds(t.house);
  const asked = await t.ask([long, short]);
  disk.full = true;
  await t.make(asked.body.id);
  disk.full = false;
  expect(await t.read(asked.body.id)).toMatchObject({ state: "failed", failure: "storage-full", pdfBytes: null });
  expect(await blobIds(t.house)).toEqual(before);
  expect(await livePermissions()).toBe(0);
});

describe("a day", () => {
  test("after it nothing opens the pack, its key is destroyed and its bytes are gone; a sweep before leaves it alone", async () => {
    const before = await blobIds(t.house);
    const pack = await t.made([long]);
    expect(Date.parse(pack.keptUntil ?? "") - t.house.clock.now().getTime()).toBeLessThanOrEqual(24 * 3_600_000);
    t.house.clock.pass(23 * 3_600_000);
    await sweepPacks(t.house.service());
    await sweep(t.house.service());
    expect((await t.bytes(pack.id, "zip")).status).toBe(200);
    t.house.clock.pass(2 * 3_600_000);
    expect((await t.bytes(pack.id, "zip")).status).toBe(409); // also before any sweep
    await sweepPacks(t.house.service());
    expect((await t.read(pack.id)).state).toBe("gone");
    const { rows } = await t.house.database.admin.query(
      "select wrapped_key, content_id, sealed_outcome from app.packs where id = $1",
      [pack.id],
    );
    expect(rows).toEqual([{ wrapped_key: null, content_id: null, sealed_outcome: null }]);
    expect(await blobIds(t.house)).toEqual(before);
    expect((await t.sentences())[0]).toBe("The pack for Any agency and its keys were destroyed after a day.");
  });

  test("a week later its row is gone, and the timeline still tells", async () => {
    const pack = await t.made([short]);
    await t.client.request("DELETE", `/api/packs/${pack.id}`);
    t.house.clock.pass(8 * 24 * 3_600_000);
    await sweepPacks(t.house.service());
    expect((await t.client.get(`/api/packs/${pack.id}`)).status).toBe(404);
    expect((await t.client.get(`/api/timeline?object=${pack.id}`)).body.items).toHaveLength(4);
  });
});

describe("the permission of a pack", () => {
  test("opens the chosen versions for the service and nothing else, and nothing once the pack is made", async () => {
    const asked = await t.ask([short]);
    const { rows } = await t.house.database.admin.query("select permission_id from app.packs where id = $1", [
      asked.body.id,
    ]);
    const permission: string = rows[0].permission_id;
    const service = t.house.service();
    const opening = (ctx: typeof service, documentId: string) =>
      openOne(ctx, {
        holding: { kind: "version", accountId: t.ownerId, documentId, number: 1 },
        permission,
        part: { kind: "files" },
        purpose: "run-the-account",
        record: async () => [
          { accountId: t.ownerId, act: "document-opened", object: { kind: "document", id: documentId } },
        ],
      });
    (await opening(service, short)).close();
    await expect(opening(service, long)).rejects.toMatchObject({ code: "not-found" });
    const owner = t.house.contextFor({ ...service.actor, kind: "locum", personId: t.ownerId });
    await expect(opening(owner, short)).rejects.toMatchObject({ code: "not-found" });
    await t.make(asked.body.id);
    await expect(opening(service, short)).rejects.toMatchObject({ code: "not-found" });
  });
});
