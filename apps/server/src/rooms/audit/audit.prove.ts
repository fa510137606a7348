import { formatProof, openingBytes, proveInclusion, readUnverifiedCheckpoint } from "@locum-passport/audit-log";
import type { Context } from "../../context.ts";
import { checkpointWith } from "./audit.held.ts";
import * as store from "./audit.store.ts";
import { batchedTileReader, tileOptions } from "./audit.tiles.ts";
import { openEntry } from "./audit.timeline.ts";

/**
 * The proof that one entry stands in the log, with what opens it (c2sp.org/tlog-proof@v1), waited for until it is in the
 * tree. With the house's rights: a receipt is proven for both its parties, and only one of them holds the chain.
 */
export async function proveEntry(
  ctx: Context,
  accountId: string,
  seq: number,
): Promise<{ proof: string; checkpoint: string }> {
  const checkpoint = await checkpointWith(ctx, accountId, seq);
  const { size } = readUnverifiedCheckpoint(checkpoint);
  const { index, opening } = await ctx.house(async (tx) => {
    const [row] = await store.readEntriesForward(tx, accountId, seq - 1, 1);
    if (!row || row.seq !== seq || row.leaf_index === null) throw new Error(`Entry ${seq} is not in the tree`);
    const opened = openEntry(row, accountId, await ctx.ports.accountKeys.of(tx, accountId));
    if (opened === null) throw new Error(`Entry ${seq} was erased`);
    return { index: row.leaf_index, opening: opened };
  });
  const { entry, key, label } = opening;
  return {
    checkpoint,
    proof: formatProof({
      extra: openingBytes({ entry, key, ...(label === undefined ? {} : { label }) }),
      index,
      hashes: await proveInclusion(batchedTileReader(ctx), index, size, tileOptions),
      checkpoint,
    }),
  };
}
