import type { Context } from "../../../context.ts";
import { append } from "../../audit/index.ts";
import { removeUnheld } from "../../documents/index.ts";
import { REMEMBERED_MS } from "../packs.model.ts";
import { forgetPacks, lockPack, packsLeftBehind, packsPastTheirDay } from "../packs.store.ts";
import { addPackJob } from "./ask-pack.ts";
import { endPack, isUnfinished } from "./end-pack.ts";

const BATCH = 200;
/** A worker gives a sign of life twice a second; one silent for so long is dead, or its job was lost. */
const SILENT_MS = 15 * 60_000;

/** Packs past their day end: their key first, then their bytes. Packs that a dead worker left are made again. */
export async function sweepPacks(ctx: Context): Promise<void> {
  let fault: unknown;
  for (let found = BATCH; found === BATCH && fault === undefined; ) {
    const due = await ctx.house((tx) => packsPastTheirDay(tx, ctx.now(), BATCH));
    found = due.length;
    for (const { account_id, id } of due) {
      try {
        await endOne(ctx, account_id, id);
      } catch (error) {
        fault = error; // the others still end; the turn is tried again
      }
    }
  }
  await reviveLeftBehind(ctx);
  await ctx.house((tx) => forgetPacks(tx, new Date(ctx.now().getTime() - REMEMBERED_MS)));
  if (fault !== undefined) throw fault;
}

async function endOne(ctx: Context, accountId: string, id: string): Promise<void> {
  const contentIds = await ctx.house(async (tx) => {
    const row = await lockPack(tx, accountId, id);
    if (row?.state !== "ready" || row.kept_until === null || row.kept_until > ctx.now()) return [];
    const ended = await endPack(ctx, tx, row, "day-over");
    await append(ctx, tx, [ended.entry]);
    return ended.contentIds;
  });
  await removeUnheld(ctx, contentIds);
}

async function reviveLeftBehind(ctx: Context): Promise<void> {
  const before = new Date(ctx.now().getTime() - SILENT_MS);
  await ctx.house(async (tx) => {
    for (const { account_id, id } of await packsLeftBehind(tx, before, BATCH)) {
      const row = await lockPack(tx, account_id, id);
      if (row && isUnfinished(row)) await addPackJob(ctx, tx, row);
    }
  });
}
