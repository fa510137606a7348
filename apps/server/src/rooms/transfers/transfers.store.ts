import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import type { Purpose, Sensitivity, State } from "./transfers.model.ts";
import type { Side } from "./transfers.seals.ts";

export interface TransferRow {
  account_id: string;
  id: string;
  agency_id: string;
  agency_name: string;
  agency_state: string;
  permission_id: string;
  state: State;
  purpose: Purpose;
  onward: "none" | "hirers-and-auditors";
  may_download: boolean;
  sent_at: Date;
  ends_on: string;
  ended_at: Date | null;
  sealed: Buffer;
}

export interface CopyRow {
  account_id: string;
  transfer_id: string;
  id: string;
  n: number;
  permission_id: string;
  document_id: string;
  version: number;
  content_id: string | null;
  type: string;
  sensitivity: Sensitivity;
  place_removed: boolean;
  /** Its key is still there. */
  held: boolean;
  sealed: Buffer;
  ends_on: string;
  sent_at: Date;
  replaced_by: string | null;
  opened_at: Date | null;
  downloaded_at: Date | null;
  last_opened_at: Date | null;
  last_opened_by: string | null;
  sent_back_at: Date | null;
  sent_back: Buffer | null;
  original_seen_on: string | null;
  original_seen: Buffer | null;
  pages: number | null;
  pictures: "pending" | "ready" | "none";
}

export interface ReceiptFacts {
  transfer_id: string;
  id: string;
  kind: "sent" | "extended" | "copies-added";
  at: Date;
}

/** Which column of a twice-sealed value this side reads. */
const sideOf = (side: Side, name: string) => sql.ref(`${name}_${side}`);
/** A person may be a locum and a member of an agency: the side asked for is always named, never left to the policies alone. */
const holder = (side: Side, alias: string) => sql.ref(`${alias}.${side === "owner" ? "account_id" : "agency_id"}`);

const transferColumns = (side: Side) => sql`t.account_id, t.id, t.agency_id, a.name as agency_name,
  a.state as agency_state, t.permission_id, t.state, t.purpose, t.onward, t.may_download, t.sent_at, t.ends_on, t.ended_at,
  ${sideOf(side, "t.sealed")} as sealed`;

export interface ListAfter {
  at: Date;
  id: string;
}

export interface ReceivedWish {
  filter: "new" | "opened" | "sent-back" | "ending" | undefined;
  today: string;
  endingBy: string;
}

export async function listTransfers(
  tx: Tx,
  side: Side,
  who: string,
  query: { after: ListAfter | undefined; limit: number; wish?: ReceivedWish },
): Promise<TransferRow[]> {
  const { after, wish } = query;
  const found = await sql<TransferRow>`select ${transferColumns(side)}
    from app.transfers t join app.agencies a on a.id = t.agency_id
    where ${holder(side, "t")} = ${who}
      ${after === undefined ? sql`` : sql`and (t.sent_at, t.id) < (${after.at}, ${after.id})`}
      ${wish?.filter === undefined ? sql`` : sql`and ${filterOf(wish)}`}
    order by t.sent_at desc, t.id desc limit ${query.limit}`.execute(tx);
  return found.rows;
}

function filterOf({ filter, today, endingBy }: ReceivedWish) {
  const copies = sql`select 1 from app.copies c where c.account_id = t.account_id and c.transfer_id = t.id`;
  switch (filter) {
    case "new":
      return sql`not exists (${copies} and c.opened_at is not null) and t.state = 'active' and t.ends_on >= ${today}::date`;
    case "opened":
      return sql`exists (${copies} and c.opened_at is not null)`;
    case "sent-back":
      return sql`exists (${copies} and c.sent_back_at is not null)`;
    default:
      return sql`t.state = 'active' and t.ends_on >= ${today}::date and exists (${copies} and c.wrapped_key is not null
        and c.ends_on between ${today}::date and ${endingBy}::date)`;
  }
}

export async function findTransfer(tx: Tx, side: Side, who: string, id: string): Promise<TransferRow | undefined> {
  const found = await sql<TransferRow>`select ${transferColumns(side)}
    from app.transfers t join app.agencies a on a.id = t.agency_id
    where ${holder(side, "t")} = ${who} and t.id = ${id}`.execute(tx);
  return found.rows[0];
}

export async function copiesOf(tx: Tx, side: Side, who: string, transferIds: readonly string[]): Promise<CopyRow[]> {
  if (transferIds.length === 0) return [];
  const found =
    await sql<CopyRow>`select c.account_id, c.transfer_id, c.id, c.n, c.permission_id, c.document_id, c.version,
      c.content_id, c.type, c.sensitivity, c.place_removed, c.wrapped_key is not null as held,
      ${sideOf(side, "c.sealed")} as sealed, c.ends_on, c.sent_at, c.replaced_by, c.opened_at, c.downloaded_at,
      c.last_opened_at, c.last_opened_by, c.sent_back_at, ${sideOf(side, "c.sent_back")} as sent_back,
      c.original_seen_on, ${sideOf(side, "c.original_seen")} as original_seen,
      o.pages, coalesce(o.pictures, 'none') as pictures
    from app.copies c left join app.contents o on o.id = c.content_id
    where ${holder(side, "c")} = ${who} and c.transfer_id = any(${[...transferIds]})
    order by c.transfer_id, c.n`.execute(tx);
  return found.rows;
}

export async function receiptsOf(
  tx: Tx,
  side: Side,
  who: string,
  transferIds: readonly string[],
): Promise<ReceiptFacts[]> {
  if (transferIds.length === 0) return [];
  const found = await sql<ReceiptFacts>`select r.transfer_id, r.id, r.kind, r.at from app.receipts r
    where ${holder(side, "r")} = ${who} and r.transfer_id = any(${[...transferIds]}) order by r.at, r.id`.execute(tx);
  return found.rows;
}

/**
 * An own transfer FOR UPDATE, then every permission that covers a copy of it: two stops, a stop and an extension, a stop
 * and an opening have one order and one outcome.
 */
export async function lockTransfer(tx: Tx, accountId: string, id: string): Promise<TransferRow | undefined> {
  await sql`select id from app.transfers where account_id = ${accountId} and id = ${id} for update`.execute(tx);
  await sql`select p.id from app.permissions p where p.account_id = ${accountId} and p.ended_at is null
    and p.id in (select c.permission_id from app.copies c where c.account_id = ${accountId} and c.transfer_id = ${id})
    order by p.id for update`.execute(tx);
  return findTransfer(tx, "owner", accountId, id);
}

/** The transfer as it is until a member's change to one of its copies is made: no stop comes in between. */
export async function shareTransfer(tx: Tx, agencyId: string, id: string): Promise<TransferRow | undefined> {
  await sql`select id from app.transfers where agency_id = ${agencyId} and id = ${id} for share`.execute(tx);
  return findTransfer(tx, "agency", agencyId, id);
}
