import { once } from "node:events";
import type { Pack } from "@locum-passport/contract";
import type { TestHouse } from "../../testing/house.ts";
import type { TestClient } from "../accounts/testing.ts";
import {
  openDocumentsHouse,
  picturesNow,
  type SentFile,
  signedInLocum,
  upload,
} from "../documents/documents.testing.ts";
import { unzipStored } from "../transfers/unzip.testing.ts";
import { makePack } from "./actions/make-pack.ts";

/** A PDF of so many pages, each with a line of words, that differs from every other. */
export function pagesPdf(pages: number, words: string): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${4 + at * 2} 0 R`).join(" ");
  const sheets = Array.from({ length: pages }, (_, at) => {
    const text = `BT /F1 24 Tf 60 700 Td (SPECIMEN ${words}, page ${at + 1}) Tj ET`;
    return (
      `${4 + at * 2} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + at * 2} 0 R>>endobj\n` +
      `${5 + at * 2} 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj\n`
    );
  });
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj\n` +
      `3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n${sheets.join("")}trailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}

interface Wish {
  size?: "full" | "email";
  myAgencyId?: string;
  consent?: Record<string, boolean>;
}

export interface PackHouse {
  house: TestHouse;
  ownerId: string;
  client: TestClient;
  /** Uploads a paper, with its page pictures unless `pictures` is false; resolves to its id. */
  paper(
    type: string,
    files: readonly SentFile[],
    details?: Record<string, unknown>,
    pictures?: boolean,
  ): Promise<string>;
  ask(documentIds: readonly string[], wish?: Wish): Promise<{ status: number; body: Pack & { code?: string } }>;
  /** Asks for a pack and makes it, as the job would. */
  made(documentIds: readonly string[], wish?: Wish): Promise<Pack>;
  make(packId: string): Promise<void>;
  read(packId: string): Promise<Pack>;
  bytes(
    packId: string,
    kind: "pdf" | "zip",
  ): Promise<{ status: number; bytes: Buffer; headers: Record<string, unknown> }>;
  unzipped(packId: string): Promise<{ files: Map<string, Buffer>; index: string }>;
  sentences(): Promise<string[]>;
}

export async function openPackHouse(options: Parameters<typeof openDocumentsHouse>[0] = {}): Promise<PackHouse> {
  const house = await openDocumentsHouse(options);
  const { id: ownerId, client } = await signedInLocum(house, { email: "locum@example.test", name: "Amara Specimen" });
  const { healthNotice, criminalRecordNotice } = (await client.get("/api/terms")).body;
  await client.request("PUT", "/api/me/consents/health", { noticeVersion: healthNotice.version });
  await client.request("PUT", "/api/me/consents/criminal-record", { noticeVersion: criminalRecordNotice.version });

  const read = async (packId: string): Promise<Pack> => (await client.get(`/api/packs/${packId}`)).body;
  const ask: PackHouse["ask"] = async (documentIds, wish = {}) => {
    const body = { size: "full", consent: { general: true }, documentIds, ...wish };
    return client.post("/api/packs", body);
  };
  const make = (packId: string) => makePack(house.service(), { accountId: ownerId, packId });
  const bytes: PackHouse["bytes"] = async (packId, kind) => {
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await house.app.inject({
      method: "GET",
      url: `/api/packs/${packId}/pack.${kind}`,
      headers: { cookie },
    });
    return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
  };
  return {
    house,
    ownerId,
    client,
    read,
    ask,
    make,
    bytes,
    async paper(type, files, details, pictures = true) {
      const answer = await upload(client, type, files, details);
      if (answer.status !== 201) throw new Error(`No paper: ${JSON.stringify(answer.body)}`);
      if (pictures) await picturesNow(house, ownerId, answer.body.id);
      return answer.body.id;
    },
    async made(documentIds, wish) {
      const asked = await ask(documentIds, wish);
      if (asked.status !== 202) throw new Error(`No pack: ${JSON.stringify(asked.body)}`);
      await make(asked.body.id);
      return read(asked.body.id);
    },
    async unzipped(packId) {
      const files = unzipStored((await bytes(packId, "zip")).bytes);
      return { files, index: files.get("00 index.csv")?.toString("utf8") ?? "" };
    },
    async sentences() {
      const { body } = await client.get("/api/timeline?limit=200");
      return body.items.map((item: { sentence: string }) => item.sentence);
    },
  };
}

/** A promise and what settles it, for holding a worker where it is. */
export function gate(): { opened: Promise<void>; open(): void } {
  const signal = new EventTarget();
  const opened = once(signal, "open").then(() => undefined);
  return { opened, open: () => void signal.dispatchEvent(new Event("open")) };
}
