import type { TestClient } from "../accounts/testing.ts";
import { signedInLocum, smallPdf, upload } from "../documents/documents.testing.ts";
import type { TransferHouse } from "../transfers/transfers.testing.ts";

/** Another locum, with a profession, who sends papers of these types and details to an agency. */
export async function sender(
  t: TransferHouse,
  person: { name: string; number: string; profession?: string },
  papers: readonly (readonly [type: string, details: Record<string, unknown>])[],
  agencyId = t.acme.id,
): Promise<{ client: TestClient; id: string; transferId: string; documentIds: string[] }> {
  const { client, id } = await signedInLocum(t.house, { email: `${person.number}@example.test`, name: person.name });
  const { name, number: registrationNumber, profession = "doctor" } = person;
  await client.request("PATCH", "/api/me/profile", { legalName: name, registrationNumber, profession });
  const documentIds: string[] = [];
  for (const [type, details] of papers) {
    const added = await upload(client, type, [{ bytes: smallPdf() }], details);
    if (added.status !== 201) throw new Error(`No document: ${JSON.stringify(added.body)}`);
    documentIds.push(added.body.id);
  }
  const sent = await client.post("/api/transfers", {
    agencyId,
    documentIds,
    purpose: "join-agency",
    endsOn: t.day(90),
    mayDownload: true,
    onward: "none",
    consent: { noticeVersion: t.noticeVersion, general: true, health: false, criminalRecord: false },
  });
  if (sent.status !== 201) throw new Error(`No transfer: ${JSON.stringify(sent.body)}`);
  return { client, id, transferId: sent.body.id, documentIds };
}
