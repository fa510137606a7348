import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "./index.ts";
import { writeFakeChild } from "./sandbox.testing.ts";

const pdf = () => Readable.from([Buffer.from("%PDF-1.7")]);
const nothing = async () => {};
const PDF = { mediaType: "application/pdf" } as const;

/** Code that sends the frame of a lossy WebP, which is all the server looks at, as a picture of some page. */
const sendPicture = `
  const webp = (w, h) => {
    const b = Buffer.alloc(32); b.write("RIFF"); b.writeUInt32LE(24, 4); b.write("WEBPVP8 ", 8); b.writeUInt32LE(12, 16);
    b.writeUIntBE(0x9d012a, 23, 3); b.writeUInt16LE(w, 26); b.writeUInt16LE(h, 28); return b; };
  const picture = (page, size, w, h, bytes = webp(w, h)) => {
    const head = Buffer.alloc(16);
    head.writeUInt32LE(page, 0); head.writeUInt32LE(size, 4); head.writeUInt32LE(w, 8); head.writeUInt32LE(h, 12);
    send("P", Buffer.concat([head, bytes])); };
`;

describe("answers of a child that was taken over", () => {
  const cases: [string, string][] = [
    ["noise", `fs.writeSync(3, Buffer.alloc(100000, 0x77));`],
    [
      "a message longer than any may be",
      `const b = Buffer.alloc(5); b.write("F"); b.writeUInt32LE(0xffffffff, 1); fs.writeSync(3, b);`,
    ],
    ["facts that are not JSON", `send("F", "{ pages: lots }");`],
    ["facts with a number that cannot be", `send("F", { ...facts, pages: 1e300 });`],
    ["facts with a reason of its own", `send("F", { ...facts, reason: "<script>" });`],
    ["two openings", `send("A", facts); send("A", facts); send("F", facts);`],
    ["a picture that is no WebP", `picture(1, 360, 10, 10, Buffer.from("<html>".repeat(20))); send("F", facts);`],
    [
      "a WebP that carries another chunk",
      `const w = webp(10, 10); w.write("VP8X", 12); picture(1, 360, 10, 10, w); send("F", facts);`,
    ],
    ["a picture of another size than it says", `picture(1, 360, 10, 10, webp(11, 10)); send("F", facts);`],
    ["a picture wider than its size", `picture(1, 360, 361, 10); send("F", facts);`],
    ["page 2 before page 1", `picture(2, 360, 10, 10); send("F", facts);`],
    ["the same picture twice", `picture(1, 360, 10, 10); picture(1, 360, 10, 10); send("F", facts);`],
    [
      "more pages than were asked for",
      `for (let p = 1; p <= 3; p++) { picture(p, 360, 10, 10); picture(p, 1400, 10, 10); } send("F", facts);`,
    ],
    ["bytes of a file nobody asked for", `send("B", Buffer.alloc(10)); send("F", facts);`],
    ["half a message", `fs.writeSync(3, Buffer.from([0x46, 9]));`],
    ["nothing at all", ``],
  ];

  it.each(cases)("%s: the file counts as damaged, the server is unharmed", async (name, code) => {
    const path = writeFakeChild(name.replaceAll(/\W/g, "-"), `${sendPicture}${code}`);
    const sandbox = createSandbox({ childPath: path, timeoutMs: 3_000 });
    const facts = await sandbox.picture(pdf(), { ...PDF, maxPages: 2 }, nothing);
    await sandbox.close();
    expect(facts).toMatchObject({ damaged: true, reason: "damaged" });
    expect(facts.pictures).toBeLessThanOrEqual(2);
  });

  it("pictures come in order and as they are", async () => {
    const code = `${sendPicture} for (let p = 1; p <= 2; p++) { picture(p, 360, 9, 10); picture(p, 1400, 90, 100); } send("F", { ...facts, pages: 2 });`;
    const sandbox = createSandbox({ childPath: writeFakeChild("honest", code) });
    const seen: string[] = [];
    const facts = await sandbox.picture(pdf(), { ...PDF, file: 3 }, async (p) => {
      seen.push(`${p.file}/${p.page}/${p.size} ${p.width}x${p.height}`);
    });
    await sandbox.close();
    expect(seen).toEqual(["3/1/360 9x10", "3/1/1400 90x100", "3/2/360 9x10", "3/2/1400 90x100"]);
    expect(facts).toMatchObject({ pages: 2, pictures: 2, damaged: false });
  });
});

