import type { SendTransfer } from "@locum-passport/contract";
import type { TestHouse } from "../../testing/house.ts";
import { agencyOf } from "../../testing/scene.ts";
import { signedInLocum, type TestAnswer, type TestClient } from "../accounts/testing.ts";
import { openDocumentsHouse, picturesNow, type SentFile, smallPdf, upload } from "../documents/documents.testing.ts";
import { addDays } from "./transfers.model.ts";

/** A locum, two agencies with an owner each, in a house with the real sandbox. */
export interface TransferHouse {
  house: TestHouse;
  locum: { id: string; client: TestClient };
  acme: { id: string; ownerId: string; client: TestClient };
  other: { id: string; ownerId: string; client: TestClient };
  noticeVersion: string;
  day(days: number): string;
  paper(type?: string, files?: readonly SentFile[], details?: Record<string, unknown>): Promise<string>;
  send(documentIds: readonly string[], change?: Partial<SendTransfer>): Promise<TestAnswer>;
  sent(documentIds: readonly string[], change?: Partial<SendTransfer>): Promise<TestAnswer["body"]>;
  /** What a person reads in their own timeline, newest first. */
  sentences(client: TestClient, url?: string): Promise<string[]>;
  bytes(client: TestClient, url: string): Promise<{ status: number; body: Buffer; headers: TestAnswer["headers"] }>;
}

export async function openTransferHouse(): Promise<TransferHouse> {
  const house = await openDocumentsHouse();
  const locum = await signedInLocum(house, { email: "locum@example.test", name: "Lo Specimen" });
  const acme = await agencyOf(house, "Acme Locums", "acme@example.test");
  const other = await agencyOf(house, "Other Agency", "other@example.test");
  const terms = (await locum.client.get("/api/terms")).body;
  const noticeVersion = terms.transferNotice.version;
  for (const [kind, notice] of [
    ["health", terms.healthNotice],
    ["criminal-record", terms.criminalRecordNotice],
  ]) {
    const given = await locum.client.request("PUT", `/api/me/consents/${kind}`, { noticeVersion: notice.version });
    if (given.status >= 300) throw new Error(`No consent: ${JSON.stringify(given.body)}`);
  }
  const day = (days: number) => addDays(house.clock.now().toISOString().slice(0, 10), days);
  const send: TransferHouse["send"] = (documentIds, change = {}) =>
    locum.client.post("/api/transfers", {
      agencyId: acme.id,
      documentIds,
      purpose: "join-agency",
      endsOn: day(90),
      mayDownload: true,
      onward: "none",
      consent: { noticeVersion, general: true, health: false, criminalRecord: false },
      ...change,
    });
  return {
    house,
    locum,
    acme,
    other,
    noticeVersion,
    day,
    send,
    async paper(type = "bls", files = [{ bytes: smallPdf() }], details) {
      const added = await upload(locum.client, type, files, details);
      if (added.status !== 201) throw new Error(`No document: ${JSON.stringify(added.body)}`);
      await picturesNow(house, locum.id, added.body.id);
      return added.body.id;
    },
    async sent(documentIds, change) {
      const answer = await send(documentIds, change);
      if (answer.status !== 201) throw new Error(`No transfer: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    async sentences(client, url = "/api/timeline") {
      const { items } = (await client.get(`${url}?limit=20`)).body;
      return items.map((entry: { sentence: string }) => entry.sentence);
    },
    async bytes(client, url) {
      const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await house.app.inject({ url, headers: { cookie } });
      return { status: answer.statusCode, body: answer.rawPayload, headers: answer.headers };
    },
  };
}
