import type { Pack } from "@locum-passport/contract";
import { openOutcome, openWords, type PackWords } from "./packs.seals.ts";
import type { PackRow } from "./packs.tables.ts";

/** A pack for nobody in particular: by the starter list of the profession. */
export const forWhom = (words: PackWords): string => words.for ?? "Any agency";

/** As the contract shows it: only what is named here reaches the wire. */
export function presentPack(key: Buffer, row: PackRow): Pack {
  const outcome = row.sealed_outcome && openOutcome(key, row.id, row.sealed_outcome);
  return {
    id: row.id,
    for: forWhom(openWords(key, row.id, row.sealed)),
    size: row.size,
    state: row.state,
    failure: row.failure,
    progress: { done: row.done, total: row.total },
    documents: row.documents,
    pages: row.pages,
    pdfBytes: row.pdf_bytes,
    zipBytes: row.zip_bytes,
    coarserPages: outcome?.coarserPages ?? [],
    missingPages: outcome?.missingPages ?? [],
    askedAt: row.asked_at.toISOString(),
    keptUntil: row.kept_until?.toISOString() ?? null,
  };
}
