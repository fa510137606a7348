import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exifBlock, MOOR, phoneExif } from "../../../../../scripts/specimens/exif.ts";
import { encodeHeic } from "../../../../../scripts/specimens/heic.ts";
import * as hostile from "../../../../../scripts/specimens/hostile.ts";
import type { TestHouse } from "../../testing/house.ts";
import type { TestClient } from "../accounts/testing.ts";
import {
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
  me = await signedInLocum(house, { email: "bad-input@example.test" });
});
afterAll(async () => {
  expect(house.errors).toEqual([]);
  await house.close();
});

/** Refused with this code, and nothing stays behind. */
async function refused(code: string, status: number, run: () => ReturnType<typeof upload>): Promise<void> {
  const before = await blobIds(house);
  const answer = await run();
  expect(answer).toMatchObject({ status, body: { code } });
  expect(answer.body.detail).toMatch(/\w+/);
  expect(await blobIds(house)).toEqual(before);
}

describe("files that are not taken", () => {
  test("an empty file", () =>
    refused("file-empty", 400, () => upload(me.client, "bls", [{ bytes: hostile.emptyFile() }])));
  test("one byte", () =>
    refused("file-type-not-accepted", 415, () => upload(me.client, "bls", [{ bytes: hostile.oneByteFile() }])));
  test("25 MB and one byte is named with the figure, and 25 MB is taken", async () => {
    const big = hostile.tooLargeFile();
    const answer = await upload(me.client, "bls", [{ bytes: smallPdf() }, { bytes: big, name: "scan.pdf" }]);
    expect(answer).toMatchObject({ status: 413, body: { code: "file-too-large" } });
    expect(answer.body.detail).toContain('"scan.pdf" is larger than 25 MB');
    const fits = await upload(me.client, "bls", [{ bytes: big.subarray(0, big.length - 1) }]);
    expect(fits).toMatchObject({ status: 201, body: { versions: [{ bytes: 25 * 1024 * 1024 }] } });
    await me.client.request("DELETE", `/api/documents/${fits.body.id}`);
  });
  test("a program, whatever it says it is", async () => {
    for (const bytes of Object.values(hostile.executables())) {
      await refused("file-type-not-accepted", 415, () =>
        upload(me.client, "bls", [{ bytes, name: "scan.pdf", mediaType: "application/pdf" }]),
      );
    }
  });
  test("SVG and HTML", async () => {
    for (const bytes of [hostile.svgFile(), hostile.htmlFile()]) {
      await refused("file-type-not-accepted", 415, () =>
        upload(me.client, "bls", [{ bytes, name: "photo.png", mediaType: "image/png" }]),
      );
    }
  });
  test("a DOCX for anything but a CV", async () => {
    const docx = docxFile();
    await refused("file-type-not-accepted", 415, () => upload(me.client, "bls", [{ bytes: docx }]));
    await refused("file-type-not-accepted", 415, () => upload(me.client, "other", [{ bytes: docx }]));
    const kept = await upload(me.client, "cv", [{ bytes: docx, name: "CV.docx" }]);
    expect(kept.status).toBe(201);
    await picturesNow(house, me.id, kept.body.id);
    const read = await me.client.get(`/api/documents/${kept.body.id}`);
    expect(read.body.versions[0]).toMatchObject({ pictures: "none", picturesReason: "no-pictures" });
    expect(await me.client.request("PATCH", `/api/documents/${kept.body.id}`, { type: "bls" })).toMatchObject({
      status: 415,
    });
  });
  test("none, and more than 20", async () => {
    await refused("file-missing", 400, () => upload(me.client, "bls", []));
    const many = Array.from({ length: 21 }, () => ({ bytes: smallPdf() }));
    await refused("too-many-files", 400, () => upload(me.client, "bls", many));
    expect((await upload(me.client, "bls", many.slice(1))).status).toBe(201);
  });
});

test("a lying type is judged by what is inside, and the download is named for it", async () => {
  for (const { bytes, fileName, declaredType } of await hostile.lyingFiles()) {
    const answer = await upload(me.client, "bls", [{ bytes, name: fileName, mediaType: declaredType }]);
    if (answer.status !== 201) {
      expect(answer).toMatchObject({ status: 415, body: { code: "file-type-not-accepted" } });
      continue;
    }
    expect(answer.body.versions[0].files[0].mediaType).toBe("image/jpeg");
    const opened = await me.client.get(`/api/documents/${answer.body.id}/content`);
    expect(opened.headers).toMatchObject({ "content-type": "image/jpeg" });
    expect(opened.headers["content-disposition"]).toContain(`filename="${fileName}.jpg"`);
  }
});

