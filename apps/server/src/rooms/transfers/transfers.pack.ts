import type { PackManifest } from "@locum-passport/audit-log";
import { documentType } from "@locum-passport/compliance";
import { csvLine } from "../../csv.ts";
import { regularNames } from "../documents/index.ts";
import type { ReadCopy } from "./transfers.present.ts";
import type { TransferWords } from "./transfers.seals.ts";
import type { TransferRow } from "./transfers.store.ts";

export interface PackedCopy {
  copy: ReadCopy;
  /** Inside the ZIP, one for each file in page order. */
  paths: readonly string[];
}

/** Regular names: number, title and which file of how many, with an ending that fits the content. */
export function packNames(copies: readonly ReadCopy[]): PackedCopy[] {
  return copies.map((copy, index) => {
    const { title, files } = copy.words;
    const paths = regularNames(
      { n: index + 1, of: copies.length, title },
      files.map((file) => file.mediaType),
    );
    return { copy, paths };
  });
}

interface Packed {
  row: TransferRow;
  words: TransferWords;
  copies: readonly PackedCopy[];
  receipts: readonly string[];
  madeAt: Date;
}

export function packManifest({ row, words, copies, receipts, madeAt }: Packed): PackManifest {
  return {
    v: 1,
    transferId: row.id,
    madeAt: madeAt.toISOString(),
    from: words.sender,
    to: { id: row.agency_id, name: row.agency_name },
    sentAt: row.sent_at.toISOString(),
    endsOn: row.ends_on,
    purpose: row.purpose,
    purposeText: words.purposeText,
    note: words.note,
    onward: row.onward,
    receipts,
    copies: copies.map(({ copy: { facts, words: kept }, paths }) => ({
      id: facts.id,
      type: facts.type,
      typeName: documentType(facts.type)?.name ?? facts.type,
      title: kept.title,
      endsOn: facts.ends_on,
      placeRemoved: facts.place_removed,
      typedBySender: kept.details,
      files: kept.files.map(({ n, mediaType, bytes, sha256 }, index) => ({
        path: paths[index] ?? "",
        n,
        mediaType,
        bytes,
        sha256,
      })),
    })),
  };
}

/** The manifest as a table for people: a line a file, the typed details on the first line of each copy. */
export function manifestTable(manifest: PackManifest): string {
  const lines = manifest.copies.flatMap((copy) =>
    copy.files.map((file, index) => [
      file.path,
      String(copy.typeName),
      copy.title,
      String(copy.endsOn),
      index === 0 ? typed(copy.type, copy.typedBySender) : "",
      file.mediaType,
      String(file.bytes),
      file.sha256,
    ]),
  );
  const head = ["File", "Type", "Title", "Access until", "Typed by the sender", "Media type", "Bytes", "SHA-256"];
  return [head, ...lines].map(csvLine).join("");
}

function typed(typeId: string, details: unknown): string {
  if (typeof details !== "object" || details === null) return "";
  const fields = documentType(typeId)?.fields ?? [];
  const label = (id: string) => fields.find((field) => field.id === id)?.label ?? id;
  return Object.entries(details)
    .map(([id, value]) => `${label(id)}: ${String(value)}`)
    .join("; ");
}

export const receiptName = (index: number): string => (index === 0 ? "receipt.jws" : `receipt-${index + 1}.jws`);
