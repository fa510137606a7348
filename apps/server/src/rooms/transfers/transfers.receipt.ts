import type { ReceiptTerms } from "@locum-passport/audit-log";
import { documentType } from "@locum-passport/compliance";
import { type Terms, transferTicks } from "@locum-passport/contract";
import type { Consent, Purpose, Sensitivity } from "./transfers.model.ts";
import type { CopyWords, TransferWords } from "./transfers.seals.ts";

export interface Agreed {
  id: string;
  kind: "sent" | "extended" | "copies-added";
  transferId: string;
  permissionId: string;
  sentAt: Date;
  agreedAt: Date;
  endsOn: string;
  words: TransferWords;
  agency: { id: string; name: string; companyNumber: string | null };
  purpose: Purpose;
  mayDownload: boolean;
  onward: "none" | "hirers-and-auditors";
  copies: readonly AgreedCopy[];
  notice: Terms;
  consent: Consent;
}

export interface AgreedCopy {
  id: string;
  documentId: string;
  version: number;
  type: string;
  sensitivity: Sensitivity;
  endsOn: string;
  placeRemoved: boolean;
  words: CopyWords;
}

/**
 * What both sides hold: who, what by its hashes, why, until when, and the exact words agreed to. Of typed details only which
 * ones went along: the receipt outlives the access. Nothing is undefined, so that its JSON is the same when it is read again.
 */
export function receiptTerms(agreed: Agreed): ReceiptTerms {
  const { words, notice, agency } = agreed;
  return {
    v: 1,
    id: agreed.id,
    kind: agreed.kind,
    transferId: agreed.transferId,
    permissionId: agreed.permissionId,
    sentAt: agreed.sentAt.toISOString(),
    agreedAt: agreed.agreedAt.toISOString(),
    endsOn: agreed.endsOn,
    from: { ...words.sender },
    to: { id: agency.id, name: agency.name, companyNumber: agency.companyNumber },
    purpose: agreed.purpose,
    purposeText: words.purposeText,
    ...(words.note === null ? {} : { note: words.note }),
    mayDownload: agreed.mayDownload,
    onward: agreed.onward,
    documents: agreed.copies.map(documentOf),
    notice: { title: notice.title, version: notice.version, sha256: notice.sha256 },
    words: [notice.text, ...ticked(agreed.consent)],
  };
}

function documentOf(copy: AgreedCopy): ReceiptTerms["documents"][number] {
  const type = documentType(copy.type);
  const label = (field: string) => type?.fields.find((one) => one.id === field)?.label ?? field;
  return {
    copyId: copy.id,
    documentId: copy.documentId,
    version: copy.version,
    type: copy.type,
    typeName: type?.name ?? copy.type,
    title: copy.words.title,
    sensitivity: copy.sensitivity,
    endsOn: copy.endsOn,
    placeRemoved: copy.placeRemoved,
    typedDetails: Object.keys(copy.words.details).map(label),
    files: copy.words.files.map(({ n, mediaType, bytes, sha256 }) => ({ n, mediaType, bytes, sha256 })),
  };
}

function ticked(consent: Consent): string[] {
  return [
    ...(consent.general ? [transferTicks.general] : []),
    ...(consent.health ? [transferTicks.health] : []),
    ...(consent.criminalRecord ? [transferTicks.criminalRecord] : []),
  ];
}
