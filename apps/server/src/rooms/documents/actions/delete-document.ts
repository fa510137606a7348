import { documentType } from "@locum-passport/compliance";
import type { DeletedDocument } from "@locum-passport/contract";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import { readPapers } from "../documents.papers.ts";
import {
  type DocumentRow,
  deleteDocument as deleteRows,
  type HolderRow,
  holdersOf,
  lockDocument,
} from "../documents.store.ts";
import { removeUnheld } from "../documents.sweep.ts";
import { ownerOf } from "../owner.ts";
import { OWN } from "../permissions.store.ts";

/**
 * Destroys a paper with every version, picture and key of the owner's. Copies that agencies hold are records of their own
 * with keys of their own: they live on until their end, and the answer names the transfers they belong to.
 */
export async function deleteDocument(ctx: Context, documentId: string): Promise<z.infer<typeof DeletedDocument>> {
  const accountId = ownerOf(ctx);
  const { contentIds, holders } = await ctx.transaction(async (tx) => {
    const row = await lockDocument(tx, accountId, documentId);
    if (!row) refuse("not-found");
    const held = await holdersOf(tx, accountId, [documentId]);
    const destroyed = await destroyDocuments(ctx, tx, accountId, [row]);
    await append(ctx, tx, destroyed.entries);
    return { contentIds: destroyed.contentIds, holders: held };
  });
  await removeUnheld(ctx, contentIds);
  return { id: documentId, transfers: transfersOf(holders) };
}

/** Deletes locked documents; answers the entries to append and the contents that may be nobody's now. */
export async function destroyDocuments(
  ctx: Context,
  tx: Tx,
  accountId: string,
  rows: readonly DocumentRow[],
): Promise<{ entries: NewEntry[]; contentIds: string[] }> {
  const papers = await readPapers(ctx, tx, accountId, rows);
  for (const { id } of rows) await deleteRows(tx, accountId, id);
  return {
    contentIds: [...new Set(papers.flatMap((paper) => paper.versions.map((version) => version.contentId)))],
    entries: papers.map((paper) => ({
      accountId,
      act: "document-deleted",
      object: { kind: "document", id: paper.id, type: paper.type },
      permission: OWN,
      purpose: "run-the-account",
      label: {
        title: paper.title,
        type: documentType(paper.type)?.name ?? paper.type,
        versions: paper.versions.length,
      },
    })),
  };
}

function transfersOf(holders: readonly HolderRow[]): z.infer<typeof DeletedDocument>["transfers"] {
  const byId = new Map(holders.map(({ transferId, agencyName, state }) => [transferId, { agencyName, state }]));
  return [...byId].map(([id, { agencyName, state }]) => ({ id, agency: agencyName, state }));
}
