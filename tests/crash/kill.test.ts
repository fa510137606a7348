import { afterAll, beforeAll, expect, test } from "vitest";
import { type Account, signUp, terms, turnOnSecondFactor } from "../../scripts/demo/people.ts";
import { addPaper, paperIds, password, sha256OfPaper, specimenPdf } from "./papers.ts";
import { RunningServer } from "./running-server.ts";

/**
 * Killed with -9 at twenty points of an upload and twenty of a transfer, server and database in turn: nothing that was
 * acknowledged is lost, nothing is there in half.
 */
const points = Array.from({ length: 20 }, (_, n) => n);
const papersPerTransfer = 6;

let server: RunningServer;
let locum: Account;
let agencyId: string;
const kept = new Map<string, string>();

beforeAll(async () => {
  server = await RunningServer.open();
  locum = await signUp(server, { name: "Lo Cum", email: "locum@example.test", password: password });
  [agencyId = ""] = server.passport("agency", "add", "Acme", "--owner", "owner@example.test").output.split(/\s/);
  const owner = await signUp(server, {
    name: "Ow Ner",
    email: "owner@example.test",
    password: password,
  });
  await turnOnSecondFactor(owner);
  for (let n = 0; n < papersPerTransfer; n++) await upload();
}, 120_000);
afterAll(() => server?.close());

async function upload(): Promise<string> {
  const { id, sha256 } = await addPaper(locum.client, specimenPdf(700_000));
  kept.set(id, sha256);
  return id;
}

async function send(): Promise<string> {
  const { transferNotice } = await terms(locum.client);
  const { id } = await locum.client.call<{ id: string }>("POST", "/api/transfers", {
    agencyId,
    documentIds: [...kept.keys()].slice(0, papersPerTransfer),
    purpose: "join-agency",
    endsOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    mayDownload: true,
    onward: "none",
    consent: { noticeVersion: transferNotice.version, general: true, health: false, criminalRecord: false },
  });
  return id;
}

/** Kills in the middle of an act and brings everything back; resolves to what was acknowledged before, if anything. */
async function killDuring(act: () => Promise<string>, point: number): Promise<string | undefined> {
  const acknowledged = act().catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, point * 4));
  if (point % 2 === 0) {
    await server.killHard();
    await server.start();
  } else {
    await server.killDatabase();
  }
  await server.healthy();
  return acknowledged;
}

test.each(points)(
  "an upload killed at point %i is there whole, or not at all",
  async (point) => {
    const before = new Set(await paperIds(locum.client));
    const acknowledged = await killDuring(upload, point);
    const now = await paperIds(locum.client);
    if (acknowledged !== undefined) expect(now).toContain(acknowledged);
    for (const id of now) {
      const sha256 = await sha256OfPaper(locum.client, id);
      const expected = kept.get(id);
      if (expected !== undefined) expect(sha256).toBe(expected);
      else if (!before.has(id))
        expect((await locum.client.bytes(`/api/documents/${id}/content`)).length).toBeGreaterThan(700_000);
    }
  },
  60_000,
);

test.each(points)(
  "a transfer killed at point %i is there whole, or not at all",
  async (point) => {
    const acknowledged = await killDuring(send, point);
    const { items } = await locum.client.get<{ items: { id: string; copies: unknown[] }[] }>(
      "/api/transfers?limit=200",
    );
    if (acknowledged !== undefined) expect(items.map((item) => item.id)).toContain(acknowledged);
    for (const transfer of items) expect(transfer.copies).toHaveLength(papersPerTransfer);
  },
  60_000,
);

test("after all of it the log, the rows and the files agree", async () => {
  const { status, output } = server.passport("verify");
  expect(output).toContain("Nothing was changed or taken out.");
  expect(status).toBe(0);
}, 60_000);
