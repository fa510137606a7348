import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../../platform/pdf/pdf-reading.testing.ts";
import { acts, signedInLocum } from "../documents/documents.testing.ts";
import { openPackHouse, type PackHouse, pagesPdf } from "./packs.testing.ts";

let t: PackHouse;
let bls: string;
let cv: string;
let photo: Buffer;
beforeAll(async () => {
  t = await openPackHouse();
  await t.client.request("PATCH", "/api/me/profile", {
    legalName: "Amara Okonkwo-Hale",
    profession: "doctor",
    registrationNumber: "7000001",
  });
  cv = await t.paper("cv", [{ bytes: pagesPdf(3, "CV"), name: "my cv.pdf" }], { versionDate: "2026-11-01" });
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#b0c4de" } })
    .jpeg()
    .toBuffer();
  const back = await sharp({ create: { width: 600, height: 900, channels: 3, background: "#deb0c4" } })
    .jpeg()
    .toBuffer();
  bls = await t.paper("bls", [
    { bytes: photo, name: "IMG_1.jpg" },
    { bytes: back, name: "IMG_2.jpg" },
  ]);
});
afterAll(() => t?.house.close());

describe("a pack", () => {
  test("is one PDF with a checklist, bookmarks and words at the foot of each page, and one ZIP of what was added", async () => {
    const pack = await t.made([bls, cv]);
    expect(pack).toMatchObject({ state: "ready", documents: 2, failure: null, coarserPages: [], missingPages: [] });
    const pdf = await t.bytes(pack.id, "pdf");
    expect(pdf.headers).toMatchObject({
      "content-type": "application/pdf",
      "cache-control": "no-store",
      "accept-ranges": "none",
      "content-disposition": expect.stringContaining("attachment"),
    });
    expect(pdf.bytes.length).toBe(pack.pdfBytes);
    const read = await readPdf(pdf.bytes);
    expect(read.pages).toHaveLength(pack.pages ?? 0);
    const list = read.pages.length - 5;
    const feet = read.pages.slice(list).map(({ text }) => text.trim());
    expect(feet.sort()).toEqual([
      "Amara Okonkwo-Hale · copy 1 of 2 · page 1 of 3",
      "Amara Okonkwo-Hale · copy 1 of 2 · page 2 of 3",
      "Amara Okonkwo-Hale · copy 1 of 2 · page 3 of 3",
      "Amara Okonkwo-Hale · copy 2 of 2 · page 1 of 2",
      "Amara Okonkwo-Hale · copy 2 of 2 · page 2 of 2",
    ]);
    expect(read.bookmarks.map(({ title }) => title.replace(/^\d /, ""))).toEqual([
      "Checklist",
      expect.stringMatching(/CV|Curriculum/i),
      expect.stringMatching(/life support/i),
    ]);
    expect(read.bookmarks.map(({ page }) => page)).toEqual([1, list + 1, list + 4]);
    expect(read.tagged).toBe(true);

    const { files, index } = await t.unzipped(pack.id);
    const names = [...files.keys()];
    expect(names).toHaveLength(4);
    expect(names.every((name) => /^0\d [^/\\]+\.(csv|pdf|jpg)$/.test(name))).toBe(true);
    const added = [...files].filter(([name]) => name.endsWith(".jpg")).map(([, bytes]) => bytes);
    expect(added[0]?.equals(photo)).toBe(true);
    expect(index.split("\r\n")).toHaveLength(5);
    expect(index).toContain('"As it was added"');
    expect((await t.bytes(pack.id, "zip")).bytes.length).toBe(pack.zipBytes);
  });

  test("tells the recipient whose file it is, in whose order, what is in it and what is not; and never that somebody may work", async () => {
    const added = await t.client.post("/api/my-agencies", { name: "Acme Locums" });
    expect(added.status).toBe(201);
    const pack = await t.made([cv, bls], { myAgencyId: added.body.id });
    expect(pack.for).toBe("Acme Locums");
    const { pages } = await readPdf((await t.bytes(pack.id, "pdf")).bytes);
    const cover = pages
      .filter(({ text }) => text.includes("checklist · page"))
      .map(({ text }) => text.replaceAll(/\s+/g, " "))
      .join(" ");
    for (const words of [
      "Papers of Amara Okonkwo-Hale for Acme Locums",
      "Doctor, registration number 7000001 as typed",
      "Amara Okonkwo-Hale: this file is yours to send; we cannot stop or see what happens to it.",
      "What Acme Locums asks for",
      "Acme Locums has not written a list here",
      "In date until",
      "Not in this file",
      "The agency decides.",
    ])
      expect(cover).toContain(words);
    expect(cover).not.toMatch(/compliant|cleared|verified|may work/i);
    await t.client.request("DELETE", `/api/packs/${pack.id}`);
  });

  test("stands in the timeline: asked for, opened by machine, made, fetched, destroyed", async () => {
    const pack = await t.made([cv, bls]);
    await t.bytes(pack.id, "pdf");
    await t.bytes(pack.id, "zip");
    expect((await t.client.request("DELETE", `/api/packs/${pack.id}`)).body.state).toBe("gone");
    expect((await t.sentences()).slice(0, 6)).toEqual([
      "You destroyed the pack for Any agency and its keys.",
      "You downloaded the pack for Any agency as a ZIP. It is yours to send; we cannot see what happens to it.",
      "You downloaded the pack for Any agency as a PDF. It is yours to send; we cannot see what happens to it.",
      "A pack of 2 papers for Any agency was made by machine. Nobody looked.",
      "2 papers were opened by machine to make a pack for any agency. Nobody looked.",
      "You asked for a pack of 2 papers for Any agency.",
    ]);
    const before = (await acts(t.house, t.ownerId)).length;
    expect((await t.client.request("DELETE", `/api/packs/${pack.id}`)).body.state).toBe("gone");
    expect((await t.bytes(pack.id, "pdf")).status).toBe(409);
    expect((await acts(t.house, t.ownerId)).length).toBe(before);
  });

  test("names a paper without page pictures, and holds it in the ZIP as it is", async () => {
    const docx = Buffer.concat([Buffer.from("PK\x03\x04"), randomBytes(400)]);
    const locked = await t.paper("indemnity", [{ bytes: brokenPdf(), name: "cover.pdf" }]);
    const pack = await t.made([locked, cv]);
    const read = await readPdf((await t.bytes(pack.id, "pdf")).bytes);
    const named = read.pages.find(({ text }) => text.includes("There are no page pictures of this paper"));
    expect(named?.text).toMatch(/copy \d of 2 · page 1 of 1/);
    const { files } = await t.unzipped(pack.id);
    expect([...files.values()].some((bytes) => bytes.equals(brokenPdf()))).toBe(true);
    expect(docx.length).toBeGreaterThan(0);
    const estimate = await t.client.post("/api/packs/estimate", { documentIds: [locked, cv] });
    expect(estimate.body).toMatchObject({ documents: 2, pages: 4, withoutPictures: [locked] });
  });

  test("says before it is made how large it becomes, nearly", async () => {
    const { body } = await t.client.post("/api/packs/estimate", { documentIds: [cv, bls] });
    for (const size of ["full", "email"] as const) {
      const pack = await t.made([cv, bls], { size });
      expect((pack.pdfBytes ?? 0) / body[size].pdfBytes).toBeGreaterThan(0.4);
      expect((pack.pdfBytes ?? 0) / body[size].pdfBytes).toBeLessThan(1.15);
      expect((pack.zipBytes ?? 0) / body[size].zipBytes).toBeLessThan(1.15);
      await t.client.request("DELETE", `/api/packs/${pack.id}`);
    }
    expect(body.email).toMatchObject({ coarser: 0, fits: true });
  });

  test("of one person is nothing to another, and theirs cannot be put into it", async () => {
    const other = await signedInLocum(t.house, { email: "other@example.test" });
    const pack = await t.made([cv]);
    for (const url of [`/api/packs/${pack.id}`, `/api/packs/${pack.id}/pack.pdf`])
      expect((await other.client.get(url)).status).toBe(404);
    expect((await other.client.post("/api/packs/estimate", { documentIds: [cv] })).status).toBe(404);
    const asked = await other.client.post("/api/packs", {
      documentIds: [cv],
      size: "full",
      consent: { general: true },
    });
    expect(asked.status).toBe(404);
    expect((await other.client.get("/api/packs")).body.items).toEqual([]);
    await t.client.request("DELETE", `/api/packs/${pack.id}`);
  });

  test("titles from a spreadsheet's nightmare and from another folder do no harm in the ZIP", async () => {
    const id = await t.paper("indemnity", [{ bytes: pagesPdf(1, "evil"), name: "x.pdf" }]);
    await t.client.request("PATCH", `/api/documents/${id}`, { title: '=HYPERLINK("x"),../../etc/passwd' });
    const pack = await t.made([id]);
    const { files, index } = await t.unzipped(pack.id);
    expect([...files.keys()].sort()).toEqual(["00 index.csv", "01 passwd.pdf"]);
    expect(index).toContain(`"'=HYPERLINK(""x""),../../etc/passwd"`);
    await t.client.request("DELETE", `/api/documents/${id}`);
  });
});

/** Begins as a PDF and is none. */
function brokenPdf(): Buffer {
  return Buffer.concat([Buffer.from("%PDF-1.7\nSPECIMEN "), Buffer.alloc(300, 0x41)]);
}
