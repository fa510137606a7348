import type { Document } from "@locum-passport/contract";
import { type Context, own } from "../../../context.ts";
import { requireConsent } from "../consents.ts";
import type { Paper } from "../documents.model.ts";
import { sealWords } from "../documents.seals.ts";
import { insertDocument } from "../documents.store.ts";
import { giveStanding } from "../permissions.store.ts";
import { announceUpload, keepOrRemove, makeDurable } from "./announce-upload.ts";
import { keepVersion } from "./keep-content.ts";
import { receiveUpload, type UploadPart } from "./receive-upload.ts";
import { checkKinds, detailsOf, titleOf, typeOf } from "./upload-fields.ts";

/**
 * Adds a paper: fields `type`, `details` and `title` in any place, 1 to 20 files in page order. Nothing is kept unless
 * everything is. Bytes this account holds already are not stored again: the new document shares them and says so in
 * `identicalTo`.
 */
export async function addDocument(ctx: Context, parts: AsyncIterable<UploadPart>): Promise<Document> {
  const accountId = own(ctx);
  return receiveUpload(ctx, parts, ["type", "details", "title"], async (upload) => {
    const type = typeOf(upload.fields);
    const words = {
      details: detailsOf(type, upload.fields, ctx.now()),
      title: titleOf(type, upload.fields, upload.files),
      printedName: null,
      note: null,
    };
    checkKinds(type, upload.files);
    const durable = await makeDurable(ctx, upload, accountId, type);
    return keepOrRemove(ctx, upload, durable, () =>
      ctx.transaction(async (tx) => {
        const at = ctx.now();
        const id = ctx.newId();
        await giveStanding(tx, accountId, at);
        await requireConsent(ctx, tx, accountId, type);
        const key = await ctx.ports.accountKeys.of(tx, accountId);
        const facts = { type: type.id, sensitivity: type.sensitivity };
        await insertDocument(tx, {
          account_id: accountId,
          id,
          ...facts,
          sealed: sealWords(key, id, words),
          current_version: 1,
          created_at: at,
          changed_at: at,
        });
        const { version, stored } = await keepVersion(
          ctx,
          tx,
          upload,
          { accountId, documentId: id, number: 1, at },
          durable,
        );
        const dates = { addedAt: at, changedAt: at };
        const paper: Paper = { id, accountId, ...facts, ...words, ...dates, currentVersion: 1, versions: [version] };
        return announceUpload(ctx, tx, { act: "document-added", paper, stored });
      }),
    );
  });
}
