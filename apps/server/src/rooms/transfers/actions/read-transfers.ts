import type { Transfer } from "@locum-passport/contract";
import { type Context, own, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { listCursor, positionOf } from "../list-position.ts";
import { partsOf, presentTransfer } from "../transfers.present.ts";
import * as store from "../transfers.store.ts";

/** My transfers, newest first. */
export async function listTransfers(
  ctx: Context,
  query: { cursor?: string | undefined; limit: number },
): Promise<{ items: Transfer[]; nextCursor: string | null }> {
  const accountId = own(ctx);
  const after = query.cursor === undefined ? undefined : positionOf(query.cursor);
  return ctx.transaction(async (tx) => {
    const rows = await store.listTransfers(tx, "owner", accountId, { after, limit: query.limit + 1 });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await readOwn(ctx, tx, accountId, shown),
      nextCursor: rows.length > query.limit && last ? listCursor({ at: last.sent_at, id: last.id }) : null,
    };
  });
}

export async function readTransfer(ctx: Context, id: string): Promise<Transfer> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const row = (await store.findTransfer(tx, "owner", accountId, id)) ?? refuse("not-found");
    const [transfer] = await readOwn(ctx, tx, accountId, [row]);
    return transfer ?? refuse("not-found");
  });
}

async function readOwn(
  ctx: Context,
  tx: Tx,
  accountId: string,
  rows: readonly store.TransferRow[],
): Promise<Transfer[]> {
  const ids = rows.map((row) => row.id);
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const copies = await store.copiesOf(tx, "owner", accountId, ids);
  const receipts = await store.receiptsOf(tx, "owner", accountId, ids);
  const today = todayOf(ctx);
  return rows.map((row) => presentTransfer(partsOf("owner", key, row, copies, receipts, today)));
}
