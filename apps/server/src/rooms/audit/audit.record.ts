import { type PackedEntry, packRecord } from "@locum-passport/audit-log";
import type { Context } from "../../context.ts";
import { holdRecord } from "./audit.held.ts";
import { batchedTileReader, tileOptions } from "./audit.tiles.ts";

interface Wanted {
  /** Size of a summary kept from before. */
  since?: number | undefined;
  /** With the log's own leaf hashes, so that a fault can be placed. */
  locate?: boolean | undefined;
}

/** The compact bundle behind *Check this record* in the browser. */
export async function recordForCheck(ctx: Context, accountId: string, { since, locate }: Wanted): Promise<Uint8Array> {
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
    locate: locate ?? false,
    ...(since === undefined ? {} : { since: [since] }),
  });
}
