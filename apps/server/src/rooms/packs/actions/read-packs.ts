import type { Pack } from "@locum-passport/contract";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { presentPack } from "../packs.present.ts";
import { packRow, pageOfPacks } from "../packs.store.ts";

/** My packs, newest first: those that are there, and for a week those that were. */
export function listPacks(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Pack[]; nextCursor: string | null }> {
  const accountId = own(ctx);
  const after = cursor === undefined ? undefined : positionOf(cursor);
  return ctx.transaction(async (tx) => {
    const rows = await pageOfPacks(tx, accountId, { after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    const items = shown.map((row) => presentPack(key, row));
    key.fill(0);
    const last = shown.at(-1);
    const nextCursor = rows.length > limit && last ? `${last.asked_at.getTime()}_${last.id}` : null;
    return { items, nextCursor };
  });
}

export function readPack(ctx: Context, packId: string): Promise<Pack> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const row = (await packRow(tx, accountId, packId)) ?? refuse("not-found");
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    const pack = presentPack(key, row);
    key.fill(0);
    return pack;
  });
}

function positionOf(cursor: string): { at: Date; id: string } {
  const [, time, id] = /^(\d{1,15})_([a-z0-9]{1,64})$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) {
    refuse("bad-input", { errors: [{ field: "cursor", message: "Use the nextCursor of the page before" }] });
  }
  return { at: new Date(Number(time)), id };
}
