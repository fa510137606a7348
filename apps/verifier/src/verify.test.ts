import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import yazl from "yazl";
import { verify } from "./verify.ts";

const vectors = fileURLToPath(new URL("../../../tests/vectors/audit-log/v1/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Files = Map<string, Buffer>;

function kept(part: "export" | "pack"): Files {
  const names = readdirSync(join(vectors, part), { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((name) => name.isFile())
      .map((name) => join(name.parentPath, name.name))
      .map((path) => [decodeURIComponent(path.slice(vectors.length + part.length + 1)), readFileSync(path)]),
  );
}

async function zipOf(files: Iterable<[string, Buffer]>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream as Readable);
}

function saved(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function onZip(files: Iterable<[string, Buffer]>, ...options: string[]) {
  return verify([saved("file.zip", await zipOf(files)), ...options]);
}

const vkey = readFileSync(join(vectors, "export/vkey"), "utf8").trim();
const checkpoint = join(vectors, "saved-checkpoint.txt");
const summary = join(vectors, "saved-summary.txt");
const entry = (seq: number): string => `entries/${String(seq).padStart(6, "0")}.tlog-proof`;

describe("an exported timeline", () => {
  test("that is whole: exit 0, what was checked, what cannot show, and the summary to save", async () => {
    const { exitCode, text } = await onZip(kept("export"));
    expect(exitCode).toBe(0);
    expect(text).toContain("We checked all 13 entries. These entries agree with each other. Save this summary");
    expect(text).toContain("The check cannot show an act that was never written.");
    expect(text).toContain("The key came inside this file");
    expect(text).toContain(readFileSync(join(vectors, "export/summary"), "utf8").trim());
  });

  test("compared with a saved checkpoint or summary: exit 0, none changed or taken out", async () => {
    for (const since of [checkpoint, summary]) {
      const { exitCode, text } = await onZip(kept("export"), "--since", since, "--vkey", vkey);
      expect(exitCode).toBe(0);
      expect(text).toContain("We checked all 13 entries. None has been changed or taken out.");
    }
  });

  test("with a missing entry, at the middle or the end: exit 3", async () => {
    for (const seq of [5, 13]) {
      const files = kept("export");
      files.delete(entry(seq));
      const { exitCode, text } = await onZip(files);
      expect([exitCode, text.split("\n")[0]]).toEqual([
        3,
        seq === 5
          ? "Entry 5 is missing. Download the report and tell us."
          : "There were 13 entries in the summary in this file; 12 are here. The last ones are missing. Download the report and tell us.",
      ]);
    }
  });

  test("with a changed entry, another order, a replaced proof or another key: exit 1", async () => {
    const changes: ((files: Files) => void)[] = [
      (files) => void files.set(entry(5), Buffer.from(String(files.get(entry(5))).replace("index ", "index 1"))),
      (files) => void files.set(entry(5), files.get(entry(6)) ?? Buffer.alloc(0)),
      (files) => void files.set(entry(5), Buffer.alloc(0)),
      (files) => void files.set("entries/../x.tlog-proof".replace("..", "__"), Buffer.from("x")),
      (files) => void files.set("vkey", Buffer.from("other+00000000+AAAA\n")),
      (files) => void files.set("checkpoint", readFileSync(checkpoint)),
    ];
    for (const change of changes) {
      const files = kept("export");
      change(files);
      expect((await onZip(files)).exitCode).toBe(1);
    }
    const other = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    expect((await onZip(kept("export"), `--vkey=${other}`)).exitCode).toBe(1);
  });

  test("shorter than the summary saved: exit 1", async () => {
    const later = saved("later.txt", readFileSync(join(vectors, "export/checkpoint")));
    const files = kept("export");
    expect((await onZip(files, "--since", later)).exitCode).toBe(0);
    const receipt = await verify([join(vectors, "receipt.jws"), "--since", later]);
    expect(receipt.exitCode).toBe(1);
  });
});

describe("the table for people", () => {
  function withTable(change: (lines: string[]) => string[]): Files {
    const files = kept("export");
    const opening = (seq: number): string => /^extra (.*)$/m.exec(String(files.get(entry(seq))))?.[1] ?? "";
    const lines = Array.from({ length: 13 }, (_, i) => {
      const { entry: bytes } = JSON.parse(Buffer.from(opening(i + 1), "base64").toString());
      const { at } = JSON.parse(Buffer.from(bytes, "base64").toString());
      return `"${i + 1}","${at}","You","document-added","A ""title""\n""99"",""x"","`;
    });
    return files.set("timeline.csv", Buffer.from(["seq,at,actor,act,sentence", ...change(lines), ""].join("\r\n")));
  }

  test("agrees with the entries, tells of one that was taken out, leaves one out, or gives another time", async () => {
    expect((await onZip(withTable((lines) => lines))).exitCode).toBe(0);
    const cut = withTable((lines) => lines);
    for (const name of [entry(13), "summary"]) cut.delete(name);
    const { exitCode, text } = await onZip(cut);
    expect([exitCode, text.split("\n")[0]]).toEqual([3, "timeline.csv tells of entry 13, whose proof is not here."]);
    expect((await onZip(withTable((lines) => lines.slice(1)))).exitCode).toBe(1);
    expect((await onZip(withTable((lines) => lines.map((line) => line.replace("2026", "2025"))))).exitCode).toBe(1);
  });
});

describe("receipts and packs", () => {
  test("a receipt: exit 0; changed: exit 1", async () => {
    const text = readFileSync(join(vectors, "receipt.jws"), "utf8");
    const good = await verify([join(vectors, "receipt.jws"), "--vkey", vkey]);
    expect(good.exitCode).toBe(0);
    expect(good.text).toContain("SPECIMEN Locum sent 2 documents (3 files) to SPECIMEN Acme Locums");
    const [head, body = "", signature] = text.split(".");
    const other = Buffer.from(Buffer.from(body, "base64url").toString().replace("2027", "2029")).toString("base64url");
    expect((await verify([saved("r.jws", [head, other, signature].join("."))])).exitCode).toBe(1);
  });

  test("a pack: exit 0; a changed or added copy: exit 1; a missing one, or no receipt: not 0", async () => {
    const good = await onZip(kept("pack"));
    expect([good.exitCode, good.text.split("\n")[0]]).toEqual([
      0,
      "We checked all 3 files. Each is the one that the manifest and the signed receipt name.",
    ]);
    const [copy = ""] = [...kept("pack").keys()].filter((name) => name.endsWith(".pdf"));
    expect((await onZip(kept("pack").set(copy, Buffer.from("other")))).exitCode).toBe(1);
    expect((await onZip(kept("pack").set("more.pdf", Buffer.from("other")))).exitCode).toBe(1);
    expect((await onZip(kept("pack").set("manifest.json", Buffer.from("{}")))).exitCode).toBe(1);
    const lacking = kept("pack");
    lacking.delete(copy);
    expect((await onZip(lacking)).exitCode).toBe(3);
    const bare = kept("pack");
    bare.delete("receipt.jws");
    expect((await onZip(bare)).exitCode).toBe(1);
  });
});

describe("files made to harm", () => {
  test("a name that stands twice, climbs, or is absolute: exit 1 and nothing written", async () => {
    const files = [...kept("export")];
    const first = files.find(([name]) => name === entry(5));
    if (first === undefined) throw new Error("no entry");
    expect((await onZip([...files, first])).text).toContain("stands in the ZIP twice");
    for (const name of ["../etc/x00", "/etc/passwd", "entries\\000005"]) {
      const plain = "Q".repeat(name.length);
      const zip = (await zipOf([...files, [plain, Buffer.from("x")]])).toString("latin1").replaceAll(plain, name);
      expect((await verify([saved("climb.zip", Buffer.from(zip, "latin1"))])).exitCode).toBe(1);
    }
  });

  test("a bomb is refused by its declared size, and a lying size by its content", async () => {
    const bomb = await onZip(kept("export").set(entry(5), Buffer.alloc(3_000_000)));
    expect([bomb.exitCode, bomb.text]).toEqual([1, expect.stringContaining("larger than such a file can be")]);
  });

  test("flipped and cut bytes of the ZIP never pass and never crash", async () => {
    const zip = await zipOf(kept("pack"));
    for (let at = 0; at < zip.length; at += 37) {
      const { exitCode, text } = await verify([saved("cut.zip", zip.subarray(0, at))]);
      expect([exitCode, text.includes("Nothing could be checked")]).toEqual([2, false]);
    }
    const names = zip.lastIndexOf("PK\u0003\u0004");
    const changed = Buffer.from(zip);
    const content = changed.indexOf("SPECIMEN DBS back", names);
    if (content > 0) changed[content] = 0x58;
    else changed[names + 80] = (changed[names + 80] ?? 0) ^ 1;
    expect((await verify([saved("flip.zip", changed)])).exitCode).toBe(1);
  });

  test("control codes in a name do not reach the terminal", async () => {
    const { text } = await onZip(kept("pack").set("\u001b[2Jx", Buffer.from("x")));
    expect(text).not.toContain("\u001b");
  });
});

describe("calls that cannot be answered: exit 2 and what to do", () => {
  test("no file, a file that is not there, of another kind, an unknown option, a summary that is none", async () => {
    const other = saved("other.txt", "hello");
    const zip = saved("good.zip", await zipOf(kept("export")));
    for (const words of [
      [],
      [join(folder, "absent.zip")],
      [folder],
      [other],
      [saved("empty.bin", "")],
      [saved("empty.zip", await zipOf([]))],
      [zip, "--since"],
      [zip, "--since", other],
      [zip, "--vkey", "nonsense+1"],
      [zip, "--what"],
      [zip, zip],
    ]) {
      const { exitCode, text } = await verify(words);
      expect([words.slice(1), exitCode]).toEqual([words.slice(1), 2]);
      expect(text.length).toBeGreaterThan(10);
    }
  });
});
