import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { Side } from "./transfers.seals.ts";

export interface ReceiptRow {
  account_id: string;
  transfer_id: string;
  id: string;
  agency_id: string;
  entry_seq: number;
  signed: boolean;
  at: Date;
  sealed: Buffer;
}

/** Receipts of one transfer for one of its parties, oldest first. */
export async function findReceipts(tx: Tx, side: Side, who: string, transferId: string): Promise<ReceiptRow[]> {
  const holder = sql.ref(side === "owner" ? "account_id" : "agency_id");
  const found = await sql<ReceiptRow>`select account_id, transfer_id, id, agency_id, entry_seq, signed, at,
      ${sql.ref(`sealed_${side}`)} as sealed
    from app.receipts where ${holder} = ${who} and transfer_id = ${transferId} order by at, id`.execute(tx);
  return found.rows;
}

/** The signed text in place of the terms, once: of two signers the first one's stays, so that both parties hold one. */
export async function keepSigned(
  tx: Tx,
  row: { accountId: string; transferId: string; id: string; sealedOwner: Buffer; sealedAgency: Buffer },
): Promise<void> {
  await sql`update app.receipts set signed = true, sealed_owner = ${row.sealedOwner}, sealed_agency = ${row.sealedAgency}
    where account_id = ${row.accountId} and transfer_id = ${row.transferId} and id = ${row.id} and not signed`.execute(
    tx,
  );
}
