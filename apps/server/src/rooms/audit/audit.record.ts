import { type PackedEntry, packRecord } from "@locum-passport/audit-log";
import type { Context } from "../../context.ts";
import { holdRecord } from "./audit.held.ts";
import { batchedTileReader, tileOptions } from "./audit.tiles.ts";

/** The compact bundle behind *Check this record* in the browser. */
export async function recordForCheck(ctx: Context, accountId: string, since: number | undefined): Promise<Uint8Array> {
  const held = await holdRecord(ctx, accountId, "record-checked");
  const entries: PackedEntry[] = [];
  for await (const { index, opening } of held.entries) {
    entries.push({
      entry: opening.entry,
      key: opening.key,
      ...(opening.label === undefined ? {} : { label: opening.label }),
      index,
    });
  }
  return packRecord({
    read: batchedTileReader(ctx),
    options: tileOptions,
    checkpoint: held.checkpoint,
    summary: held.summary,
    uid: held.uid,
    entries,
    ...(since === undefined ? {} : { since: [since] }),
  });
}
