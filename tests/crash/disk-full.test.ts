import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, signUp } from "../../scripts/demo/people.ts";
import { addPaper, type Paper, paperForm, paperIds, password, sha256OfPaper, specimenPdf } from "./papers.ts";
import { RunningServer } from "./running-server.ts";

const mountable = canMount();
const titled = mountable
  ? "a disk that fills up"
  : "a disk that fills up (skipped: this user may not mount a small one)";

describe.skipIf(!mountable)(titled, () => {
  const parent = mkdtempSync(join(tmpdir(), "lp-full-"));
  const blobs = join(parent, "data", "blobs");
  const kept: Paper[] = [];
  let server: RunningServer;
  let locum: Account;

  beforeAll(async () => {
    mkdirSync(blobs, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=16m,mode=0700", "tmpfs", blobs]);
    server = await RunningServer.open({}, join(parent, "data"));
    locum = await signUp(server, { name: "Lo Cum", email: "locum@example.test", password });
  }, 120_000);
  afterAll(async () => {
    try {
      await server?.stop();
    } finally {
      execFileSync("umount", [blobs]);
      rmSync(parent, { recursive: true, force: true });
    }
  }, 60_000);

  const post = async (bytes: number) => {
    const response = await fetch(`${server.base}/api/documents`, {
      method: "POST",
      headers: { cookie: locum.client.cookie },
      body: paperForm(specimenPdf(bytes)),
    });
    const body = (await response.json()) as { id?: string; code?: string };
    return { status: response.status, retryAfter: response.headers.get("retry-after"), body };
  };
  const files = () =>
    readdirSync(blobs, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

  test("a paper that finds no room is refused by name, and nothing of it is kept", async () => {
    for (let n = 0; n < 4; n++) kept.push(await addPaper(locum.client, specimenPdf(3_000_000)));
    const before = files();
    const refused = [await post(5_000_000), await post(5_000_000)];
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 503, body: { code: "storage-full" } });
      expect(Number(answer.retryAfter)).toBeGreaterThan(0);
    }
    expect(files()).toBe(before);
    expect((await paperIds(locum.client)).sort()).toEqual(kept.map(({ id }) => id).sort());
  }, 60_000);

  test("of many at once each is there whole or refused by name", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(1_200_000)));
    const ids = await paperIds(locum.client);
    expect(answers.some(({ status }) => status === 503)).toBe(true);
    for (const { status, body } of answers) {
      expect(status === 201 || body.code === "storage-full", JSON.stringify(body)).toBe(true);
      if (status === 201) expect(ids).toContain(body.id);
    }
    expect(ids).toHaveLength(kept.length + answers.filter(({ status }) => status === 201).length);
  }, 60_000);

  test("papers from before open while the disk is full", async () => {
    for (const { id, sha256 } of kept) expect(await sha256OfPaper(locum.client, id)).toBe(sha256);
  }, 60_000);

  test("a paper deleted makes room, and the next one is kept", async () => {
    for (const { id } of kept.splice(0, 2)) await locum.client.call("DELETE", `/api/documents/${id}`);
    await expect.poll(async () => (await post(3_000_000)).status, { timeout: 20_000, interval: 500 }).toBe(201);
    for (const { id, sha256 } of kept) expect(await sha256OfPaper(locum.client, id)).toBe(sha256);
    const { status, output } = server.passport("verify");
    expect(output).toContain("Nothing was changed or taken out.");
    expect(status).toBe(0);
  }, 60_000);
});

function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const probe = mkdtempSync(join(tmpdir(), "lp-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", probe], { stdio: "ignore" });
    execFileSync("umount", [probe]);
    return true;
  } catch {
    return false; // a container without that right
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
