import type { Copy, ReceivedTransfer, Transfer } from "@locum-passport/contract";
import { stateOf } from "./transfers.model.ts";
import {
  type CopyWords,
  openCopyWords,
  openOriginalSeen,
  openSentBack,
  openTransfer,
  type Side,
  type TransferWords,
} from "./transfers.seals.ts";
import type { CopyRow, ReceiptFacts, TransferRow } from "./transfers.store.ts";

/** What a copy's row says in clear. */
export type CopyFacts = Omit<CopyRow, "sealed" | "sent_back" | "original_seen" | "account_id" | "transfer_id">;
export interface ReadCopy {
  facts: CopyFacts;
  words: CopyWords;
  sentBack: Copy["sentBack"];
  originalSeen: Copy["originalSeen"];
}

export function readCopy(side: Side, key: Buffer, row: CopyRow): ReadCopy {
  const sentBack =
    row.sent_back === null || row.sent_back_at === null
      ? null
      : { ...openSentBack(side, key, row.id, row.sent_back), at: row.sent_back_at.toISOString() };
  const originalSeen =
    row.original_seen === null || row.original_seen_on === null
      ? null
      : { on: row.original_seen_on, by: openOriginalSeen(side, key, row.id, row.original_seen).by };
  return { facts: row, words: openCopyWords(side, key, row.id, row.sealed), sentBack, originalSeen };
}

function presentCopy({ facts, words, sentBack, originalSeen }: ReadCopy, withDetails: boolean): Copy {
  return {
    id: facts.id,
    documentId: facts.document_id,
    version: facts.version,
    type: facts.type,
    title: words.title,
    sensitivity: facts.sensitivity,
    details: withDetails ? words.details : {},
    endsOn: facts.ends_on,
    pages: facts.pages,
    pictures: facts.pictures,
    placeRemoved: facts.place_removed,
    replacedBy: facts.replaced_by,
    files: words.files,
    openedAt: facts.opened_at?.toISOString() ?? null,
    downloadedAt: facts.downloaded_at?.toISOString() ?? null,
    sentBack,
    originalSeen,
  };
}

export type TransferFacts = Omit<TransferRow, "sealed" | "account_id" | "permission_id">;

const receiptsShown = (receipts: readonly ReceiptFacts[]) =>
  receipts.map(({ id, kind, at }) => ({ id, kind, at: at.toISOString() }));

function shared(facts: TransferFacts, words: TransferWords, today: string) {
  return {
    id: facts.id,
    state: stateOf(facts, today),
    purpose: facts.purpose,
    purposeText: words.purposeText,
    note: words.note,
    sentAt: facts.sent_at.toISOString(),
    endsOn: facts.ends_on,
    endedAt: facts.ended_at?.toISOString() ?? null,
    mayDownload: facts.may_download,
    onward: facts.onward,
  };
}

interface Parts {
  facts: TransferFacts;
  words: TransferWords;
  copies: readonly ReadCopy[];
  receipts: readonly ReceiptFacts[];
  today: string;
}

/** As its sender sees it. */
export function presentTransfer({ facts, words, copies, receipts, today }: Parts): Transfer {
  return {
    ...shared(facts, words, today),
    agency: { id: facts.agency_id, name: facts.agency_name, state: facts.agency_state },
    copies: copies.map((copy) => presentCopy(copy, true)),
    receipts: receiptsShown(receipts),
  };
}

/** As the agency sees it: of what has ended the list stays, without the typed details. */
export function presentReceived(
  { facts, words, copies, receipts, today }: Parts,
  nameOf: (personId: string) => string,
): ReceivedTransfer {
  const active = stateOf(facts, today) === "active";
  const opener = ({ facts: copy }: ReadCopy) =>
    copy.last_opened_at === null || copy.last_opened_by === null
      ? null
      : { name: nameOf(copy.last_opened_by), at: copy.last_opened_at.toISOString() };
  const shown = copies.map((copy) => {
    const open = active && copy.facts.held && copy.facts.ends_on >= today;
    return { ...presentCopy(copy, open), lastOpenedBy: opener(copy) };
  });
  const newest = shown.map((copy) => copy.lastOpenedBy).sort((a, b) => ((a?.at ?? "") < (b?.at ?? "") ? 1 : -1))[0];
  return {
    ...shared(facts, words, today),
    sender: words.sender,
    copies: shown,
    lastOpenedBy: newest ?? null,
    receipts: receiptsShown(receipts),
    agencyState: facts.agency_state,
  };
}

export function partsOf(
  side: Side,
  key: Buffer,
  row: TransferRow,
  copies: readonly CopyRow[],
  receipts: readonly ReceiptFacts[],
  today: string,
): Parts {
  return {
    facts: row,
    words: openTransfer(side, key, row.id, row.sealed),
    copies: copies.filter((copy) => copy.transfer_id === row.id).map((copy) => readCopy(side, key, copy)),
    receipts: receipts.filter((receipt) => receipt.transfer_id === row.id),
    today,
  };
}
