import { addStaff } from "../rooms/accounts/index.ts";
import { mailTo, signedInLocum, type TestClient, testClient } from "../rooms/accounts/testing.ts";
import { decideAgency } from "../rooms/agencies/index.ts";
import { openTestHouse, type TestHouse } from "./house.ts";

/** A locum with a paper and two transfers (one stopped), two agencies, staff, and everybody who should see nothing. */
export interface Scene {
  house: TestHouse;
  locum: TestClient;
  agency: TestClient;
  otherLocum: TestClient;
  otherAgency: TestClient;
  memberWithoutSecondFactor: TestClient;
  staff: TestClient;
  staffWithoutSecondFactor: TestClient;
  nobody: TestClient;
  /** What belongs to the locum and their agency. */
  ids: Record<
    | "document"
    | "transfer"
    | "copy"
    | "candidate"
    | "receipt"
    | "stoppedTransfer"
    | "stoppedCopy"
    | "agency"
    | "member"
    | "invitation"
    | "device"
    | "myAgency"
    | "draft"
    | "pack",
    string
  >;
  /** The same shape, of things that never were. */
  noIds: Scene["ids"];
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const house = await openTestHouse();
  await house.start();
  const locum = await signedInLocum(house, { email: "locum@example.test", name: "Lo Cum" });
  const acme = await agencyOf(house, "Acme", "acme@example.test");
  const other = await agencyOf(house, "Other", "other@example.test");
  const otherLocum = await signedInLocum(house, { email: "other-locum@example.test" });
  const staff = await staffOf(house, "staff@example.test", true);
  const noFactor = await staffOf(house, "staff-2@example.test", false);
  const invited = await acme.client.post("/api/agency/invitations", { email: "second@example.test" });
  const weak = await signedInLocum(house, { email: "second@example.test" });
  const token = /#(?:token=)?([\w-]{20,})/.exec(
    (await mailTo(house.mailbox, "second@example.test", "agency-invitation")).text,
  )?.[1];
  await weak.client.post("/api/invitations/accept", { token });
  const waiting = await acme.client.post("/api/agency/invitations", { email: "third@example.test" });

  const document = await addPaper(locum.client);
  const transfer = await send(house, locum.client, acme.id, document);
  const stopped = await send(house, locum.client, acme.id, document);
  await locum.client.post(`/api/transfers/${stopped.id}/stop`);
  const devices = await locum.client.get("/api/me/devices");

  const chosen = { documentIds: [document], size: "full", consent: { general: true } };
  const pack = await locum.client.post("/api/packs", chosen);
  const mine = await locum.client.post("/api/my-agencies", { agencyId: acme.id });
  const draft = await locum.client.post("/api/transfer-drafts", {
    myAgencyId: mine.body.id,
    documentIds: [document],
  });

  const ids = {
    document,
    transfer: transfer.id,
    copy: transfer.copies[0].id,
    candidate: (await acme.client.get("/api/agency/candidates")).body.items[0].id,
    receipt: transfer.receipts[0].id,
    stoppedTransfer: stopped.id,
    stoppedCopy: stopped.copies[0].id,
    agency: acme.id,
    member: weak.id,
    invitation: waiting.body.id ?? invited.body.id,
    device: devices.body.items[0].id,
    myAgency: mine.body.id,
    draft: draft.body.id,
    pack: pack.body.id,
  };
  const noIds = Object.fromEntries(Object.keys(ids).map((name) => [name, house.service().newId()])) as Scene["ids"];
  return {
    house,
    locum: locum.client,
    agency: acme.client,
    otherLocum: otherLocum.client,
    otherAgency: other.client,
    memberWithoutSecondFactor: weak.client,
    staff,
    staffWithoutSecondFactor: noFactor,
    nobody: testClient(house),
    ids,
    noIds,
    close: () => house.close(),
  };
}

/** An approved agency that may hold criminal-record papers, and its owner's client with a second factor used. */
export async function agencyOf(
  house: TestHouse,
  name: string,
  email: string,
): Promise<{ id: string; ownerId: string; client: TestClient }> {
  const owner = await signedInLocum(house, { email, name: `Owner of ${name}`, secondFactor: true });
  const terms = await owner.client.get("/api/terms");
  const asked = await owner.client.post("/api/agencies", {
    name,
    companyNumber: "00000001",
    email,
    website: "https://agency.example",
    acceptedTerms: { agencyTerms: terms.body.agencyTerms.version },
  });
  if (asked.status !== 201) throw new Error(`No agency: ${JSON.stringify(asked.body)}`);
  await decideAgency(house.service(), {
    decision: "approve",
    agencyId: asked.body.id,
    evidence: "SPECIMEN",
    mayHoldCriminalRecords: true,
  });
  return { id: asked.body.id, ownerId: owner.id, client: owner.client };
}

async function staffOf(house: TestHouse, email: string, secondFactor: boolean): Promise<TestClient> {
  const { personId } = await addStaff(house.service(), email);
  const client = testClient(house);
  const cookie = await house.ports.signIn.sessions.forTests(personId, { secondFactor, at: house.clock.now() });
  const [pair = ""] = cookie.split(";");
  client.cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  return client;
}

const onePagePdf =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " +
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";

/** Uploads a one-page PDF as a CV and resolves to the document's id. */
export async function addPaper(
  client: TestClient,
  type = "cv",
  details: object = { versionDate: "2026-11-01" },
): Promise<string> {
  const boundary = "specimen-boundary";
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="SPECIMEN.pdf"\r\nContent-Type: application/pdf\r\n\r\n${onePagePdf}\r\n`;
  const body = `${field("type", type)}${field("details", JSON.stringify(details))}${file}--${boundary}--\r\n`;
  const answer = await client.request("POST", "/api/documents", body, {
    "content-type": `multipart/form-data; boundary=${boundary}`,
  });
  if (answer.status !== 201) throw new Error(`No document: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

export async function send(house: TestHouse, locum: TestClient, agencyId: string, documentId: string) {
  const terms = await locum.get("/api/terms");
  const endsOn = new Date(house.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  const answer = await locum.post("/api/transfers", {
    agencyId,
    documentIds: [documentId],
    purpose: "join-agency",
    endsOn,
    mayDownload: true,
    onward: "none",
    consent: { noticeVersion: terms.body.transferNotice.version, general: true, health: false, criminalRecord: false },
  });
  if (answer.status !== 201) throw new Error(`No transfer: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
