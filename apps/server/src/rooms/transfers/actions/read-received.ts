import type { ReceivedTransfer } from "@locum-passport/contract";
import { type Context, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { personName } from "../../accounts/index.ts";
import { myAgency } from "../../agencies/index.ts";
import { type ListPosition, listCursor, positionOf } from "../list-position.ts";
import { addDays, matchesSearch } from "../transfers.model.ts";
import { partsOf, presentReceived } from "../transfers.present.ts";
import { openTransfer } from "../transfers.seals.ts";
import * as store from "../transfers.store.ts";

interface ReceivedQuery {
  query?: string | undefined;
  filter?: "new" | "opened" | "sent-back" | "ending" | undefined;
  cursor?: string | undefined;
  limit: number;
}

const endingWithinDays = 14;
const searchedAtOnce = 200;

/** What my agency received, newest first. Names are sealed, so a search opens them here, this agency's only. */
export async function listReceived(
  ctx: Context,
  input: ReceivedQuery,
): Promise<{ items: ReceivedTransfer[]; nextCursor: string | null }> {
  const { id: agencyId } = myAgency(ctx);
  const after = input.cursor === undefined ? undefined : positionOf(input.cursor);
  return ctx.transaction(async (tx) => {
    const rows = await findRows(ctx, tx, agencyId, input, after);
    const shown = rows.slice(0, input.limit);
    const last = shown.at(-1);
    return {
      items: await readAll(ctx, tx, agencyId, shown),
      nextCursor: rows.length > input.limit && last ? listCursor({ at: last.sent_at, id: last.id }) : null,
    };
  });
}

async function findRows(
  ctx: Context,
  tx: Tx,
  agencyId: string,
  { query, filter, limit }: ReceivedQuery,
  start: ListPosition | undefined,
): Promise<store.TransferRow[]> {
  const today = todayOf(ctx);
  const wish = { filter, today, endingBy: addDays(today, endingWithinDays) };
  const search = query?.trim() ?? "";
  if (search === "") return store.listTransfers(tx, "agency", agencyId, { after: start, limit: limit + 1, wish });
  const key = await ctx.ports.accountKeys.of(tx, agencyId);
  const found: store.TransferRow[] = [];
  for (let after = start; found.length <= limit; ) {
    ctx.signal.throwIfAborted();
    const rows = await store.listTransfers(tx, "agency", agencyId, { after, limit: searchedAtOnce, wish });
    found.push(...rows.filter((row) => matchesSearch(openTransfer("agency", key, row.id, row.sealed).sender, search)));
    const last = rows.at(-1);
    if (!last || rows.length < searchedAtOnce) break;
    after = { at: last.sent_at, id: last.id };
  }
  key.fill(0);
  return found.slice(0, limit + 1);
}

export async function readReceived(ctx: Context, id: string): Promise<ReceivedTransfer> {
  const { id: agencyId } = myAgency(ctx);
  return ctx.transaction((tx) => readOneReceived(ctx, tx, agencyId, id));
}

export async function readOneReceived(ctx: Context, tx: Tx, agencyId: string, id: string): Promise<ReceivedTransfer> {
  const row = (await store.findTransfer(tx, "agency", agencyId, id)) ?? refuse("not-found");
  const [received] = await readAll(ctx, tx, agencyId, [row]);
  return received ?? refuse("not-found");
}

async function readAll(
  ctx: Context,
  tx: Tx,
  agencyId: string,
  rows: readonly store.TransferRow[],
): Promise<ReceivedTransfer[]> {
  const ids = rows.map((row) => row.id);
  const key = await ctx.ports.accountKeys.of(tx, agencyId);
  const copies = await store.copiesOf(tx, "agency", agencyId, ids);
  const receipts = await store.receiptsOf(tx, "agency", agencyId, ids);
  const names = new Map<string, string>();
  for (const { last_opened_by: person } of copies) {
    if (person !== null && !names.has(person)) names.set(person, await personName(ctx, tx, person));
  }
  const today = todayOf(ctx);
  return rows.map((row) =>
    presentReceived(partsOf("agency", key, row, copies, receipts, today), (person) => names.get(person) ?? "Somebody"),
  );
}
