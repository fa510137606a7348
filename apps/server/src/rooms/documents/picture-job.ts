import type { Context } from "../../context.ts";
import type { Tx } from "../../platform/postgres/database.ts";

export interface VersionName {
  accountId: string;
  documentId: string;
  number: number;
}

/** In the transaction of the upload; one job a version, however often it is asked for. */
export async function addPictureJob(
  ctx: Context,
  tx: Tx,
  { accountId, documentId, number }: VersionName,
): Promise<void> {
  await ctx.ports.jobs.add(
    tx,
    "make-pictures",
    { accountId, documentId, number },
    { key: `pictures:${documentId}:${number}`, maxAttempts: 8, queue: "pictures" },
  );
}
