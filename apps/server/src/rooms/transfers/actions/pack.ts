import type { Context } from "../../../context.ts";
import { csvMark } from "../../../csv.ts";
import { Refusal, refuse } from "../../../failure.ts";
import {
  type ContentBytes,
  cleanFileName,
  contentDisposition,
  type OpenedPaper,
  open,
  type ZipEntry,
  zip,
} from "../../documents/index.ts";
import { markOpened } from "../received.store.ts";
import { manifestTable, type PackedCopy, packManifest, packNames, receiptName } from "../transfers.pack.ts";
import { readReceipts } from "./receipt.ts";
import { entriesOnBoth, findReceived, type Received, refuseOpening } from "./received-transfer.ts";

/**
 * Every copy that can be opened now as one ZIP, with its manifest and the receipts. One act in both timelines, one look at
 * each permission before the first byte; when one ends while it streams, the ZIP breaks off.
 */
export async function openPack(ctx: Context, transferId: string): Promise<ContentBytes> {
  const received = await ctx.transaction((tx) => findReceived(ctx, tx, transferId));
  if (received.live.length === 0) return refusePack(ctx, received);
  if (!received.row.may_download) return refusePack(ctx, received, "download-not-allowed");
  const receipts = await readReceipts(ctx, "agency", transferId);
  const copies = packNames(received.live);
  const opened = await openAll(ctx, received);
  const manifest = packManifest({
    ...received,
    copies,
    receipts: receipts.map((_, index) => receiptName(index)),
    madeAt: ctx.now(),
  });
  const entries: ZipEntry[] = [
    ...receipts.map((text, index) => ({ name: receiptName(index), bytes: Buffer.from(text, "utf8") })),
    { name: "manifest.json", bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, "utf8") },
    { name: "manifest.csv", bytes: Buffer.from(`${csvMark}${manifestTable(manifest)}`, "utf8") },
    ...copies.flatMap((copy, index) => fileEntries(copy, opened[index])),
  ];
  const name = `${cleanFileName(received.words.sender.name, "copies")} ${received.row.sent_at.toISOString().slice(0, 10)}.zip`;
  return {
    stream: zip(entries, ctx.now(), () => {
      for (const paper of opened) paper.close();
    }),
    headers: { "content-type": "application/zip", "content-disposition": contentDisposition("attachment", name) },
  };
}

function fileEntries({ paths }: PackedCopy, opened: OpenedPaper | undefined): ZipEntry[] {
  const blobs = opened?.blobs ?? [];
  // A pack that silently lacks a file would not be all copies.
  if (blobs.length !== paths.length) throw new Error("A copy's files are not those that were sent");
  return blobs.map((blob, index) => ({ name: paths[index] ?? "", blob }));
}

async function openAll(ctx: Context, received: Received): Promise<OpenedPaper[]> {
  const { row, live, agencyId, personId } = received;
  try {
    return await open(ctx, {
      papers: live.map(({ facts }) => ({
        holding: { kind: "copy", accountId: row.account_id, copyId: facts.id },
        permission: facts.permission_id,
        part: { kind: "files" },
      })),
      purpose: "carry-out-a-transfer",
      async record(tx) {
        const copyIds = live.map(({ facts }) => facts.id);
        await markOpened(tx, { agencyId, copyIds, personId, at: ctx.now(), downloaded: true });
        return entriesOnBoth(received, "pack-downloaded", { kind: "transfer", id: row.id }, { count: live.length });
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "not-found") throw error;
    const now = await ctx.transaction((tx) => findReceived(ctx, tx, row.id));
    // A copy was replaced or ended in between; of what still lives a new pack can be asked for.
    return now.live.length === 0 ? refusePack(ctx, now) : refuse("conflict");
  }
}

function refusePack(ctx: Context, received: Received, code?: "download-not-allowed"): Promise<never> {
  return refuseOpening(ctx, received, { kind: "transfer", id: received.row.id, title: "the pack of all copies" }, code);
}
