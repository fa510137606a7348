import { describe, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "./base64.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import { checkPack, type FoundFile } from "./check-pack.ts";
import { checkReceipt } from "./check-receipt.ts";
import { AuditLogError } from "./errors.ts";
import { parsePackManifest } from "./pack-manifest.ts";
import { openReceipt, receiptTermsDigest } from "./receipt.ts";
import { MadeLog } from "./testing/made-log.ts";
import { MANIFEST, madeReceipt, TERMS } from "./testing/made-receipt.ts";

function codes(result: { findings: readonly { code: string }[] }): string[] {
  return result.findings.map((finding) => finding.code);
}

/** Header and payload as a forger without the key would leave them: changed, with the signature of before. */
function edited(text: string, change: (json: string) => string, part: 0 | 1): string {
  return text
    .split(".")
    .map((piece, at) =>
      at === part ? toBase64Url(utf8(change(fromUtf8(fromBase64Url(piece), "receipt-malformed")))) : piece,
    )
    .join(".");
}

describe("a receipt", () => {
  test("is signed, and what it says is what the log committed to", async () => {
    const { log, payload, text } = await madeReceipt();
    expect(openReceipt(text, log.signer)).toEqual(payload);
    const result = checkReceipt({ text, vkey: log.vkey });
    expect(result.findings).toEqual([]);
    expect(result.verdict).toBe("valid");
    expect(checkReceipt({ text: `${text}\n` }).limits.join(" ")).toContain("The key came with the receipt");
  });

  test("edited without the key does not pass", async () => {
    const { text } = await madeReceipt();
    const renamed = edited(text, (json) => json.replace("SPECIMEN Acme Locums", "SPECIMEN Best Locums"), 1);
    expect(codes(checkReceipt({ text: renamed }))).toEqual(["signature"]);
    for (const header of ['{"alg":"none"}', '{"alg":"HS256","typ":"locum-passport-receipt+jwt"}', "{}", "[]"]) {
      expect(codes(checkReceipt({ text: edited(text, () => header, 0) }))).toEqual(["bytes-malformed"]);
    }
    expect(codes(checkReceipt({ text: "eyJ.eyJ.eyJ" }))).toEqual(["bytes-malformed"]);
  });

  test("signed again by the key's holder with other terms contradicts the log", async () => {
    for (const change of [
      { endsOn: "2030-01-01" },
      { words: ["other words"] },
      { to: { name: "SPECIMEN Best Locums" } },
      { documents: [] },
    ]) {
      const { text } = await madeReceipt(change);
      expect(codes(checkReceipt({ text }))).toEqual(["terms-differ"]);
    }
    const { text } = await madeReceipt({ transferId: "transfer-2" });
    expect(codes(checkReceipt({ text }))).toEqual(["proof-reused", "terms-differ"]);
  });

  test("from another log or under another key is told apart", async () => {
    const { text } = await madeReceipt({}, new MadeLog("forger"));
    const honest = new MadeLog();
    const result = checkReceipt({ text, vkey: honest.vkey });
    expect(codes(result)).toContain("other-key");
    expect(result.verdict).toBe("invalid");
  });

  test("is compared with a saved summary as far as a receipt can be", async () => {
    const { log, text, payload } = await madeReceipt();
    expect(checkReceipt({ text, since: payload.checkpoint }).verdict).toBe("valid");
    log.fill(1);
    expect(codes(checkReceipt({ text, since: log.checkpoint() }))).toEqual(["rollback"]);
    const early = new MadeLog();
    early.fill(2);
    expect(codes(checkReceipt({ text, since: early.checkpoint() }))).toEqual(["consistency-missing"]);
  });

  test("the digest of its terms does not depend on the order of fields or on the evidence", async () => {
    const { payload } = await madeReceipt();
    const turned = Object.fromEntries(Object.entries(payload).reverse());
    expect(receiptTermsDigest({ ...TERMS, ...turned })).toBe(receiptTermsDigest(TERMS));
  });
});

describe("a pack", () => {
  const found: FoundFile[] = MANIFEST.copies.flatMap((copy) => copy.files);
  const paperwork: FoundFile[] = [{ path: "manifest.json", bytes: 1, sha256: "" }];

  test("fits when every file is the one that manifest and receipt name", async () => {
    const { payload } = await madeReceipt();
    const result = checkPack(MANIFEST, [payload], [...found, ...paperwork]);
    expect([result.verdict, result.findings]).toEqual(["valid", []]);
  });

  test("with a changed, added, missing or unpromised file does not", async () => {
    const { payload } = await madeReceipt();
    const [first, ...rest] = found;
    if (first === undefined) throw new Error("no file");
    const changed = [{ ...first, sha256: "0".repeat(64) }, ...rest];
    expect(codes(checkPack(MANIFEST, [payload], changed))).toEqual(["file-changed"]);
    expect(codes(checkPack(MANIFEST, [payload], [...found, { ...first, path: "x.exe" }]))).toEqual(["file-unexpected"]);
    const lacking = checkPack(MANIFEST, [payload], rest);
    expect([lacking.verdict, codes(lacking)]).toEqual(["gap", ["file-missing"]]);
    expect(codes(checkPack(MANIFEST, [], found))).toEqual(["not-in-receipt", "not-in-receipt", "not-in-receipt"]);
    const smaller = { ...MANIFEST, copies: MANIFEST.copies.slice(0, 1) };
    expect(checkPack(smaller, [payload], found.slice(0, 1)).verdict).toBe("gap");
    expect(codes(checkPack({ ...MANIFEST, transferId: "transfer-2" }, [payload], found))).toEqual(["terms-differ"]);
  });

  test("a manifest of another shape is refused", () => {
    const file = MANIFEST.copies[0]?.files[0];
    const copy = (...files: unknown[]) => ({ v: 1, transferId: "t", copies: [{ type: "a", title: "b", files }] });
    expect(parsePackManifest(utf8(JSON.stringify(MANIFEST)))).toEqual(MANIFEST);
    for (const bad of [null, [], {}, { ...MANIFEST, v: 2 }, copy(file, file), copy({ ...file, bytes: -1 }), copy({})]) {
      expect(() => parsePackManifest(utf8(JSON.stringify(bad)))).toThrow(AuditLogError);
    }
  });
});
