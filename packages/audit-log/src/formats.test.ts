import { readFileSync } from "node:fs";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";
import { ByteReader, ByteWriter } from "./byte-columns.ts";
import { utf8 } from "./bytes.ts";
import { openCheckpoint, parseCheckpointBody } from "./checkpoint.ts";
import { parseDecimal } from "./decimal.ts";
import { ACTOR_KINDS, type Entry, entryBytes, parseEntry } from "./entry.ts";
import { AuditLogError } from "./errors.ts";
import { labelBytes, parseLabel } from "./label.ts";
import { openNote, parseNote } from "./note.ts";
import { decodeRecord } from "./record-format.ts";
import { parseTilePath, tilePath } from "./tile-path.ts";
import { formatProof, parseOpening, parseProof } from "./tlog-proof.ts";
import { formatVkey, parseVkey } from "./vkey.ts";

const notes = JSON.parse(readFileSync(new URL("../../../tests/vectors/audit-log/notes.json", import.meta.url), "utf8"));

function refuses(work: () => unknown): void {
  expect(work).toThrow(AuditLogError);
}

const id = fc.stringMatching(/^[A-Za-z0-9._:/#_-]{1,40}$/);
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,2}$/);
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toBase64);
const maybe = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.option(
    value.map((v) => ({ [name]: v })),
    { nil: {} },
  );
const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    uid: id,
    seq: fc.integer({ min: 2, max: Number.MAX_SAFE_INTEGER }),
    prev: hash,
    at: fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString()),
    actor: fc.record({ kind: fc.constantFrom(...ACTOR_KINDS), ref: id }),
    act: word,
    object: fc.tuple(fc.record({ kind: word, id }), maybe("type", word)).map(([a, b]) => ({ ...a, ...b })),
    result: word,
    more: fc.tuple(maybe("permission", id), maybe("purpose", word), maybe("label", hash)),
  })
  .map(({ more, ...fields }) => ({ v: 1 as const, ...fields, ...more[0], ...more[1], ...more[2] }));

describe("entries and labels", () => {
  test("an entry's bytes are its RFC 8785 form and come back as the same entry", () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const bytes = entryBytes(entry);
        expect(bytes).toEqual(utf8(canonicalize(entry) ?? ""));
        expect(parseEntry(bytes)).toEqual(entry);
      }),
    );
  });

  test("a second spelling, an unknown field, a name or an address in an entry is refused", () => {
    const [entry] = fc.sample(anyEntry, { numRuns: 1, seed: 7 });
    if (entry === undefined) throw new Error("no sample");
    const text = new TextDecoder().decode(entryBytes(entry));
    for (const bad of [
      ` ${text}`,
      `${text}\n`,
      `\uFEFF${text}`,
      text.replace('"v":1', '"v":1.0'),
      text.replace('"v":1', '"v":2'),
      text.replace('"v":1', '"v":1,"w":1'),
      text.replace('{"act":', '{"act":"x","act":'),
      text.replace(`"seq":${entry.seq}`, '"seq":01'),
      text.replace(`"seq":${entry.seq}`, '"seq":-3'),
      text.replace(`"seq":${entry.seq}`, '"seq":1e3'),
      text.replace(`"seq":${entry.seq}`, '"seq":9007199254740993'),
      "null",
      "[]",
      "{}",
    ]) {
      refuses(() => parseEntry(utf8(bad)));
    }
    for (const change of [
      { uid: "locum@example.com" },
      { uid: "SPECIMEN Person" },
      { uid: "" },
      { at: "2026-02-30T00:00:00.000Z" },
      { at: "2026-02-03T00:00:00Z" },
      { prev: "" },
      { seq: 1 },
      { prev: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=" },
    ]) {
      refuses(() => entryBytes({ ...entry, ...change }));
    }
  });

  test("an instant is taken exactly when the calendar has it", () => {
    const [entry] = fc.sample(anyEntry, { numRuns: 1, seed: 7 });
    if (entry === undefined) throw new Error("no sample");
    const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, "0"));
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, "0"));
    const text = fc
      .tuple(year, two(13), two(32), two(25), two(61), two(61))
      .map(([y, mo, d, h, mi, s]) => `${y}-${mo}-${d}T${h}:${mi}:${s}.250Z`);
    fc.assert(
      fc.property(text, (at) => {
        const ms = Date.parse(at);
        const exists = !Number.isNaN(ms) && new Date(ms).toISOString() === at;
        if (exists) expect(parseEntry(entryBytes({ ...entry, at })).at).toBe(at);
        else refuses(() => entryBytes({ ...entry, at }));
      }),
      { numRuns: 2000 },
    );
    for (const [at, there] of [
      ["2028-02-29", true],
      ["2100-02-29", false],
      ["2000-02-29", true],
      ["2027-04-31", false],
    ] as const) {
      const make = () => entryBytes({ ...entry, at: `${at}T00:00:00.000Z` });
      if (there) make();
      else refuses(make);
    }
  });

  test("labels keep any text exactly, refuse lone surrogates and nested records", () => {
    const label = { title: 'Prüfung \u202e"\\ 中文 😀', agency: "A", pages: 2, titles: ["a", "b"], words: "x\ny" };
    expect(parseLabel(labelBytes(label))).toEqual(label);
    refuses(() => labelBytes({ title: "\ud800" }));
    refuses(() => parseLabel(utf8('{"title":{"a":1}}')));
    refuses(() => parseLabel(utf8('{"title":1}')));
    refuses(() => parseLabel(utf8('{"__proto__":"x"}')));
    refuses(() => parseLabel(utf8('{"b":"x","a":"y"}')));
  });
});

