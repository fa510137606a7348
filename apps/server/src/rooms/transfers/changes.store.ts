import { sql } from "kysely";
import { preparedStatement, type Tx } from "../../platform/postgres/database.ts";

/** Bytes travel as hex within JSON, so that any number of copies is one statement. */
export interface NewCopy {
  id: string;
  n: number;
  document_id: string;
  version: number;
  content_id: string;
  type: string;
  sensitivity: string;
  place_removed: boolean;
  wrapped_key: string;
  sealed_owner: string;
  sealed_agency: string;
  ends_on: string;
}
export interface CopiesOf {
  accountId: string;
  transferId: string;
  agencyId: string;
  permissionId: string;
  at: Date;
}
export interface NewPermission {
  accountId: string;
  id: string;
  agencyId: string;
  purpose: string;
  mayDownload: boolean;
  at: Date;
  endsOn: string;
}
export interface NewTransfer extends CopiesOf {
  copies: readonly NewCopy[];
  purpose: string;
  onward: string;
  mayDownload: boolean;
  endsOn: string;
  sealedOwner: Buffer;
  sealedAgency: Buffer;
}

const permissionInsert = `insert into app.permissions
    (account_id, id, kind, recipient_id, purpose, may_download, given_at, ends_on)
  values ($1, $2, 'transfer', $3, $4, $5, $6, $7)`;
const copiesInsert = (
  account: string,
  transfer: string,
  agency: string,
  permission: string,
  at: string,
  rows: string,
) =>
  `insert into app.copies (account_id, transfer_id, id, n, agency_id, permission_id, document_id, version, content_id, type,
    sensitivity, place_removed, wrapped_key, sealed_owner, sealed_agency, ends_on, sent_at)
  select ${account}, ${transfer}, g.id, g.n, ${agency}, ${permission}, g.document_id, g.version, g.content_id, g.type,
    g.sensitivity, g.place_removed, decode(g.wrapped_key, 'hex'), decode(g.sealed_owner, 'hex'),
    decode(g.sealed_agency, 'hex'), g.ends_on, ${at}::timestamptz
  from json_to_recordset(${rows}::json) as g (id text, n int, document_id text, version int, content_id text, type text,
    sensitivity text, place_removed boolean, wrapped_key text, sealed_owner text, sealed_agency text, ends_on date)`;

const newPermission = preparedStatement("new-permission", permissionInsert);
const newCopies = preparedStatement("new-copies", copiesInsert("$1", "$2", "$3", "$4", "$5", "$6"));
const newTransfer = preparedStatement(
  "new-transfer",
  `with given as (${permissionInsert}),
    sent as (insert into app.transfers (account_id, id, agency_id, permission_id, state, purpose, onward, may_download,
        sent_at, ends_on, sealed_owner, sealed_agency)
      values ($1, $8, $3, $2, 'active', $4, $9, $5, $6, $7, $10, $11))
    ${copiesInsert("$1", "$8", "$3", "$2", "$6", "$12")}`,
);

export async function insertPermission(tx: Tx, row: NewPermission): Promise<void> {
  await newPermission(tx, row.accountId, row.id, row.agencyId, row.purpose, row.mayDownload, row.at, row.endsOn);
}

/** Permission, transfer and copies in one statement: a sending of any number of papers is one trip to the database. */
export async function insertTransfer(tx: Tx, row: NewTransfer): Promise<void> {
  const { accountId, permissionId, agencyId, purpose, mayDownload, at, endsOn } = row;
  await newTransfer(
    ...([tx, accountId, permissionId, agencyId, purpose, mayDownload, at, endsOn] as const),
    ...[row.transferId, row.onward, row.sealedOwner, row.sealedAgency, JSON.stringify(row.copies)],
  );
}

export async function insertCopies(tx: Tx, of: CopiesOf, copies: readonly NewCopy[]): Promise<void> {
  const { accountId, transferId, agencyId, permissionId, at } = of;
  await newCopies(tx, accountId, transferId, agencyId, permissionId, at, JSON.stringify(copies));
}

export interface NewReceipt {
  accountId: string;
  transferId: string;
  id: string;
  agencyId: string;
  kind: "sent" | "extended" | "copies-added";
  at: Date;
  seq: number;
  sealedOwner: Buffer;
  sealedAgency: Buffer;
}

