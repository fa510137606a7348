import { describe, expect, test } from "vitest";
import { checkExport } from "./check-export.ts";
import { checkRecord } from "./check-record.ts";
import { MadeLog, specimenLog } from "./testing/made-log.ts";

describe("an honest record", () => {
  test("an export checks out, and says what to save", async () => {
    const log = specimenLog();
    const result = checkExport({ files: await log.export("uid-locum") });
    expect(result.findings).toEqual([]);
    expect(result.verdict).toBe("valid");
    expect(result.headline).toBe(
      "We checked all 12 entries. These entries agree with each other. Save this summary, so that later changes show.",
    );
    expect(result.save).toBe(log.summary("uid-locum"));
    expect(result.limits).toContain("The check cannot show an act that was never written.");
  });

  test("the compact record says the same, and rebuilds every entry", async () => {
    const log = specimenLog();
    const result = checkRecord({ record: await log.record("uid-locum"), vkey: log.vkey });
    expect(result.findings).toEqual([]);
    expect(result.verdict).toBe("valid");
    expect(result.entries).toEqual(checkExport({ files: await log.export("uid-locum") }).entries);
    expect(result.save).toBe(log.summary("uid-locum"));
  });

  test("against a summary or a bare checkpoint saved at any earlier size, both say that nothing was changed", async () => {
    const log = specimenLog();
    const saved = [log.checkpoint(), log.summary("uid-locum")];
    for (let i = 0; i < 6; i++) {
      log.fill(i * 90);
      log.write("uid-locum");
      saved.push(log.checkpoint(), log.summary("uid-locum"));
    }
    for (const since of saved) {
      const size = Number(since.split("\n")[1]);
      const offline = checkExport({ files: await log.export("uid-locum"), since, vkey: log.vkey });
      expect(offline.findings).toEqual([]);
      expect(offline.headline).toBe("We checked all 18 entries. None has been changed or taken out.");
      const record = await log.record("uid-locum", { since: [size] });
      expect(checkRecord({ record, vkey: log.vkey, saved: since }).verdict).toBe("valid");
    }
  });

  test("an export without leaf hashes still compares with a log that ended in one of its entries, or with a ready proof", async () => {
    const log = specimenLog();
    log.write("uid-locum");
    const since = log.checkpoint();
    const size = log.head.size;
    log.fill(300);
    const between = log.checkpoint();
    log.fill(300);
    log.write("uid-locum");
    const files = await log.export("uid-locum", { since: [log.head.size - 301] });
    for (const name of files.keys()) if (name.startsWith("tile/")) files.delete(name);
    expect(checkExport({ files, since }).verdict).toBe("valid");
    expect(checkExport({ files, since: between }).verdict).toBe("valid");
    files.delete(`consistency/${size + 300}`);
    const lacking = checkExport({ files, since: between });
    expect(lacking.verdict).toBe("gap");
    expect(lacking.findings.map((finding) => finding.code)).toEqual(["consistency-missing"]);
  });

  test("one entry in a log of one leaf checks out both ways", async () => {
    const log = new MadeLog();
    log.write("uid-locum");
    expect(checkExport({ files: await log.export("uid-locum") }).verdict).toBe("valid");
    expect(checkRecord({ record: await log.record("uid-locum"), vkey: log.vkey }).verdict).toBe("valid");
  });

  test("an export made without a signed count is checked, and the answer says what then cannot show", async () => {
    const result = checkExport({ files: await specimenLog().export("uid-locum", { summary: false }) });
    expect(result.verdict).toBe("valid");
    expect(result.limits.join(" ")).toContain("one cut from the end");
  });
});