describe("numbers, base64 and paths have one spelling", () => {
  test("decimals", () => {
    for (const good of [0, 1, 255, 2 ** 32, Number.MAX_SAFE_INTEGER]) expect(parseDecimal(String(good))).toBe(good);
    for (const bad of [
      "",
      "00",
      "01",
      "-1",
      "+1",
      "1e3",
      "1.0",
      " 1",
      "1\n",
      "9007199254740992",
      "9".repeat(400),
      "١",
    ]) {
      refuses(() => parseDecimal(bad));
    }
  });

  test("base64", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
    for (const bad of ["A", "AA", "AAA", "AB==", "AAB=", "A===", "====", "AA=A", "AA-_", "AAAA\n", "ÄÄÄÄ"]) {
      refuses(() => fromBase64(bad));
    }
  });

  test("tile paths", () => {
    expect(tilePath({ level: 0, index: 1234067, width: 256 })).toBe("tile/0/x001/x234/067");
    expect(tilePath({ level: 1, index: 0, width: 17 })).toBe("tile/1/000.p/17");
    fc.assert(
      fc.property(
        fc.record({
          level: fc.integer({ min: 0, max: 63 }),
          index: fc.maxSafeNat(),
          width: fc.integer({ min: 1, max: 256 }),
        }),
        (tile) => {
          expect(parseTilePath(tilePath(tile))).toEqual(tile);
        },
      ),
    );
    for (const bad of [
      "tile/0/0",
      "tile/00/000",
      "tile/64/000",
      "tile/0/x000/001",
      "tile/0/000.p/0",
      "tile/0/000.p/256",
      "tile/0/000.p/01",
      "tile/0/../000",
      "/tile/0/000",
      "tile/0/000/",
      "tile/-1/000",
      "tile/0/x999/x999/x999/x999/x999/999",
    ]) {
      refuses(() => parseTilePath(bad));
    }
  });

  test("counts in the compact record", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: -(2 ** 51), max: 2 ** 51 }), (count, difference) => {
        const out = new ByteWriter();
        out.count(count);
        out.difference(difference);
        const read = new ByteReader(out.finish());
        expect([read.count(), read.difference()]).toEqual([count, difference]);
        read.end();
      }),
    );
    refuses(() => new ByteReader(Uint8Array.of(0x80, 0)).count());
    refuses(() => new ByteReader(new Uint8Array(9).fill(255)).count());
    refuses(() => new ByteReader(Uint8Array.of(255, 255, 255, 127)).block());
  });
});

