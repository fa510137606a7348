import { unwrapDataKey, wrapDataKey } from "@locum-passport/envelope";
import { sql } from "kysely";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { insertContent } from "../contents.store.ts";
import { refusals } from "../documents.errors.ts";
import type { PaperVersion } from "../documents.model.ts";
import { filesFingerprint, sealFiles } from "../documents.seals.ts";
import { bytesHeld, holdVersionWithBytes, insertVersion } from "../documents.store.ts";
import type { ReceivedUpload } from "./receive-upload.ts";

/** A seed no fingerprint has: those are 32 bits. */
const ROOM_LOCK = 2 ** 40;

export interface KeptVersion {
  version: PaperVersion;
  /** False when these very bytes were held already: the new version shares them, and what came in is dropped. */
  stored: boolean;
}

/**
 * The version row of an upload, with a content of its own or, when this account holds the same bytes already, sharing
 * theirs under a key wrapped once more. `durable` says whether the bytes that came in have been made so.
 */
export async function keepVersion(
  ctx: Context,
  tx: Tx,
  upload: ReceivedUpload,
  of: { accountId: string; documentId: string; number: number; at: Date },
  durable: boolean,
): Promise<KeptVersion> {
  const key = await ctx.ports.accountKeys.of(tx, of.accountId);
  const fingerprint = filesFingerprint(key, upload.files);
  // Of two equal uploads at one moment the second waits here, and then finds the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${of.accountId}::text, ${fingerprint.readInt32BE(0)}))`.execute(
    tx,
  );
  const same = await holdVersionWithBytes(tx, of.accountId, fingerprint);
  if (!same && !durable) refuse("conflict", { detail: "The same paper was deleted at this moment. Add it again." });
  const dataKey = same
    ? unwrapDataKey(key, { recordId: same.document_id, version: same.number }, same.wrapped_key)
    : upload.dataKey;
  if (!same) await checkRoom(ctx, tx, of.accountId, upload);
  const contentId = same?.content_id ?? (await storeContent(ctx, tx, upload, of.at));
  await insertVersion(tx, {
    account_id: of.accountId,
    document_id: of.documentId,
    number: of.number,
    content_id: contentId,
    wrapped_key: wrapDataKey(key, { recordId: of.documentId, version: of.number }, dataKey),
    fingerprint,
    sealed: sealFiles(key, of.documentId, of.number, upload.files),
    added_at: of.at,
  });
  if (same) dataKey.fill(0);
  key.fill(0);
  return { version: freshVersion(upload, of, contentId, fingerprint), stored: !same };
}

/** Refuses `account-full`. Held until the transaction ends, so that two uploads at one moment do not both take the last room. */
async function checkRoom(ctx: Context, tx: Tx, accountId: string, upload: ReceivedUpload): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${accountId}::text, ${ROOM_LOCK}))`.execute(tx);
  refuseOverfull(ctx, await bytesHeld(tx, accountId), upload);
}

/** Whether what came in fits beside what the account holds. */
export function refuseOverfull(ctx: Context, held: number, { files }: Pick<ReceivedUpload, "files">): void {
  const { maxAccountBytes: limit } = ctx.ports.settings;
  const added = totalBytes(files);
  if (held + added > limit) throw refusals.full({ held, added, limit });
}

async function storeContent(ctx: Context, tx: Tx, { files }: ReceivedUpload, at: Date): Promise<string> {
  const id = ctx.newId();
  await insertContent(
    tx,
    { id, created_at: at, bytes: totalBytes(files), pages: null, pictures: "pending", pictures_reason: null },
    files.map((file) => ({
      content_id: id,
      n: file.n,
      blob_id: file.blobId,
      media_type: file.mediaType,
      bytes: file.bytes,
      pages: null,
      has_place: false,
    })),
  );
  return id;
}

const totalBytes = (files: readonly { bytes: number }[]): number => files.reduce((sum, file) => sum + file.bytes, 0);

function freshVersion(
  { files }: ReceivedUpload,
  of: { number: number; at: Date },
  contentId: string,
  fingerprint: Buffer,
): PaperVersion {
  return {
    number: of.number,
    contentId,
    fingerprint,
    addedAt: of.at,
    bytes: totalBytes(files),
    pages: null,
    pictures: "pending",
    picturesReason: null,
    pictureCount: 0,
    files: files.map((file) => ({ ...file, pages: null, hasPlace: false })),
  };
}
