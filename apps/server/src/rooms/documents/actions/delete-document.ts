import { documentType } from "@locum-passport/compliance";
import type { DeletedDocument } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import type { Paper } from "../documents.model.ts";
import { readPapers } from "../documents.papers.ts";
import {
  type DocumentRow,
  deleteDocument as deleteRows,
  type HolderRow,
  holdersOf,
  lockDocument,
} from "../documents.store.ts";
import { removeUnheld } from "../documents.sweep.ts";
import { OWN } from "../permissions.store.ts";

/**
 * Destroys a paper with every version, picture and key of the owner's. Copies that agencies hold are records of their own
 * with keys of their own: they live on until their end, and the answer names the transfers they belong to.
 */
export async function deleteDocument(ctx: Context, documentId: string): Promise<z.infer<typeof DeletedDocument>> {
  const accountId = own(ctx);
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

/** What else of the owner's ends with these documents: its entries, and the contents that may be nobody's then. */
type Ending = (
  ctx: Context,
  tx: Tx,
  of: { accountId: string; documentIds: readonly string[] },
) => Promise<{ entries: NewEntry[]; contentIds: string[] }>;
const endings: Ending[] = [];

/** Rooms to the right that keep something made from papers end it in the transaction that destroys them. */
export function whenDestroying(ending: Ending): void {
  endings.push(ending);
}

/** Deletes locked documents; answers the entries to append and the contents that may be nobody's now. */
export async function destroyDocuments(
  ctx: Context,
  tx: Tx,
  accountId: string,
  rows: readonly DocumentRow[],
): Promise<{ entries: NewEntry[]; contentIds: string[] }> {
  const papers = await readPapers(ctx, tx, accountId, rows);
  const documentIds = rows.map((row) => row.id);
  const ended = [];
  for (const ending of endings) ended.push(await ending(ctx, tx, { accountId, documentIds }));
  for (const id of documentIds) await deleteRows(tx, accountId, id);
  const own = papers.flatMap((paper) => paper.versions.map((version) => version.contentId));
  return {
    contentIds: [...new Set([...own, ...ended.flatMap((one) => one.contentIds)])],
    entries: [...papers.map((paper) => deletedEntry(accountId, paper)), ...ended.flatMap((one) => one.entries)],
  };
}

const deletedEntry = (accountId: string, paper: Paper): NewEntry => ({
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
});

function transfersOf(holders: readonly HolderRow[]): z.infer<typeof DeletedDocument>["transfers"] {
  const byId = new Map(holders.map(({ transferId, agencyName, state }) => [transferId, { agencyName, state }]));
  return [...byId].map(([id, { agencyName, state }]) => ({ id, agency: agencyName, state }));
}
