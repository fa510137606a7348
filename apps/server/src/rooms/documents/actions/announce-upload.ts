import { type DocumentType, documentType } from "@locum-passport/compliance";
import type { Document } from "@locum-passport/contract";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { DatabaseUnavailable, type Tx } from "../../../platform/postgres/database.ts";
import { append } from "../../audit/index.ts";
import { requireConsent } from "../consents.ts";
import type { Paper } from "../documents.model.ts";
import { currentVersion, identicalTo, readPapers } from "../documents.papers.ts";
import { presentDocument } from "../documents.present.ts";
import { filesFingerprint } from "../documents.seals.ts";
import { bytesHeld, documentRow, documentsWithBytes, insertNotice } from "../documents.store.ts";
import { removeBlobs } from "../in-flight.ts";
import { OWN } from "../permissions.store.ts";
import { addPictureJob } from "../picture-job.ts";
import { noticeOf, pseudonymOf } from "../uploads.model.ts";
import { refuseOverfull } from "./keep-content.ts";
import type { ReceivedUpload } from "./receive-upload.ts";

export interface Announced {
  document: Document;
  /** False when the bytes that came in are not needed: the account holds them already. */
  stored: boolean;
}

/**
 * Makes the bytes durable, outside any transaction, unless this account holds them already; answers whether it did. Looks
 * for the yes and for room first, so that a refusal costs no flush; both are looked for again in the transaction that keeps
 * the paper.
 */
export async function makeDurable(
  ctx: Context,
  upload: ReceivedUpload,
  accountId: string,
  type: DocumentType,
): Promise<boolean> {
  const held = await ctx.transaction(async (tx) => {
    await requireConsent(ctx, tx, accountId, type);
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    if ((await documentsWithBytes(tx, accountId, [filesFingerprint(key, upload.files)])).length > 0) return true;
    refuseOverfull(ctx, await bytesHeld(tx, accountId), upload);
    return false;
  });
  if (!held) await upload.batch.commit();
  return !held;
}

/** The last step of an upload's transaction: the note to the team, the pictures job, the entries, and the answer. */
export async function announceUpload(
  ctx: Context,
  tx: Tx,
  { act, paper: built, stored }: { act: "document-added" | "version-added"; paper: Paper; stored: boolean },
): Promise<Announced> {
  const type = documentType(built.type) ?? refuse("not-found");
  const paper = stored ? built : await reread(ctx, tx, built);
  const version = currentVersion(paper);
  if (!version) throw new Error("An upload without a version");
  const notice = noticeOf(type);
  const reference = pseudonymOf(await ctx.ports.keys.deriveSecret("pseudonyms"), paper.accountId);
  await insertNotice(tx, {
    id: ctx.newId(),
    at: version.addedAt,
    type: notice.type,
    category: notice.category,
    reference,
  });
  const identical = (await identicalTo(tx, paper.accountId, [paper])).get(paper.id) ?? [];
  if (version.pictures === "pending") {
    await addPictureJob(ctx, tx, { accountId: paper.accountId, documentId: paper.id, number: version.number });
  }
  const object = { kind: "document", id: paper.id, type: paper.type };
  const common = { accountId: paper.accountId, object, permission: OWN, purpose: "run-the-account" } as const;
  await append(ctx, tx, [
    {
      ...common,
      act,
      label: { title: paper.title, type: type.name, version: version.number, files: version.files.length },
    },
    { ...common, act: "staff-notified", label: { category: notice.words } },
  ]);
  return { document: presentDocument(paper, identical), stored };
}

async function reread(ctx: Context, tx: Tx, { accountId, id }: Paper): Promise<Paper> {
  const row = await documentRow(tx, accountId, id);
  const [paper] = row ? await readPapers(ctx, tx, accountId, [row]) : [];
  if (!paper) throw new Error("A paper that was just kept is not there");
  return paper;
}

/** Runs the transaction of an upload whose bytes are durable; bytes that no row came to name go again. */
export async function keepOrRemove(
  ctx: Context,
  upload: ReceivedUpload,
  durable: boolean,
  keep: () => Promise<Announced>,
): Promise<Document> {
  let needed = false;
  try {
    const announced = await keep();
    needed = announced.stored;
    return announced.document;
  } catch (error) {
    // A commit that was not answered may have happened: the bytes stay, and the sweep looks whether a row names them.
    needed = error instanceof DatabaseUnavailable && error.stage === "commit";
    throw error;
  } finally {
    if (durable && !needed)
      await removeBlobs(
        ctx,
        upload.files.map((file) => file.blobId),
      );
  }
}
