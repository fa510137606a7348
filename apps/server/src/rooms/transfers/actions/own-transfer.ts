import { type Context, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { destroyKeys } from "../changes.store.ts";
import { stateOf } from "../transfers.model.ts";
import { type ReadCopy, readCopy } from "../transfers.present.ts";
import { openTransfer, seal, type TransferWords } from "../transfers.seals.ts";
import * as store from "../transfers.store.ts";

/** A transfer locked for a change, with its copies, read by its sender's key. */
export interface LockedTransfer {
  row: store.TransferRow;
  words: TransferWords;
  copies: ReadCopy[];
  state: store.TransferRow["state"];
}

export async function lockOwn(ctx: Context, tx: Tx, accountId: string, id: string): Promise<LockedTransfer> {
  const row = (await store.lockTransfer(tx, accountId, id)) ?? refuse("not-found");
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  const copies = (await store.copiesOf(tx, "owner", accountId, [id])).map((copy) => readCopy("owner", key, copy));
  const words = openTransfer("owner", key, id, row.sealed);
  key.fill(0);
  return { row, words, copies, state: stateOf(row, todayOf(ctx)) };
}

/** Copies that the agency can still open. */
export function liveCopies({ copies }: Pick<LockedTransfer, "copies">, today: string): ReadCopy[] {
  return copies.filter(({ facts }) => facts.held && facts.ends_on >= today);
}

/**
 * Destroys the keys of copies. The agency's side keeps title, type and hashes and loses the typed details. Answers the
 * contents that may be nobody's now: they are removed after commit.
 */
export async function endCopies(
  ctx: Context,
  tx: Tx,
  of: { accountId: string; agencyId: string },
  copies: readonly ReadCopy[],
  replacedBy: ReadonlyMap<string, string> = new Map(),
): Promise<string[]> {
  const held = copies.filter(({ facts }) => facts.held);
  if (held.length === 0) return [];
  const agencyKey = await ctx.ports.accountKeys.of(tx, of.agencyId);
  const ended = held.map(({ facts: { id }, words }) => ({
    id,
    sealed_agency: seal("copy", "agency", agencyKey, id, { ...words, details: {} }).toString("hex"),
    replaced_by: replacedBy.get(id) ?? null,
  }));
  agencyKey.fill(0);
  await destroyKeys(tx, of.accountId, ended);
  return held.flatMap(({ facts }) => (facts.content_id === null ? [] : [facts.content_id]));
}
