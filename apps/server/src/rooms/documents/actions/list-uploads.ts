import type { UploadNotice } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { append } from "../../audit/index.ts";
import { pageOfNotices } from "../documents.store.ts";
import { listCursor, positionOf } from "../list-position.ts";

/** What arrived, for staff: type or category, time, pseudonymous reference. The look stands in the looker's own chain. */
export async function listUploads(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: z.infer<typeof UploadNotice>[]; nextCursor: string | null }> {
  const staffId = own(ctx);
  return ctx.transaction(async (tx) => {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    const rows = await pageOfNotices(tx, { after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    // Each page: a made-up cursor must not be a way to look without an entry.
    await append(ctx, tx, [
      { accountId: staffId, act: "uploads-listed", purpose: "run-the-account", label: { count: shown.length } },
    ]);
    return {
      items: shown.map(({ at, ...notice }) => ({ ...notice, at: at.toISOString() })),
      nextCursor: rows.length > limit && last ? listCursor(last) : null,
    };
  });
}