describe("one at a time", () => {
  let sandbox: Sandbox;
  const slow = `${sendPicture} setTimeout(() => { picture(1, 360, 9, 10); picture(1, 1400, 9, 10); send("F", facts); process.exit(); }, 150);`;
  beforeAll(() => {
    sandbox = createSandbox({ childPath: writeFakeChild("slow", slow), queueLimit: 2, timeoutMs: 3_000 });
  });
  afterAll(() => sandbox.close());

  it("two files are read one after the other, never together", async () => {
    const log: string[] = [];
    const job = (name: string) =>
      sandbox
        .picture(pdf(), PDF, async ({ size }) => void log.push(`${name} ${size}`))
        .then(() => log.push(`${name} end`));
    await Promise.all([job("a"), job("b")]);
    expect(log).toEqual(["a 360", "a 1400", "a end", "b 360", "b 1400", "b end"]);
  });

  it("more waiting files than allowed are refused as busy, the others are read", async () => {
    const jobs = Array.from({ length: 4 }, () => sandbox.picture(pdf(), PDF, nothing));
    const results = await Promise.allSettled(jobs);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
    expect(results[3]).toMatchObject({ reason: { code: "busy" } });
  });

  it("an abort ends the file that is read or waits, and the next is read", async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const running = sandbox.picture(pdf(), { ...PDF, signal: first.signal }, nothing);
    const waiting = sandbox.picture(pdf(), { ...PDF, signal: second.signal }, nothing);
    const third = sandbox.picture(pdf(), PDF, nothing);
    second.abort();
    await expect(waiting).rejects.toMatchObject({ code: "aborted" });
    first.abort();
    await expect(running).rejects.toMatchObject({ code: "aborted" });
    await expect(third).resolves.toMatchObject({ pictures: 1 });
  });

  it("a receiver that fails ends the work with its own error, and the next is read", async () => {
    const failed = sandbox.picture(pdf(), PDF, () => Promise.reject(new Error("the disk is full")));
    await expect(failed).rejects.toThrow("the disk is full");
    await expect(sandbox.picture(pdf(), PDF, nothing)).resolves.toMatchObject({ pictures: 1 });
  });

  it("a source that breaks is named as the cause, and the next is read", async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error("cut"));
      },
    });
    await expect(sandbox.picture(broken, PDF, nothing)).rejects.toMatchObject({ code: "source-failed" });
    await expect(sandbox.picture(pdf(), PDF, nothing)).resolves.toMatchObject({ pictures: 1 });
  });

  it("a slow receiver does not make a harmless file look slow", async () => {
    const impatient = createSandbox({ childPath: writeFakeChild("slow", slow), timeoutMs: 5000 });
    const facts = await impatient.picture(pdf(), PDF, () => new Promise((resolve) => setTimeout(resolve, 6000)));
    await impatient.close();
    expect(facts).toMatchObject({ pictures: 1, damaged: false });
  });

  it("closing ends what runs and refuses what comes", async () => {
    const closing = createSandbox({ childPath: writeFakeChild("slow", slow) });
    const running = closing.picture(pdf(), PDF, nothing);
    const refused = expect(running).rejects.toMatchObject({ code: "closed" });
    await closing.close();
    await refused;
    await expect(closing.picture(pdf(), PDF, nothing)).rejects.toMatchObject({ code: "closed" });
  });
});
