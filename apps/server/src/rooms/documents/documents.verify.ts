import { sealedSize } from "@locum-passport/envelope";
import { sql } from "kysely";
import type { Context } from "../../context.ts";

interface NamedBlob {
  blob_id: string;
  bytes: number;
}

const pageSize = 1000;

/** Every blob that a record names: is it there, and as long as what was sealed? Its bytes prove themselves when opened. */
export async function verifyBlobs(ctx: Context): Promise<{ blobs: number; faults: string[] }> {
  const faults: string[] = [];
  let blobs = 0;
  for (let after = ""; ; ) {
    const rows = await ctx.house(
      async (tx) =>
        (
          await sql<NamedBlob>`select blob_id, bytes from (
              select blob_id, bytes from app.content_files union all select blob_id, bytes::bigint from app.content_pictures
            ) named where blob_id > ${after} order by blob_id limit ${pageSize}`.execute(tx)
        ).rows,
    );
    for (const row of rows) {
      const size = await ctx.ports.blobs.size(row.blob_id);
      if (size === undefined) faults.push(`The sealed file ${row.blob_id} is missing.`);
      else if (size !== sealedSize(row.bytes)) faults.push(`The sealed file ${row.blob_id} has another length than was written.`);
    }
    blobs += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return { blobs, faults };
    after = last.blob_id;
  }
}
