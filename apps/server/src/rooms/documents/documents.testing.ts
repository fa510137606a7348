import { randomBytes } from "node:crypto";
import { createSandbox } from "../../platform/sandbox/index.ts";
import { bundleChild } from "../../platform/sandbox/sandbox.testing.ts";
import { openTestHouse, type TestHouse } from "../../testing/house.ts";
import { signedInLocum, type TestAnswer, type TestClient } from "../accounts/testing.ts";
import { makePictures } from "./actions/make-pictures.ts";

/** The product with the real sandbox; blobs in memory unless replaced. */
export async function openDocumentsHouse(options: Parameters<typeof openTestHouse>[0] = {}): Promise<TestHouse> {
  const sandbox = createSandbox({ childPath: await bundleChild("documents") });
  return openTestHouse({ ...options, replaced: { sandbox, ...options.replaced } });
}

export interface SentFile {
  bytes: Buffer;
  name?: string;
  mediaType?: string;
}
export type SentPart = { field: string; value: string } | { file: SentFile; as?: string };

/** A multipart body, parts in the order given. */
export function multipart(parts: readonly SentPart[]): { body: Buffer; contentType: string } {
  const boundary = `----test${randomBytes(12).toString("hex")}`;
  const pieces: Buffer[] = [];
  for (const part of parts) {
    pieces.push(Buffer.from(`--${boundary}\r\n`));
    if ("field" in part) {
      pieces.push(Buffer.from(`Content-Disposition: form-data; name="${part.field}"\r\n\r\n${part.value}\r\n`));
    } else {
      const { bytes, name = "paper.pdf", mediaType = "application/octet-stream" } = part.file;
      const head = `Content-Disposition: form-data; name="${part.as ?? "file"}"; filename="${name}"\r\nContent-Type: ${mediaType}\r\n\r\n`;
      pieces.push(Buffer.from(head), bytes, Buffer.from("\r\n"));
    }
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(pieces), contentType: `multipart/form-data; boundary=${boundary}` };
}

export function send(client: TestClient, url: string, parts: readonly SentPart[]): Promise<TestAnswer> {
  const { body, contentType } = multipart(parts);
  return client.request("POST", url, body, { "content-type": contentType });
}

export function upload(
  client: TestClient,
  type: string,
  files: readonly SentFile[],
  details?: Record<string, unknown>,
): Promise<TestAnswer> {
  return send(client, "/api/documents", [
    { field: "type", value: type },
    ...(details ? [{ field: "details", value: JSON.stringify(details) }] : []),
    ...files.map((file) => ({ file })),
  ]);
}

/** A small PDF that differs each time, so that no two are held as one. */
export function smallPdf(words = randomBytes(8).toString("hex")): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n% SPECIMEN ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}

/** A PDF by its first bytes, of any size. */
export function bigPdf(bytes: number): Buffer {
  const body = randomBytes(bytes);
  body.write("%PDF-1.7\n", 0, "latin1");
  return body;
}

export { signedInLocum };

/** What a job of an upload would do, now. */
export async function picturesNow(house: TestHouse, accountId: string, documentId: string, number = 1): Promise<void> {
  await makePictures(house.service(), { accountId, documentId, number });
}

export async function blobIds(house: TestHouse): Promise<string[]> {
  const ids: string[] = [];
  for await (const blob of house.ports.blobs.list()) ids.push(blob.id);
  return ids.sort();
}

/** What the database says of an account's log: acts, oldest first, from the rows themselves. */
export async function acts(house: TestHouse, accountId: string): Promise<string[]> {
  const { rows } = await house.database.admin.query("select act from app.entries where account_id = $1 order by seq", [
    accountId,
  ]);
  return rows.map((row: { act: string }) => row.act);
}
