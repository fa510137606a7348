import { AuditLogError, parseTilePath } from "@locum-passport/audit-log";
import type { Context } from "../../context.ts";
import { refuse } from "../../failure.ts";
import * as store from "./audit.sequencer.store.ts";
import { sequence, tileReader } from "./audit.sequencer.ts";

/** The newest signed checkpoint, as a C2SP signed note. */
export async function currentCheckpoint(ctx: Context): Promise<string> {
  const read = () => ctx.house((tx) => store.newestCheckpoint(tx));
  const newest = (await read()) ?? (await sequence(ctx).then(read));
  if (!newest) refuse("unavailable", { detail: "The log has not published its first checkpoint yet.", retryAfter: 1 });
  return newest.note;
}

/** A tile of a published tree, by its C2SP path: `<level>/<index>[.p/<width>]`. Hashes of random-looking numbers only. */
export async function publicTile(ctx: Context, path: string): Promise<Buffer> {
  const tile = parse(`tile/${path}`);
  return ctx.house(async (tx) => {
    const newest = await store.newestCheckpoint(tx);
    const published = Math.floor((newest?.size ?? 0) / 256 ** tile.level);
    // Hashes beyond the last signed checkpoint are not published yet, although they may be on disk.
    if (tile.index * 256 + tile.width > published) refuse("not-found");
    return Buffer.from(await tileReader(tx)(tile.level, tile.index, tile.width));
  });
}

function parse(path: string) {
  try {
    return parseTilePath(path);
  } catch (error) {
    if (error instanceof AuditLogError) refuse("not-found");
    throw error;
  }
}
