import { type Finding, Findings, type Verdict } from "./findings.ts";
import { isPackPaperwork, type PackManifest } from "./pack-manifest.ts";
import type { ReceiptPayload } from "./receipt.ts";

/** A file found in a pack, already hashed: `sha256` in 64 lower-case hexadecimal digits. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PackCheck {
  readonly verdict: Verdict;
  readonly headline: string;
  readonly findings: readonly Finding[];
}

/**
 * Compares the files of a pack with its manifest, and the manifest with the receipts, which must have come well out of
 * `checkReceipt`. A file that a receipt names and the pack lacks is a gap: its copy may have ended before the pack was made.
 */
export function checkPack(
  manifest: PackManifest,
  receipts: readonly ReceiptPayload[],
  found: readonly FoundFile[],
): PackCheck {
  const findings = new Findings();
  const listed = new Map(manifest.copies.flatMap((copy) => copy.files.map((file) => [file.path, file] as const)));
  const promised = new Map(
    receipts.flatMap((receipt) =>
      receipt.documents.flatMap((document) => document.files.map((file) => [file.sha256, file])),
    ),
  );
  for (const receipt of receipts) {
    if (receipt.transferId === manifest.transferId) continue;
    findings.invalid("terms-differ", "The receipt is of another transfer than the manifest.");
  }
  for (const file of found) {
    const line = listed.get(file.path);
    if (line === undefined) {
      if (isPackPaperwork(file.path)) continue;
      findings.invalid("file-unexpected", `${JSON.stringify(file.path)} is not named in the manifest.`);
    } else if (line.sha256 !== file.sha256 || line.bytes !== file.bytes) {
      findings.invalid("file-changed", `${JSON.stringify(file.path)} is not the file that the manifest names.`);
    } else if (promised.get(file.sha256)?.bytes !== file.bytes) {
      findings.invalid("not-in-receipt", `${JSON.stringify(file.path)} is not among the files of the receipt.`);
    }
  }
  const present = new Set(found.map((file) => file.path));
  for (const path of listed.keys()) {
    if (!present.has(path))
      findings.gap("file-missing", `${JSON.stringify(path)} is named in the manifest and is not here.`);
  }
  const hashes = new Set([...listed.values()].map((file) => file.sha256));
  const lacking = [...promised.keys()].filter((hash) => !hashes.has(hash)).length;
  if (lacking > 0) {
    findings.gap(
      "file-missing",
      `${lacking} of the files that the receipt names ${lacking === 1 ? "is" : "are"} not in this pack.`,
    );
  }
  const { verdict } = findings;
  const good = `We checked all ${listed.size} files. Each is the one that the manifest and the signed receipt name.`;
  const headline =
    verdict === "valid" ? good : (findings.list.find((finding) => finding.weight === verdict)?.sentence ?? "");
  return { verdict, headline, findings: findings.list };
}
