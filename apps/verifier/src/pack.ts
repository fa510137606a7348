import {
  AuditLogError,
  checkPack,
  checkReceipt,
  type Finding,
  type FoundFile,
  isPackReceipt,
  parsePackManifest,
  type ReceiptPayload,
} from "@locum-passport/audit-log";
import type { Anchors } from "./arguments.ts";
import { type Outcome, verdictOf } from "./outcome.ts";
import { receiptFacts } from "./receipt.ts";
import { HostileZip, type Zip } from "./zip.ts";

const MAX_PAPERWORK_BYTES = 8_388_608;
const MAX_COPY_BYTES = 1_073_741_824;
const MAX_TOTAL_BYTES = 68_719_476_736;

/** Every file against the manifest, the manifest against the signed receipts, the receipts against the log. */
export async function checkPackFile(zip: Zip, anchors: Anchors): Promise<Outcome> {
  const manifest = readManifest(await zip.read("manifest.json", MAX_PAPERWORK_BYTES));
  const findings: Finding[] = [];
  const limits = new Set<string>();
  const facts: string[] = [];
  const receipts: ReceiptPayload[] = [];
  for (const name of zip.entries.keys()) {
    if (!isPackReceipt(name)) continue;
    const text = new TextDecoder().decode(await zip.read(name, MAX_PAPERWORK_BYTES));
    const checked = checkReceipt({ text, ...anchors });
    findings.push(...checked.findings.map((each) => ({ ...each, sentence: `${name}: ${each.sentence}` })));
    for (const limit of checked.limits) limits.add(limit);
    facts.push(...receiptFacts(checked));
    if (checked.receipt !== undefined) receipts.push(checked.receipt);
  }
  if (receipts.length === 0 && findings.length === 0) {
    findings.push({ code: "file-missing", weight: "gap", sentence: "There is no receipt in this pack." });
  }
  const checked = checkPack(manifest, receipts, await fingerprints(zip));
  findings.push(...checked.findings);
  const verdict = verdictOf(findings);
  const worst = findings.find((finding) => finding.weight === verdict);
  return {
    verdict,
    headline: worst?.sentence ?? checked.headline,
    findings,
    facts,
    limits: [...limits, "The typed details in the manifest are the sender's words and are not part of the check."],
  };
}

async function fingerprints(zip: Zip): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  let total = 0;
  for (const [path, entry] of zip.entries) {
    total += entry.uncompressedSize;
    if (total > MAX_TOTAL_BYTES) throw new HostileZip("The ZIP unpacks to more than any pack holds.");
    found.push({ path, ...(await zip.fingerprint(path, MAX_COPY_BYTES)) });
  }
  return found;
}

function readManifest(bytes: Uint8Array) {
  try {
    return parsePackManifest(bytes);
  } catch (error) {
    if (error instanceof AuditLogError) throw new HostileZip(error.message);
    throw error;
  }
}
