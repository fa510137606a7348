import type { Pack } from "@locum-passport/contract";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import { removeUnheld } from "../../documents/index.ts";
import { forWhom, presentPack } from "../packs.present.ts";
import { openWords } from "../packs.seals.ts";
import { changePack, endPermission, lockPack, lockPacksHolding } from "../packs.store.ts";
import type { PackRow } from "../packs.tables.ts";

/** Why a pack ends; the timeline says it. */
export type EndReason = "cancelled" | "destroyed" | "day-over" | "paper-deleted" | "failed";

export interface EndedPack {
  row: PackRow;
  entry: NewEntry;
  /** Nobody's now: removed after commit. */
  contentIds: string[];
}

const stateAfter = (row: PackRow, why: EndReason): Pack["state"] => {
  if (why === "failed") return "failed";
  return row.state === "ready" ? "gone" : "cancelled";
};

export const isUnfinished = (row: PackRow): boolean => row.state === "waiting" || row.state === "making";
const isLive = (row: PackRow): boolean => isUnfinished(row) || row.state === "ready";

/** Ends a locked pack that lives: its permission, so that what is still read is cut, and its key. */
export async function endPack(
  ctx: Context,
  tx: Tx,
  row: PackRow,
  why: EndReason,
  failure: PackRow["failure"] = null,
): Promise<EndedPack> {
  const at = ctx.now();
  const change = {
    state: stateAfter(row, why),
    failure,
    wrapped_key: null,
    sealed_outcome: null,
    ended_at: at,
    touched_at: at,
  };
  await endPermission(tx, row, at);
  await changePack(tx, row, change);
  const key = await ctx.ports.accountKeys.of(tx, row.account_id);
  const agency = forWhom(openWords(key, row.id, row.sealed));
  key.fill(0);
  return {
    row: { ...row, ...change },
    contentIds: row.content_id === null ? [] : [row.content_id],
    entry: {
      accountId: row.account_id,
      act: "pack-ended",
      object: { kind: "pack", id: row.id },
      permission: row.permission_id,
      purpose: "run-the-account",
      label: { agency, reason: why },
    },
  };
}

/** Cancels a pack while it is made, destroys it when it is there. One that has ended changes nothing and answers the same. */
export async function deletePack(ctx: Context, packId: string): Promise<Pack> {
  const accountId = own(ctx);
  const { pack, contentIds } = await ctx.transaction(async (tx) => {
    const row = (await lockPack(tx, accountId, packId)) ?? refuse("not-found");
    const ended = isLive(row) ? await endPack(ctx, tx, row, isUnfinished(row) ? "cancelled" : "destroyed") : undefined;
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    const answer = presentPack(key, ended?.row ?? row);
    key.fill(0);
    if (ended) await append(ctx, tx, [ended.entry]);
    return { pack: answer, contentIds: ended?.contentIds ?? [] };
  });
  await removeUnheld(ctx, contentIds);
  return pack;
}

/** A paper that is deleted is deleted from packs too: whoever deletes it wants no copy of it to be kept here. */
export async function endPacksHolding(
  ctx: Context,
  tx: Tx,
  { accountId, documentIds }: { accountId: string; documentIds: readonly string[] },
): Promise<{ entries: NewEntry[]; contentIds: string[] }> {
  const ended: EndedPack[] = [];
  for (const row of await lockPacksHolding(tx, accountId, documentIds))
    ended.push(await endPack(ctx, tx, row, "paper-deleted"));
  return { entries: ended.map(({ entry }) => entry), contentIds: ended.flatMap(({ contentIds }) => contentIds) };
}
