import { documentType, missingDetails } from "@locum-passport/compliance";
import type { Document, DocumentDetail } from "@locum-passport/contract";
import type { Paper, PaperVersion } from "./documents.model.ts";
import type { PaperChange } from "./documents.seals.ts";
import type { HolderRow } from "./documents.store.ts";

/** A paper as the contract shows it: only what is named here reaches the wire. */
export function presentDocument(paper: Paper, identical: readonly string[]): Document {
  const type = documentType(paper.type);
  return {
    id: paper.id,
    type: paper.type,
    title: paper.title,
    sensitivity: paper.sensitivity,
    details: paper.details,
    printedName: paper.printedName,
    note: paper.note,
    missingDetails: type ? [...missingDetails(type, paper.details)] : [],
    currentVersion: paper.currentVersion,
    versions: paper.versions.map(presentVersion),
    addedAt: paper.addedAt.toISOString(),
    changedAt: paper.changedAt.toISOString(),
    identicalTo: [...identical],
  };
}

function presentVersion(version: PaperVersion): Document["versions"][number] {
  return {
    number: version.number,
    addedAt: version.addedAt.toISOString(),
    pages: version.pages,
    bytes: version.bytes,
    pictures: version.pictures,
    picturesReason: version.picturesReason,
    pictureCount: version.pictureCount,
    files: version.files.map(({ n, fileName, mediaType, bytes, sha256, pages, hasPlace }) => ({
      n,
      fileName,
      mediaType,
      bytes,
      sha256,
      pages,
      hasPlace,
    })),
  };
}

export function presentDetail(
  paper: Paper,
  identical: readonly string[],
  changes: readonly (PaperChange & { at: Date })[],
  holders: readonly HolderRow[],
): DocumentDetail {
  return {
    ...presentDocument(paper, identical),
    changes: changes.map(({ at, type, title, details, printedName, note }) => ({
      at: at.toISOString(),
      type,
      title,
      details,
      printedName,
      note,
    })),
    holders: holders.map((holder) => ({
      transferId: holder.transferId,
      agency: { id: holder.agencyId, name: holder.agencyName },
      version: holder.version,
      sentAt: holder.sentAt.toISOString(),
      endsOn: holder.endsOn,
      state: holder.state,
      openedAt: holder.openedAt?.toISOString() ?? null,
      downloadedAt: holder.downloadedAt?.toISOString() ?? null,
    })),
  };
}