describe("fields", () => {
  const fields = (parts: { field: string; value: string }[]) =>
    send(me.client, "/api/documents", [...parts, { file: { bytes: smallPdf() } }]);
  test("no type, an unknown type, details that are no JSON or have an unknown field, are named", async () => {
    const cases: [{ field: string; value: string }[], string][] = [
      [[], "type"],
      [[{ field: "type", value: "licence-to-kill" }], "type"],
      [
        [
          { field: "type", value: "bls" },
          { field: "details", value: "{" },
        ],
        "details",
      ],
      [
        [
          { field: "type", value: "bls" },
          { field: "details", value: '{"colour":"red"}' },
        ],
        "details.colour",
      ],
      [
        [
          { field: "type", value: "bls" },
          { field: "details", value: '{"completedOn":"2026-02-30"}' },
        ],
        "details.completedOn",
      ],
      [
        [
          { field: "type", value: "bls" },
          { field: "type", value: "ils" },
        ],
        "type",
      ],
      [
        [
          { field: "type", value: "bls" },
          { field: "owner", value: "x" },
        ],
        "owner",
      ],
    ];
    for (const [parts, field] of cases) {
      const before = await blobIds(house);
      expect(await fields(parts)).toMatchObject({ status: 400, body: { code: "bad-input", errors: [{ field }] } });
      expect(await blobIds(house)).toEqual(before);
    }
  });
  test("a body that is not multipart", async () => {
    expect(await me.client.post("/api/documents", { type: "bls" })).toMatchObject({ status: 415 });
  });
});

test("odd file names are kept clean, shown clean and sent clean", async () => {
  for (const name of hostile.oddFileNames()) {
    const sent = name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
    const answer = await upload(me.client, "bls", [{ bytes: smallPdf(), name: sent }]);
    if (answer.status !== 201) {
      expect(answer, JSON.stringify(name)).toMatchObject({ status: 400 });
      continue;
    }
    const { fileName } = answer.body.versions[0].files[0];
    expect(fileName).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.+$/u);
    expect([...fileName].length).toBeLessThanOrEqual(200);
    const { headers } = await me.client.get(`/api/documents/${answer.body.id}/content`);
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["content-disposition"]).toMatch(
      /^attachment; filename="[\x20-\x7e]+\.pdf"; filename\*=UTF-8''\S+\.pdf$/,
    );
  }
});

test("a name in UTF-8 comes through whole", async () => {
  const answer = await upload(me.client, "bls", [{ bytes: smallPdf(), name: "Führungszeugnis – März.pdf" }]);
  expect(answer.body.versions[0].files[0].fileName).toBe("Führungszeugnis – März.pdf");
});

describe("files that are kept without all their pictures", () => {
  async function pictured(bytes: Buffer) {
    const added = await upload(me.client, "bls", [{ bytes }]);
    expect(added.status).toBe(201);
    await picturesNow(house, me.id, added.body.id);
    const read = await me.client.get(`/api/documents/${added.body.id}`);
    const content = await me.client.get(`/api/documents/${added.body.id}/content`);
    expect(content.status).toBe(200);
    return read.body.versions[0];
  }
  test("a PDF with a password", async () => {
    expect(await pictured(await hostile.passwordPdf())).toMatchObject({ pictures: "none", picturesReason: "password" });
  });
  test("a truncated JPEG", async () => {
    expect(["ready", "none"]).toContain((await pictured(await hostile.truncatedJpeg())).pictures);
  });
  test("a picture of 60,000 by 60,000 pixels", async () => {
    expect(await pictured(await hostile.hugePng())).toMatchObject({ pictures: "none", picturesReason: "too-large" });
  });
  test("a PDF of 100,000 pages has pictures of at most 200", async () => {
    const version = await pictured(hostile.manyPagePdf());
    expect(version.pictureCount).toBeLessThanOrEqual(200);
    expect(version.picturesReason).not.toBeNull();
  }, 120_000);
  test("a PDF with a script is pictured and given back as it is", async () => {
    expect(await pictured(await hostile.scriptPdf())).toMatchObject({ pictures: "ready" });
  });
});

test("a photo that says where it was taken is noticed", async () => {
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#99bbdd" } })
    .png()
    .toBuffer();
  const when = "2026:05:04 10:11:12";
  const jpeg = await sharp(photo).withExif(phoneExif(when, MOOR)).jpeg().toBuffer();
  const heic = await encodeHeic(photo, await exifBlock(when, MOOR));
  const { body } = await upload(me.client, "bls", [
    { bytes: jpeg, name: "a.jpg" },
    { bytes: heic, name: "b.heic" },
  ]);
  await picturesNow(house, me.id, body.id);
  const read = await me.client.get(`/api/documents/${body.id}`);
  expect(read.body.versions[0]).toMatchObject({
    pictures: "ready",
    pictureCount: 2,
    files: [
      { mediaType: "image/jpeg", hasPlace: true },
      { mediaType: "image/heic", hasPlace: true },
    ],
  });
});

test("an opening from another site, and a HEAD, open nothing", async () => {
  const { body } = await upload(me.client, "bls", [{ bytes: smallPdf() }]);
  const url = `/api/documents/${body.id}/content`;
  expect(await me.client.request("GET", url, undefined, { "sec-fetch-site": "cross-site" })).toMatchObject({
    status: 403,
    body: { code: "cross-site-opening" },
  });
  const cookie = [...me.client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const head = await house.app.inject({ method: "HEAD", url, headers: { cookie } });
  expect(head.statusCode).toBeGreaterThanOrEqual(400);
});

/** The first bytes of a Word document as file managers tell it. */
function docxFile(): Buffer {
  const entry = (name: string, text: string) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(text.length, 18);
    head.writeUInt32LE(text.length, 22);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, Buffer.from(name + text)]);
  };
  const types = `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  return Buffer.concat([
    entry("[Content_Types].xml", types),
    entry("word/document.xml", `<w:document>SPECIMEN ${randomBytes(8).toString("hex")}</w:document>`),
  ]);
}
