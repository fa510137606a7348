import { toHex, utf8 } from "../bytes.ts";
import type { PackManifest } from "../pack-manifest.ts";
import { proveInclusion } from "../prove.ts";
import { type ReceiptPayload, type ReceiptTerms, receiptTermsDigest, signReceipt } from "../receipt.ts";
import { sha256 } from "../sha256.ts";
import { formatProof, openingBytes } from "../tlog-proof.ts";
import { MadeLog } from "./made-log.ts";

export const COPIES = new Map([
  ["01 SPECIMEN passport.pdf", utf8("%PDF SPECIMEN passport")],
  ["02 SPECIMEN DBS certificate - 1 of 2.jpg", utf8("SPECIMEN DBS front")],
  ["02 SPECIMEN DBS certificate - 2 of 2.jpg", utf8("SPECIMEN DBS back")],
]);

function file(path: string, n: number, mediaType: string) {
  const bytes = COPIES.get(path) ?? new Uint8Array();
  return { path, n, mediaType, bytes: bytes.length, sha256: toHex(sha256(bytes)) };
}

const [passport = "", front = "", back = ""] = [...COPIES.keys()];

export const MANIFEST: PackManifest = {
  v: 1,
  transferId: "transfer-1",
  copies: [
    { type: "passport", title: "SPECIMEN passport", files: [file(passport, 1, "application/pdf")] },
    {
      type: "dbs-certificate",
      title: "SPECIMEN DBS certificate",
      files: [file(front, 1, "image/jpeg"), file(back, 2, "image/jpeg")],
    },
  ],
};

export const TERMS: ReceiptTerms = {
  v: 1,
  id: "receipt-1",
  transferId: "transfer-1",
  sentAt: "2026-11-23T09:30:00.000Z",
  endsOn: "2027-02-21",
  from: { name: "SPECIMEN Locum" },
  to: { name: "SPECIMEN Acme Locums" },
  purpose: "join-agency",
  documents: MANIFEST.copies.map(({ type, title, files }) => ({
    type,
    title,
    files: files.map(({ n, mediaType, bytes, sha256: hash }) => ({ n, mediaType, bytes, sha256: hash })),
  })),
  words: ["SPECIMEN words agreed to"],
};

/** A log in which the sending stands, with its label holding the digest of the terms, and the receipt that shows it. */
export async function madeReceipt(change: Partial<ReceiptPayload> = {}, log = new MadeLog()) {
  log.fill(4);
  const made = log.write("uid-locum", {
    act: "transfer-sent",
    objectId: TERMS.transferId,
    label: { agency: "SPECIMEN Acme Locums", count: 2, terms: receiptTermsDigest(TERMS) },
  });
  log.fill(3);
  const checkpoint = log.checkpoint();
  const hashes = await proveInclusion(log.tiles.read, made.index, log.head.size);
  const proof = formatProof({ extra: openingBytes(made), index: made.index, hashes, checkpoint });
  const payload = { ...TERMS, proof, checkpoint, vkey: log.vkey, ...change };
  return { log, payload, text: signReceipt(log.signer, payload) };
}
