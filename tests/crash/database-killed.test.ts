import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Account, signUp } from "../../scripts/demo/people.ts";
import { type Paper, paperForm, paperIds, password, sha256, sha256OfPaper, specimenPdf } from "./papers.ts";
import { RunningServer } from "./running-server.ts";

const people = 4;
const clientsEach = 2;
const kills = 3;

let server: RunningServer;
const accounts: Account[] = [];

beforeAll(async () => {
  server = await RunningServer.open();
  for (let n = 0; n < people; n++) {
    accounts.push(await signUp(server, { name: `Lo Cum ${n}`, email: `locum-${n}@example.test`, password }));
  }
}, 120_000);
afterAll(() => server?.close(), 60_000);

/** What the clients met. */
class Load {
  readonly kept = new Map<Account, Paper[]>(accounts.map((account) => [account, []]));
  readonly faults: string[] = [];
  done = 0;
  refused = 0;
  cut = 0;
  over = false;

  /** Uploads and reads what it has, again and again, as eight browsers do. */
  async client(account: Account): Promise<void> {
    const papers = this.kept.get(account) ?? [];
    while (!this.over) {
      const bytes = specimenPdf(200_000);
      const added = await this.ask(account, "/api/documents", { method: "POST", body: paperForm(bytes) });
      if (added) papers.push({ id: (JSON.parse(added.toString()) as { id: string }).id, sha256: sha256(bytes) });
      const paper = papers[Math.floor(Math.random() * papers.length)];
      const read = paper && (await this.ask(account, `/api/documents/${paper.id}/content`));
      if (read && sha256(read) !== paper.sha256) this.faults.push(`${paper.id} came back with other bytes`);
      await this.ask(account, "/api/timeline?limit=20");
      await wait(20); // a refused client does not spin
    }
  }

  private async ask(account: Account, path: string, init: RequestInit = {}): Promise<Buffer | undefined> {
    let response: Response;
    let body: Buffer;
    try {
      response = await fetch(`${server.base}${path}`, {
        ...init,
        headers: { cookie: account.client.cookie },
        signal: AbortSignal.timeout(45_000),
      });
      body = Buffer.from(await response.arrayBuffer());
    } catch (error) {
      if (error instanceof Error && error.name === "TimeoutError") this.faults.push(`${path} was never answered`);
      this.cut += 1;
      return undefined;
    }
    if (response.ok) {
      this.done += 1;
      return body;
    }
    this.refused += 1;
    const honest =
      response.status === 503 && body.includes('"code":"unavailable"') && response.headers.has("retry-after");
    if (!honest)
      this.faults.push(`${init.method ?? "GET"} ${path}: ${response.status} ${body.toString().slice(0, 300)}`);
    return undefined;
  }
}

test("PostgreSQL killed three times under eight clients: nothing but success, the honest 503 and cut lines, and nothing acknowledged is lost", async () => {
  const load = new Load();
  const clients = accounts.flatMap((account) => Array.from({ length: clientsEach }, () => load.client(account)));
  try {
    for (let kill = 0; kill < kills; kill++) {
      const before = load.done;
      await expect.poll(() => load.done, { timeout: 30_000 }).toBeGreaterThan(before + 30);
      await server.killDatabase();
      await server.healthy();
    }
    const before = load.done;
    await expect.poll(() => load.done, { timeout: 30_000 }).toBeGreaterThan(before + 30);
  } finally {
    load.over = true;
    await Promise.all(clients);
  }
  expect(load.faults).toEqual([]);
  expect(load.refused + load.cut).toBeGreaterThan(0);
  for (const [account, papers] of load.kept) {
    expect(await paperIds(account.client)).toEqual(expect.arrayContaining(papers.map(({ id }) => id)));
    for (const { id, sha256: expected } of papers) expect(await sha256OfPaper(account.client, id)).toBe(expected);
  }
  const { status, output } = server.passport("verify");
  expect(output).toContain("Nothing was changed or taken out.");
  expect(status).toBe(0);
  expect(server.errorLines()).toEqual([]);
}, 180_000);