describe("signed notes", () => {
  test("the note of the Go implementation opens with its key", () => {
    expect(formatVkey(parseVkey(notes.vkey))).toBe(notes.vkey);
    expect(openNote(notes.note, parseVkey(notes.vkey))).toBe(notes.text);
    refuses(() => openNote(notes.note.replace("cryptography", "Cryptography"), parseVkey(notes.vkey)));
  });

  test("keys and notes that are not quite right are refused", () => {
    for (const bad of [
      "",
      notes.vkey.replace("c74f20a3", "c74f20a4"),
      notes.vkey.replace("c74f20a3", "C74F20A3"),
      notes.vkey.slice(1),
      ` ${notes.vkey}`,
      `${notes.vkey}\n\n`,
    ]) {
      refuses(() => parseVkey(bad));
    }
    for (const bad of [
      "",
      "\n",
      "a\n",
      "a\n\n",
      "a\n\n- b AAAAAAAA\n",
      "a\r\n\n— b AAAAAAAA\n",
      "a\n\n— b AAAA\n",
      "a\n\n— b AAAAAAAA",
    ]) {
      refuses(() => parseNote(bad));
    }
  });

  test("checkpoints with hostile lines are refused", () => {
    const root = toBase64(new Uint8Array(32));
    expect(parseCheckpointBody(`o\n5\n${root}\n`).size).toBe(5);
    for (const bad of [
      `o\n05\n${root}\n`,
      `o\n-5\n${root}\n`,
      `o\n5\n${root}`,
      `o\n5\nAAAA\n`,
      `\n5\n${root}\n`,
      `o\n5\n${root}\n\n`,
      "o\n5\n",
      `o\n99999999999999999\n${root}\n`,
    ]) {
      refuses(() => parseCheckpointBody(bad));
    }
  });
});

describe("parsers meet garbage with a coded refusal, nothing else", () => {
  const key = parseVkey(notes.vkey);
  const parsers: ((text: string) => unknown)[] = [
    (text) => parseProof(text),
    (text) => parseNote(text),
    (text) => openCheckpoint(text, key),
    (text) => parseVkey(text),
    (text) => parseTilePath(text),
    (text) => parseEntry(utf8(text)),
    (text) => parseLabel(utf8(text)),
    (text) => parseOpening(utf8(text)),
    (text) => decodeRecord(utf8(`LPR1${text}`)),
  ];
  test("random text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat({ max: 8 }), (text, which) => {
        try {
          parsers[which]?.(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AuditLogError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("random bytes as a compact record", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        refuses(() => decodeRecord(Uint8Array.of(0x4c, 0x50, 0x52, 0x31, ...bytes, 255)));
      }),
      { numRuns: 300 },
    );
  });

  test("proofs with more or other lines than the format has", () => {
    const proof = { index: 3, hashes: [new Uint8Array(32)], checkpoint: "o\n9\n\n", extra: utf8("{}") };
    const text = formatProof(proof);
    expect(parseProof(text)).toEqual(proof);
    for (const bad of [
      text.replace("@v1", "@v2"),
      text.replace("index 3", "index 03"),
      text.replace("index 3", "index -3"),
      text.replace("index 3", "index 3 "),
      text.replace("index 3\n", ""),
      text.replace("extra ", "extra  "),
      text.replace("index 3", `index 3${`\n${toBase64(new Uint8Array(32))}`.repeat(60)}`),
    ]) {
      refuses(() => parseProof(bad));
    }
  });
});