const newReceipt = preparedStatement(
  "new-receipt",
  `insert into app.receipts (account_id, transfer_id, id, agency_id, kind, at, entry_seq, sealed_owner, sealed_agency)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export async function insertReceipt(tx: Tx, row: NewReceipt): Promise<void> {
  const { accountId, transferId, id, agencyId, kind, at, seq, sealedOwner, sealedAgency } = row;
  await newReceipt(tx, accountId, transferId, id, agencyId, kind, at, seq, sealedOwner, sealedAgency);
}

/** A copy whose key is destroyed; the agency's side of it keeps no typed details. */
export interface EndedCopy {
  id: string;
  sealed_agency: string;
  replaced_by: string | null;
}

export async function destroyKeys(tx: Tx, accountId: string, copies: readonly EndedCopy[]): Promise<void> {
  if (copies.length === 0) return;
  await sql`update app.copies c set wrapped_key = null, sealed_agency = decode(g.sealed_agency, 'hex'),
      replaced_by = coalesce(g.replaced_by, c.replaced_by)
    from json_to_recordset(${JSON.stringify(copies)}::json) as g (id text, sealed_agency text, replaced_by text)
    where c.account_id = ${accountId} and c.id = g.id`.execute(tx);
}

/** Ends every permission of a transfer and tells running streams to look again. */
export async function endPermissions(
  tx: Tx,
  { accountId, transferId, at, but }: { accountId: string; transferId: string; at: Date; but?: string },
): Promise<void> {
  await sql`update app.permissions p set ended_at = ${at}
    where p.account_id = ${accountId} and p.kind = 'transfer' and p.ended_at is null and p.id <> ${but ?? ""}
      and p.id in (select c.permission_id from app.copies c where c.account_id = ${accountId}
        and c.transfer_id = ${transferId})`.execute(tx);
  await sayEnded(tx, transferId);
}

/** Heard after commit. */
export async function sayEnded(tx: Tx, word: string): Promise<void> {
  await sql`select pg_notify('permission_ended', ${word})`.execute(tx);
}

export async function setEnded(
  tx: Tx,
  { accountId, transferId, state, at }: { accountId: string; transferId: string; state: "stopped" | "ended"; at: Date },
): Promise<void> {
  await sql`update app.transfers set state = ${state}, ended_at = ${at}
    where account_id = ${accountId} and id = ${transferId}`.execute(tx);
}

/** A new permission takes over the copies that still live, each until its own last day. */
export async function extendCopies(
  tx: Tx,
  of: { accountId: string; transferId: string; permissionId: string; endsOn: string },
  copies: readonly { id: string; ends_on: string }[],
): Promise<void> {
  await sql`update app.copies c set permission_id = ${of.permissionId}, ends_on = g.ends_on
    from json_to_recordset(${JSON.stringify(copies)}::json) as g (id text, ends_on date)
    where c.account_id = ${of.accountId} and c.transfer_id = ${of.transferId} and c.id = g.id`.execute(tx);
  await sql`update app.transfers set permission_id = ${of.permissionId}, ends_on = ${of.endsOn}, ending_told_at = null
    where account_id = ${of.accountId} and id = ${of.transferId}`.execute(tx);
}

export async function setSentBack(
  tx: Tx,
  row: { agencyId: string; copyId: string; at: Date; forOwner: Buffer; forAgency: Buffer },
): Promise<void> {
  await sql`update app.copies set sent_back_at = ${row.at}, sent_back_owner = ${row.forOwner},
    sent_back_agency = ${row.forAgency} where agency_id = ${row.agencyId} and id = ${row.copyId}`.execute(tx);
}

/** All three or none: the day in clear, the name of who saw it sealed for each side. */
export async function setOriginalSeen(
  tx: Tx,
  row: { agencyId: string; copyId: string; seen: { on: string; forOwner: Buffer; forAgency: Buffer } },
): Promise<void> {
  await sql`update app.copies set original_seen_on = ${row.seen.on},
    original_seen_owner = ${row.seen.forOwner}, original_seen_agency = ${row.seen.forAgency}
    where agency_id = ${row.agencyId} and id = ${row.copyId}`.execute(tx);
}

/**
 * Takes back what this agency recorded of an original, on every copy of the same version that it has: what was recorded on
 * one holds for all of them. Resolves whether anything was recorded.
 */
export async function clearOriginalSeen(
  tx: Tx,
  paper: { agencyId: string; accountId: string; documentId: string; version: number },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`update app.copies
    set original_seen_on = null, original_seen_owner = null, original_seen_agency = null
    where agency_id = ${paper.agencyId} and account_id = ${paper.accountId} and document_id = ${paper.documentId}
      and version = ${paper.version} and original_seen_on is not null`.execute(tx);
  return numAffectedRows > 0n;
}
