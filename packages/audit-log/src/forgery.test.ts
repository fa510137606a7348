import { describe, expect, test } from "vitest";
import { utf8 } from "./bytes.ts";
import { checkExport, entryFileName } from "./check-export.ts";
import { checkRecord } from "./check-record.ts";
import { parseEntry } from "./entry.ts";
import { labelBytes, labelHash } from "./label.ts";
import type { RecordCheck } from "./record-check.ts";
import { at, type Files, replaceOpening, rewrite, text } from "./testing/forge.ts";
import { type MadeEntry, type MadeLog, specimenLog } from "./testing/made-log.ts";

const WHO = "uid-locum";

function codes(result: RecordCheck): string[] {
  return [...new Set(result.findings.map((finding) => finding.code))];
}

async function forgedExport(change: (files: Files, log: MadeLog) => void | Promise<void>): Promise<RecordCheck> {
  const log = specimenLog();
  const files = await log.export(WHO);
  await change(files, log);
  return checkExport({ files });
}

async function forgedRecord(change: (entries: MadeEntry[]) => MadeEntry[], locate = false): Promise<RecordCheck> {
  const log = specimenLog();
  return checkRecord({ record: await log.record(WHO, { entries: change(log.of(WHO)), locate }), vkey: log.vkey });
}

describe("a forged log is found out", () => {
  test("1 edit: an act that was rewritten", async () => {
    const result = await forgedExport((files, log) => {
      replaceOpening(files, 5, at(rewrite(log.of(WHO), 5, { act: "copy-opened" }), 5));
    });
    expect(result.verdict).toBe("invalid");
    expect(result.findings[0]).toMatchObject({ code: "proof-wrong", seq: 5 });

    const edited = (entries: MadeEntry[]) => rewrite(entries, 5, { act: "copy-opened" });
    expect(codes(await forgedRecord(edited))).toContain("proof-wrong");
    const located = await forgedRecord(edited, true);
    expect(located.findings).toContainEqual(expect.objectContaining({ code: "proof-wrong", seq: 5 }));
  });

  test("2 delete: an act that was taken out of the middle, renumbered or not", async () => {
    const taken = await forgedExport((files) => void files.delete(entryFileName(5)));
    expect([taken.verdict, codes(taken)]).toEqual(["gap", ["entries-missing"]]);
    const fromRecord = await forgedRecord((entries) => entries.filter((_, i) => i !== 4));
    expect([fromRecord.verdict, codes(fromRecord)]).toEqual(["gap", ["entries-missing"]]);

    const renumbered = (entries: MadeEntry[]) => {
      const kept = entries.filter((_, i) => i !== 4);
      return [5, 6, 7, 8, 9, 10, 11].reduce((all, seq) => rewrite(all, seq, { seq }), kept);
    };
    const result = await forgedRecord(renumbered);
    expect(result.verdict).toBe("invalid");
    expect(codes(result)).toContain("proof-wrong");
  });

  test("3 reorder: two acts that changed places", async () => {
    const swapped = await forgedExport((files) => {
      const [five, six] = [entryFileName(5), entryFileName(6)];
      const kept = files.get(five) ?? new Uint8Array();
      files.set(five, files.get(six) ?? new Uint8Array()).set(six, kept);
    });
    expect(swapped.verdict).toBe("invalid");
    expect(codes(swapped)).toEqual(expect.arrayContaining(["name-differs", "order"]));
    const result = await forgedRecord((entries) => [
      ...entries.slice(0, 4),
      at(entries, 6),
      at(entries, 5),
      ...entries.slice(6),
    ]);
    expect(result.verdict).toBe("invalid");
    expect(codes(result)).toContain("order");
  });

  test("4 cut tail: the last acts left out, by whoever carries the file or by the service itself", async () => {
    const carried = await forgedExport((files) => {
      for (const seq of [11, 12]) files.delete(entryFileName(seq));
    });
    expect([carried.verdict, codes(carried)]).toEqual(["gap", ["entries-cut"]]);
    expect(carried.headline).toContain("There were 12 entries in the summary in this file; 10 are here.");
    expect(codes(await forgedRecord((entries) => entries.slice(0, 10)))).toEqual(["entries-cut"]);

    const log = specimenLog();
    const saved = log.summary(WHO);
    log.chains.set(WHO, log.of(WHO).slice(0, 10));
    log.fill(3);
    const files = await log.export(WHO, { summary: false });
    expect(codes(checkExport({ files, since: saved }))).toEqual(["entries-cut"]);
    const record = await log.record(WHO, { since: [Number(saved.split("\n")[1])] });
    expect(codes(checkRecord({ record, vkey: log.vkey, saved }))).toContain("entries-cut");
  });

  test("5 backdate: an act dated before the one it follows, even when the log really holds it", async () => {
    const edited = await forgedExport((files, log) => {
      replaceOpening(files, 5, at(rewrite(log.of(WHO), 5, { at: "2026-01-01T00:00:00.000Z" }), 5));
    });
    expect(codes(edited)).toEqual(expect.arrayContaining(["proof-wrong", "time-decreases"]));
    const log = specimenLog();
    log.write(WHO, { at: "2026-01-01T00:00:00.000Z" });
    expect(codes(checkExport({ files: await log.export(WHO) }))).toEqual(["time-decreases"]);
    expect(codes(checkRecord({ record: await log.record(WHO), vkey: log.vkey }))).toEqual(["time-decreases"]);
  });

  test("6 swap commitments: two acts that changed keys or places in the log", async () => {
    const keys = (entries: MadeEntry[]) =>
      entries.map((each, i) => (i === 4 || i === 5 ? { ...each, key: at(entries, i === 4 ? 6 : 5).key } : each));
    const swapped = await forgedExport((files, log) => {
      for (const seq of [5, 6]) replaceOpening(files, seq, at(keys(log.of(WHO)), seq));
    });
    expect(swapped.verdict).toBe("invalid");
    expect(codes(swapped)).toContain("proof-wrong");
    expect(codes(await forgedRecord(keys))).toContain("proof-wrong");
    const places = (entries: MadeEntry[]) =>
      entries.map((each, i) => (i === 4 || i === 5 ? { ...each, index: at(entries, i === 4 ? 6 : 5).index } : each));
    expect(codes(await forgedRecord(places))).toEqual(expect.arrayContaining(["order", "proof-wrong"]));
  });

  test("7 split view: another version of the log than the one shown before", async () => {
    const honest = specimenLog();
    const other = specimenLog();
    honest.write("uid-other", { act: "copy-opened" });
    other.write("uid-other", { act: "signed-in" });
    const saved = honest.checkpoint();
    expect(codes(checkExport({ files: await other.export(WHO), since: saved }))).toEqual(["split-view"]);
    expect(codes(checkRecord({ record: await other.record(WHO), vkey: other.vkey, saved }))).toEqual(["split-view"]);

    const size = other.head.size;
    other.fill(4);
    expect(codes(checkExport({ files: await other.export(WHO), since: saved }))).toEqual(["history-changed"]);
    const record = await other.record(WHO, { since: [size] });
    expect(codes(checkRecord({ record, vkey: other.vkey, saved }))).toEqual(["history-changed"]);

    const mixed = await forgedExport((files, log) => {
      log.fill(1);
      const proof = text(files, entryFileName(5));
      files.set(entryFileName(5), utf8(`${proof.slice(0, proof.indexOf("\n\n") + 2)}${log.checkpoint()}`));
    });
    expect(codes(mixed)).toEqual(["other-summary"]);
  });

  test("8 rollback: a log shorter than the summary saved", async () => {
    const log = specimenLog();
    const files = await log.export(WHO);
    const record = await log.record(WHO);
    log.fill(1);
    const saved = log.checkpoint();
    expect(codes(checkExport({ files, since: saved }))).toEqual(["rollback"]);
    expect(codes(checkRecord({ record, vkey: log.vkey, saved }))).toEqual(["rollback"]);
  });

  test("9 other key: the whole log made anew under another key, or one signature replaced", async () => {
    const honest = specimenLog();
    const forged = specimenLog("forger");
    const files = await forged.export(WHO);
    expect(codes(checkExport({ files, since: honest.summary(WHO) }))).toContain("other-key");
    expect(codes(checkExport({ files, vkey: honest.vkey }))).toContain("other-key");
    expect(checkExport({ files, vkey: honest.vkey }).verdict).toBe("invalid");
    expect(codes(checkRecord({ record: await forged.record(WHO), vkey: honest.vkey }))).toEqual(["other-key"]);
    files.set("vkey", utf8(`${honest.vkey}\n`));
    expect(codes(checkExport({ files }))).toEqual(["other-key"]);

    const resigned = await forgedExport((own) => {
      const checkpoint = text(own, "checkpoint");
      const forgedEnd = checkpoint.endsWith("AAA=\n") ? "BBA=\n" : "AAA=\n";
      own.set("checkpoint", utf8(`${checkpoint.slice(0, -5)}${forgedEnd}`));
    });
    expect(codes(resigned)).toContain("signature");
  });

  test("10 replayed proof: one act's proof shown for another, or another person's act shown as one's own", async () => {
    const replayed = await forgedExport((files) => {
      files.set(entryFileName(6), files.get(entryFileName(5)) ?? new Uint8Array());
    });
    expect(replayed.verdict).toBe("invalid");
    expect(codes(replayed)).toEqual(expect.arrayContaining(["name-differs", "proof-reused"]));
    expect(codes(await forgedRecord((all) => all.map((each, i) => (i === 5 ? at(all, 5) : each))))).toContain(
      "proof-reused",
    );

    const log = specimenLog();
    const borrowed = log.of(WHO).map((each, i) => (i === 5 ? at(log.of("uid-other"), 6) : each));
    expect(codes(checkExport({ files: await log.export(WHO, { entries: borrowed }) }))).toContain("other-record");
    const record = await log.record(WHO, { entries: borrowed });
    expect(codes(checkRecord({ record, vkey: log.vkey }))).toContain("other-record");
  });

  test("11 agency renamed: the words shown with an act changed afterwards, with or without its hash", async () => {
    const label = labelBytes({ title: "SPECIMEN paper 4", agency: "SPECIMEN Best Locums", pages: 4 });
    const words = (entries: MadeEntry[]) => entries.map((each, i) => (i === 4 ? { ...each, label } : each));
    const renamed = await forgedExport((files, log) => replaceOpening(files, 5, at(words(log.of(WHO)), 5)));
    expect([renamed.verdict, codes(renamed)]).toEqual(["invalid", ["label-differs"]]);
    expect(codes(await forgedRecord(words))).toEqual(["label-differs"]);

    const hashed = (entries: MadeEntry[]) => rewrite(words(entries), 5, { label: labelHash(label) });
    const covered = await forgedExport((files, log) => replaceOpening(files, 5, at(hashed(log.of(WHO)), 5)));
    expect(codes(covered)).toContain("proof-wrong");
    expect(codes(await forgedRecord(hashed))).toContain("proof-wrong");

    const silent = await forgedExport((files, log) => {
      const { label: _, ...bare } = at(log.of(WHO), 5);
      replaceOpening(files, 5, bare);
    });
    expect([silent.verdict, codes(silent)]).toEqual(["gap", ["label-missing"]]);
  });

  test("no single changed byte of any proof file passes unseen", async () => {
    const log = specimenLog();
    const files = await log.export(WHO);
    const name = entryFileName(3);
    const whole = files.get(name) ?? new Uint8Array();
    for (let i = 0; i < whole.length; i += 7) {
      const changed = whole.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(checkExport({ files: new Map(files).set(name, changed) }).verdict).not.toBe("valid");
    }
  });

  test("no single changed byte of a compact record passes unseen", async () => {
    const log = specimenLog();
    const record = await log.record(WHO);
    for (let i = 0; i < record.length; i += 11) {
      const changed = record.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(checkRecord({ record: changed, vkey: log.vkey }).verdict).not.toBe("valid");
    }
  });
});

test("a specimen entry holds ids only, no words", () => {
  const [first] = specimenLog().of(WHO);
  expect(JSON.stringify(parseEntry(first?.entry ?? new Uint8Array()))).not.toContain("SPECIMEN");
});
