import { documentType } from "@locum-passport/compliance";
import type { Act } from "@locum-passport/contract";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import type { NewEntry } from "../../audit/index.ts";
import { type ContentBytes, contentBytes, pictureBytes } from "../content-bytes.ts";
import { type PaperVersion, safeInline, THUMBNAIL_WIDTH } from "../documents.model.ts";
import { openOne } from "../documents.open.ts";
import { currentVersion, readPapers } from "../documents.papers.ts";
import { documentRow } from "../documents.store.ts";
import type { OpenPart } from "../opening-cover.ts";
import { OWN } from "../permissions.store.ts";
import { thumbnailsVisit } from "../thumbnails-visit.ts";

interface Which {
  documentId: string;
  /** The current one when absent. */
  version?: number | undefined;
}

/** The exact bytes the owner uploaded: one file as it is, several as a ZIP, or the file named by `file`. */
export async function openContent(
  ctx: Context,
  { file, inline, ...which }: Which & { file?: number | undefined; inline: boolean },
): Promise<ContentBytes> {
  const accountId = own(ctx);
  const { title, type, version } = await find(ctx, accountId, which);
  const named = file === undefined ? version.files : version.files.filter((one) => one.n === file);
  const [only] = named;
  if (!only) refuse("not-found");
  const single = named.length === 1;
  const shown = inline && single && safeInline(only.mediaType);
  const part: OpenPart = single ? { kind: "file", n: only.n } : { kind: "files" };
  const opened = await openOne(ctx, {
    holding: { kind: "version", accountId, documentId: which.documentId, number: version.number },
    permission: OWN,
    part,
    purpose: "run-the-account",
    record: async () => [entryOf(shown ? "document-opened" : "document-downloaded", accountId, which, { title, type })],
  });
  return contentBytes(opened, named, { title, inline: shown, addedAt: version.addedAt });
}

/** A picture of one page, counted through all files of the version. Small ones, for lists, stand under one entry a visit. */
export async function openPage(
  ctx: Context,
  { page, width, ...which }: Which & { page: number; width?: number | undefined },
): Promise<ContentBytes> {
  const accountId = own(ctx);
  const { title, type, version } = await find(ctx, accountId, which);
  const thumbnails = width !== undefined && width <= THUMBNAIL_WIDTH;
  if (thumbnails) await thumbnailsVisit(ctx, accountId);
  const opened = await openOne(ctx, {
    holding: { kind: "version", accountId, documentId: which.documentId, number: version.number },
    permission: OWN,
    part: { kind: "page", page, width },
    purpose: "run-the-account",
    thumbnails,
    record: async () => (thumbnails ? [] : [entryOf("document-opened", accountId, which, { title, type, page })]),
  });
  return pictureBytes(opened);
}

interface Found {
  title: string;
  type: string;
  version: PaperVersion;
}

function find(ctx: Context, accountId: string, { documentId, version: number }: Which): Promise<Found> {
  return ctx.transaction(async (tx: Tx) => {
    const row = await documentRow(tx, accountId, documentId);
    const [paper] = row ? await readPapers(ctx, tx, accountId, [row]) : [];
    if (!paper) refuse("not-found");
    const version = number === undefined ? currentVersion(paper) : paper.versions.find((one) => one.number === number);
    if (!version) refuse("not-found");
    return { title: paper.title, type: documentType(paper.type)?.name ?? paper.type, version };
  });
}

function entryOf(
  act: Extract<Act, "document-opened" | "document-downloaded">,
  accountId: string,
  { documentId }: Which,
  label: { title: string; type: string; page?: number },
): NewEntry {
  return { accountId, act, object: { kind: "document", id: documentId }, label };
}
