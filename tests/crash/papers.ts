import { createHash, randomBytes } from "node:crypto";
import type { Client } from "../../scripts/demo/client.ts";

export interface Paper {
  id: string;
  sha256: string;
}

/** A file that passes for a PDF and has no page to picture: bytes are what these tests are about. */
export function specimenPdf(bytes: number): Buffer {
  return Buffer.concat([Buffer.from("%PDF-1.4\n% SPECIMEN\n"), randomBytes(bytes), Buffer.from("\n%%EOF\n")]);
}

/** A PDF of one empty page, with a picture to be made of it. */
export const onePagePdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
);

export function paperForm(bytes: Buffer): FormData {
  const form = new FormData();
  form.set("type", "cv");
  form.append("file", new Blob([new Uint8Array(bytes)], { type: "application/pdf" }), "SPECIMEN.pdf");
  return form;
}

/** Resolves once the service has acknowledged the paper. */
export async function addPaper(client: Client, bytes: Buffer): Promise<Paper> {
  const { id } = await client.upload<{ id: string }>("/api/documents", paperForm(bytes));
  return { id, sha256: sha256(bytes) };
}

export async function sha256OfPaper(client: Client, id: string): Promise<string> {
  return sha256(await client.bytes(`/api/documents/${id}/content`));
}

export async function paperIds(client: Client): Promise<string[]> {
  return (await client.get<{ items: { id: string }[] }>("/api/documents?limit=200")).items.map(({ id }) => id);
}

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export const password = "a long SPECIMEN phrase";
