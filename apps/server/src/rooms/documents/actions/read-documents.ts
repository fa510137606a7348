import type { Document, DocumentDetail } from "@locum-passport/contract";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { identicalTo, readPapers } from "../documents.papers.ts";
import { presentDetail, presentDocument } from "../documents.present.ts";
import { openChange } from "../documents.seals.ts";
import { changesOf, documentRow, holdersOf, pageOfDocuments } from "../documents.store.ts";
import { listCursor, positionOf } from "../list-position.ts";

/** The owner's papers, newest first, in pages. */
export async function listDocuments(
  ctx: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Document[]; nextCursor: string | null }> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    const rows = await pageOfDocuments(tx, accountId, { after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const papers = await readPapers(ctx, tx, accountId, shown);
    const identical = await identicalTo(tx, accountId, papers);
    const last = shown.at(-1);
    const nextCursor = rows.length > limit && last ? listCursor({ at: last.created_at, id: last.id }) : null;
    return { items: papers.map((paper) => presentDocument(paper, identical.get(paper.id) ?? [])), nextCursor };
  });
}

/** One paper with its past and with who holds copies of it. */
export async function readDocument(ctx: Context, documentId: string): Promise<DocumentDetail> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const row = await documentRow(tx, accountId, documentId);
    const [paper] = row ? await readPapers(ctx, tx, accountId, [row]) : [];
    if (!paper) refuse("not-found");
    const identical = (await identicalTo(tx, accountId, [paper])).get(documentId) ?? [];
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    const changes = (await changesOf(tx, accountId, documentId)).map((change) => ({
      at: change.at,
      ...openChange(key, documentId, change.n, change.sealed),
    }));
    return presentDetail(paper, identical, changes, await holdersOf(tx, accountId, [documentId]));
  });
}
