import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandbox, type FileFacts, type SandboxOptions } from "./index.ts";
import { writeFakeChild } from "./sandbox.testing.ts";

/** Runs a fake child that answers a number, in the place of the page count. */
async function numberFrom(name: string, code: string, options: Partial<SandboxOptions> = {}): Promise<FileFacts> {
  const sandbox = createSandbox({ childPath: writeFakeChild(name, code), ...options });
  try {
    return await sandbox.picture(Readable.from([Buffer.from("x")]), { mediaType: "application/pdf" }, async () => {});
  } finally {
    await sandbox.close();
  }
}

describe("the child that reads hostile files", () => {
  let secret: string;
  beforeAll(() => {
    secret = mkdtempSync(join(tmpdir(), "locum-passport-hidden-"));
    writeFileSync(join(secret, "root-key"), "secret", { mode: 0o644 });
  });
  afterAll(() => rmSync(secret, { recursive: true }));

  it("inherits no environment", async () => {
    const facts = await numberFrom("env", `send("F", { ...facts, pages: Object.keys(process.env).length });`);
    expect(facts).toMatchObject({ pages: 0, damaged: false });
  });

  it("inherits no file that the server holds open", async () => {
    const held = openSync(join(secret, "root-key"), "r");
    const facts = await numberFrom(
      "fds",
      `let files = 0;
       for (let fd = 0; fd < 1024; fd++) { try { if (fs.fstatSync(fd).isFile()) files++; } catch {} }
       send("F", { ...facts, pages: files });`,
    );
    closeSync(held);
    expect(facts).toMatchObject({ pages: 0, damaged: false });
  });

  it("stands in an empty folder and can write no file anywhere", async () => {
    const facts = await numberFrom(
      "cwd",
      `let did = fs.readdirSync(".").length;
       for (const path of ["here", "/tmp/locum-passport-child", "/var/tmp/locum-passport-child"]) {
         try { fs.writeFileSync(path, "x"); did++; } catch {} }
       send("F", { ...facts, pages: did });`,
    );
    rmSync("/tmp/locum-passport-child", { force: true });
    rmSync("/var/tmp/locum-passport-child", { force: true });
    expect(facts).toMatchObject({ pages: 0, damaged: false });
  });

  it("reaches no network, where the report says closed", async () => {
    const server = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const path = writeFakeChild(
      "net",
      `import net from "node:net";
       const socket = net.connect(${port}, "127.0.0.1");
       socket.on("connect", () => { send("F", { ...facts, pages: 1 }); process.exit(); });
       socket.on("error", () => { send("F", { ...facts, pages: 0 }); process.exit(); });`,
    );
    const sandbox = createSandbox({ childPath: path });
    const { network } = await sandbox.report();
    const source = Readable.from([Buffer.from("x")]);
    const facts = await sandbox.picture(source, { mediaType: "application/pdf" }, async () => {});
    await sandbox.close();
    server.close();
    expect(facts).toMatchObject({ pages: network === "closed" ? 0 : 1, damaged: false });
  });

  it("does not see the hidden folders, nor other processes, where the report says hidden", async () => {
    const code = `let seen = 0;
      for (const path of [${JSON.stringify(join(secret, "root-key"))}, "/proc/1/status"]) {
        try { fs.readFileSync(path); seen++; } catch {} }
      try { process.kill(${process.pid}, 0); seen++; } catch {}
      send("F", { ...facts, pages: seen });`;
    const sandbox = createSandbox({ childPath: writeFakeChild("hidden-report", code) });
    const { folders } = await sandbox.report();
    await sandbox.close();
    const facts = await numberFrom("hidden", code, { hiddenFolders: [secret] });
    if (folders === "hidden") expect(facts).toMatchObject({ pages: 0, damaged: false });
  });

  it("is killed when it takes more memory than it may, and the server goes on", async () => {
    const facts = await numberFrom(
      "memory",
      `const held = []; for (let n = 0; n < 200; n++) held.push(Buffer.alloc(16 * 1024 * 1024, 1));
       send("F", facts);`,
      { dataLimitBytes: 400 * 1024 * 1024 },
    );
    expect(facts).toMatchObject({ pictures: 0, reason: expect.stringMatching(/too-large|damaged/) });
  });

  it("is killed when it takes too long, and what it told before still counts", async () => {
    const ends: string[] = [];
    const code = `send("A", { ...facts, pages: 7, hasPlace: true }); for (;;) {}`;
    const started = performance.now();
    const facts = await numberFrom("time", code, { timeoutMs: 700, onIncident: (ended) => ends.push(ended) });
    expect(facts).toEqual({
      pages: 7,
      hasPlace: true,
      locked: false,
      damaged: false,
      reason: "too-large",
      pictures: 0,
    });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(ends).toEqual(["killed-by-time"]);
  });
});
