import { type Context, own } from "../../../context.ts";
import { Refusal, refuse } from "../../../failure.ts";
import { type ContentBytes, cleanFileName, contentDisposition, OWN, openOne } from "../../documents/index.ts";
import { forWhom } from "../packs.present.ts";
import { openWords } from "../packs.seals.ts";
import { packRow } from "../packs.store.ts";

/** The number of each file within a pack's content. */
export const FILES = {
  pdf: { n: 1, mediaType: "application/pdf" },
  zip: { n: 2, mediaType: "application/zip" },
} as const;

/** One of the two files of a pack of mine, as a download. Each is an entry in the timeline before the first byte. */
export async function fetchPack(ctx: Context, packId: string, kind: keyof typeof FILES): Promise<ContentBytes> {
  const accountId = own(ctx);
  const { row, agency } = await ctx.transaction(async (tx) => {
    const found = (await packRow(tx, accountId, packId)) ?? refuse("not-found");
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    const words = openWords(key, packId, found.sealed);
    key.fill(0);
    return { row: found, agency: forWhom(words) };
  });
  const { n, mediaType } = FILES[kind];
  const [blob] = (await openFile(ctx, { accountId, packId, n, agency, kind })).blobs;
  if (!blob) refuse("pack-not-ready");
  const day = row.asked_at.toISOString().slice(0, 10);
  return {
    stream: await blob.start(),
    headers: {
      "content-type": mediaType,
      "content-length": String(blob.bytes),
      "content-disposition": contentDisposition("attachment", `${cleanFileName(`Pack for ${agency} ${day}`)}.${kind}`),
    },
  };
}

async function openFile(
  ctx: Context,
  {
    accountId,
    packId,
    n,
    agency,
    kind,
  }: { accountId: string; packId: string; n: number; agency: string; kind: string },
) {
  try {
    return await openOne(ctx, {
      holding: { kind: "pack", accountId, packId },
      permission: OWN,
      part: { kind: "file", n },
      purpose: "run-the-account",
      record: async () => [
        { accountId, act: "pack-fetched", object: { kind: "pack", id: packId }, label: { agency, file: kind } },
      ],
    });
  } catch (error) {
    // It is the asker's own, so it may be said that it is not ready, or not there any more.
    if (error instanceof Refusal && error.code === "not-found") refuse("pack-not-ready");
    throw error;
  }
}
