import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, signUp } from "../../scripts/demo/people.ts";
import { addPaper, onePagePdf, password, sha256OfPaper } from "./papers.ts";
import { RunningServer } from "./running-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const parent = mkdtempSync(join(tmpdir(), "lp-starts-"));
let server: RunningServer;
let locum: Account;

/** The built programs, copied to a folder with a space in its name and closed to others, as is the data folder in it. */
beforeAll(async () => {
  const closed = join(parent, "a closed folder");
  mkdirSync(join(closed, "a project"), { recursive: true });
  chmodSync(closed, 0o700);
  cpSync(join(root, "dist"), join(closed, "a project", "dist"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(closed, "a project", "node_modules"));
  server = await RunningServer.open({}, join(closed, "the data"), join(closed, "a project", "dist"));
  locum = await signUp(server, { name: "Lo Cum", email: "locum@example.test", password });
}, 120_000);
afterAll(async () => {
  await server?.stop();
  rmSync(parent, { recursive: true, force: true });
}, 60_000);

/** A start that ends in one sentence for the operator: no stack, nothing secret. */
async function refusal(settings: NodeJS.ProcessEnv): Promise<string> {
  const { code, said } = await server.startRefused(settings);
  expect(code, said).toBe(1);
  expect(said).not.toMatch(/^\s+at |is ready at/m);
  return said;
}

test("in a path with spaces, in a folder closed to others, papers are kept, pictured and opened", async () => {
  await server.healthy();
  const { id, sha256 } = await addPaper(locum.client, onePagePdf);
  expect(await sha256OfPaper(locum.client, id)).toBe(sha256);
  const pictures = async () => JSON.stringify(await locum.client.get(`/api/documents/${id}`));
  await expect.poll(pictures, { timeout: 20_000 }).toMatch(/"pictures":"ready"/);
  expect(statSync(join(parent, "a closed folder")).mode & 0o777).toBe(0o700);
}, 60_000);

test("a second server on the data folder is refused, and the first goes on", async () => {
  expect(await refusal({})).toMatch(/Another Locum Passport \(process \d+\) uses the data folder .*DATA_DIR/);
  await server.healthy();
  expect((await locum.client.get<{ items: unknown[] }>("/api/documents")).items).not.toEqual([]);
}, 60_000);

test("a public address in plain http is refused before anything is made", async () => {
  const folder = join(parent, "never made");
  const said = await refusal({ DATA_DIR: folder, PUBLIC_URL: "http://passport.example" });
  expect(said).toContain("PUBLIC_URL: plain http is taken on this machine only. Put the service behind https.");
  expect(existsSync(folder)).toBe(false);
});

test("a port that is taken is told as such", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  try {
    const said = await refusal({ DATA_DIR: join(parent, "of a taken port"), PORT: String(port) });
    expect(said).toContain("The port is taken.");
  } finally {
    taken.close();
  }
}, 60_000);

test("a data folder that is a file is told as such", async () => {
  writeFileSync(join(parent, "a file"), "SPECIMEN");
  const said = await refusal({ DATA_DIR: join(parent, "a file") });
  expect(said).toMatch(/a file.*DATA_DIR/);
});

describe("stopped, and started with what is not its own", () => {
  beforeAll(() => server.stop(), 60_000);
  const otherKey = () => randomBytes(32).toString("base64");

  test("the root key of another service is refused, and opens nothing", async () => {
    const key = otherKey();
    const said = await refusal({ ROOT_KEY: key });
    expect(said).toContain("This root key does not belong to this database");
    expect(said).not.toContain(key);
  }, 60_000);

  test("a root key that is none is refused without a word of it", async () => {
    const said = await refusal({ ROOT_KEY: "half-a-SPECIMEN-key" });
    expect(said).toContain("ROOT_KEY:");
    expect(said).not.toContain("half-a-SPECIMEN-key");
  }, 60_000);

  test("a root key file that is gone is asked for, and no new one is made in its place", async () => {
    const file = join(server.dataDir, "keys", "root.key");
    renameSync(file, `${file}.aside`);
    try {
      expect(await refusal({})).toContain(`The root key file ${file} is not there`);
      expect(existsSync(file)).toBe(false);
    } finally {
      renameSync(`${file}.aside`, file);
    }
  }, 60_000);

  test("a root key file that others may read is refused with the command that mends it", async () => {
    const file = join(server.dataDir, "keys", "root.key");
    chmodSync(file, 0o644);
    try {
      expect(await refusal({})).toContain(`chmod 600 "${file}"`);
    } finally {
      chmodSync(file, 0o600);
    }
  }, 60_000);

  test("a database older than the last signed checkpoint is refused, and the newer one starts again", async () => {
    const [now, older] = [join(server.dataDir, "postgres"), join(parent, "older")];
    execFileSync("cp", ["-a", now, older]);
    await server.start();
    const checkpoint = () => readFileSync(join(server.dataDir, "log", "checkpoint"), "utf8");
    const signed = checkpoint();
    const { id, sha256 } = await addPaper(locum.client, onePagePdf);
    await expect.poll(checkpoint, { timeout: 20_000 }).not.toBe(signed);
    await server.stop();
    renameSync(now, join(parent, "newer"));
    execFileSync("cp", ["-a", older, now]);
    expect(await refusal({})).toMatch(/The database is older than.*Restore the newest backup of the database/);
    rmSync(now, { recursive: true });
    renameSync(join(parent, "newer"), now);
    await server.start();
    expect(await sha256OfPaper(locum.client, id)).toBe(sha256);
    expect(server.passport("verify")).toMatchObject({ status: 0 });
  }, 90_000);
});
