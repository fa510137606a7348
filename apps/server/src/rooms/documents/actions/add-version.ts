import { documentType } from "@locum-passport/compliance";
import type { Document } from "@locum-passport/contract";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { requireConsent } from "../consents.ts";
import { readPapers } from "../documents.papers.ts";
import { sealWords, wordsOf } from "../documents.seals.ts";
import { documentRow, lockDocument, updateDocument } from "../documents.store.ts";
import { announceUpload, keepOrRemove, makeDurable } from "./announce-upload.ts";
import { keepChange } from "./change-document.ts";
import { keepVersion } from "./keep-content.ts";
import { receiveUpload, type UploadPart } from "./receive-upload.ts";
import { checkKinds, detailsOf, titleOf } from "./upload-fields.ts";

/** A new version of a paper; the old ones are kept, and the type stays. `details` and `title` may come along. */
export async function addVersion(
  ctx: Context,
  { documentId, parts }: { documentId: string; parts: () => AsyncIterable<UploadPart> },
): Promise<Document> {
  const accountId = own(ctx);
  const known = await ctx.transaction((tx) => documentRow(tx, accountId, documentId));
  const type = documentType(known?.type ?? "");
  if (!known || !type) refuse("not-found");
  return receiveUpload(ctx, parts(), ["type", "details", "title"], async (upload) => {
    checkKinds(type, upload.files);
    const details = upload.fields.has("details") ? detailsOf(type, upload.fields, ctx.now()) : undefined;
    const title = upload.fields.get("title")?.trim() ? titleOf(type, upload.fields, upload.files) : undefined;
    const durable = await makeDurable(ctx, upload, accountId, type);
    return keepOrRemove(ctx, upload, durable, () =>
      ctx.transaction(async (tx) => {
        const at = ctx.now();
        const row = await lockDocument(tx, accountId, documentId);
        if (!row) refuse("not-found");
        if (row.type !== type.id) refuse("conflict");
        await requireConsent(ctx, tx, accountId, type);
        const [before] = await readPapers(ctx, tx, accountId, [row]);
        if (!before) refuse("not-found");
        const number = Math.max(...before.versions.map((version) => version.number)) + 1;
        const { version, stored } = await keepVersion(ctx, tx, upload, { accountId, documentId, number, at }, durable);
        if (title !== undefined || details !== undefined) await keepChange(ctx, tx, before, at);
        const words = { ...wordsOf(before), title: title ?? before.title, details: details ?? before.details };
        const key = await ctx.ports.accountKeys.of(tx, accountId);
        const change = { current_version: number, changed_at: at, sealed: sealWords(key, documentId, words) };
        await updateDocument(tx, { account_id: accountId, id: documentId, ...change });
        const versions = [...before.versions, version];
        const paper = { ...before, ...words, currentVersion: number, changedAt: at, versions };
        return announceUpload(ctx, tx, { act: "version-added", paper, stored });
      }),
    );
  });
}
