import type { Context } from "../../context.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { manyUploads } from "./upload-turns.ts";

export interface VersionName {
  accountId: string;
  documentId: string;
  number: number;
}

/** Drawing takes a processor from uploads that people wait for: of papers that come many at a time it starts later. */
const LATER_MS = 10_000;

/** In the transaction of the upload; one job a version, however often it is asked for. */
export async function addPictureJob(
  ctx: Context,
  tx: Tx,
  { accountId, documentId, number }: VersionName,
): Promise<void> {
  const later = new Date(ctx.now().getTime() + LATER_MS);
  await ctx.ports.jobs.add(
    tx,
    "make-pictures",
    { accountId, documentId, number },
    {
      key: `pictures:${documentId}:${number}`,
      maxAttempts: 8,
      priority: 10,
      ...(manyUploads() ? { runAt: later } : {}),
    },
  );
}
