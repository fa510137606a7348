import { preparedStatement, type Tx } from "../../platform/postgres/database.ts";
import type { Side } from "./transfers.seals.ts";

export interface ReceiptRow {
  account_id: string;
  transfer_id: string;
  id: string;
  agency_id: string;
  entry_seq: number;
  at: Date;
  sealed: Buffer;
}

const receiptsFor = (side: Side, holder: string) =>
  preparedStatement<ReceiptRow>(
    `receipts-for-${side}`,
    `select account_id, transfer_id, id, agency_id, entry_seq, at, sealed_${side} as sealed
    from app.receipts where ${holder} = $1 and transfer_id = $2 order by at, id`,
  );
const receipts = { owner: receiptsFor("owner", "account_id"), agency: receiptsFor("agency", "agency_id") };

/** Receipts of one transfer for one of its parties, oldest first. */
export const findReceipts = (tx: Tx, side: Side, who: string, transferId: string): Promise<ReceiptRow[]> =>
  receipts[side](tx, who, transferId);

const signedReceipt = preparedStatement<{ id: string }>(
  "signed-receipt",
  `update app.receipts set signed = true, sealed_owner = $4, sealed_agency = $5
  where account_id = $1 and transfer_id = $2 and id = $3 and not signed returning id`,
);

/**
 * The signed text in place of the terms, once: of two signers the first one's stays, so that both parties hold one. Resolves
 * whether this one was kept.
 */
export async function keepSigned(
  tx: Tx,
  row: { accountId: string; transferId: string; id: string; sealedOwner: Buffer; sealedAgency: Buffer },
): Promise<boolean> {
  const { accountId, transferId, id, sealedOwner, sealedAgency } = row;
  const kept = await signedReceipt(tx, accountId, transferId, id, sealedOwner, sealedAgency);
  return kept.length > 0;
}
