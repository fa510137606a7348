import { sealedSize } from "@locum-passport/envelope";
import type { Context } from "../../context.ts";
import { pageOfBlobs } from "./contents.store.ts";

/** Every file and picture that a record names is there and has the size its plaintext asks for. Opens nothing. */
export async function verifyBlobs(ctx: Context): Promise<{ blobs: number; faults: string[] }> {
  const faults: string[] = [];
  let blobs = 0;
  for (let after = ""; ; ) {
    const rows = await ctx.house((tx) => pageOfBlobs(tx, after, 500));
    for (const { blobId, contentId, bytes } of rows) {
      blobs += 1;
      const size = await ctx.ports.blobs.size(blobId);
      const due = sealedSize(bytes);
      if (size === undefined) faults.push(`blob ${blobId} of content ${contentId} is missing`);
      else if (size !== due)
        faults.push(`blob ${blobId} of content ${contentId} has ${size} bytes and should have ${due}`);
    }
    const last = rows.at(-1);
    if (!last) return { blobs, faults };
    after = last.blobId;
  }
}
