import type { RecordBinding } from "@locum-passport/envelope";
import type { Context } from "../../context.ts";
import { refuse } from "../../failure.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { type FileRow, filesOf, type PictureRow, picturesOf, picturesOfPage } from "./contents.store.ts";
import { pickWidth } from "./documents.model.ts";
import { versionRow } from "./documents.store.ts";
import {
  coversVersion,
  heldCopy,
  heldPack,
  isMember,
  type PermissionRow,
  sharePermission,
} from "./permissions.store.ts";
import type { RunningOpening } from "./running-openings.ts";

/** A record that holds a key: the owner's version, a copy, or a pack. `accountId` is the owner's in each. */
export type Holding =
  | { kind: "version"; accountId: string; documentId: string; number: number }
  | { kind: "copy"; accountId: string; copyId: string }
  | { kind: "pack"; accountId: string; packId: string };

/** What of a paper is opened. `everything`: files and pictures, for making a new content from them. */
export type OpenPart =
  | { kind: "files" }
  | { kind: "file"; n: number }
  | { kind: "page"; page: number; width: number | undefined }
  | { kind: "everything" };

export interface OpenPaper {
  holding: Holding;
  /** The permission it is opened under, by id. There is no opening without one. */
  permission: string;
  part: OpenPart;
}

/** A paper that this permission opens for whoever asks, now. */
export interface Covered {
  holding: Holding;
  permission: PermissionRow;
  contentId: string;
  accountKey: Buffer;
  binding: RecordBinding;
  wrappedKey: Buffer;
  files: FileRow[];
  pictures: PictureRow[];
  watched: RunningOpening["watched"];
}

/** Sees that the permission lives and covers the paper. Every fault looks the same from outside: `not-found`. */
export async function cover(ctx: Context, tx: Tx, paper: OpenPaper, today: string): Promise<Covered> {
  const { holding } = paper;
  const permission = await sharePermission(tx, holding.accountId, paper.permission);
  if (!permission || !isLive(permission, today)) refuse("not-found");
  const key = await keyOf(ctx, tx, holding, permission, today);
  if (wantsFiles(paper.part) && permission.kind === "transfer" && !permission.may_download) {
    refuse("download-not-allowed");
  }
  const parts = await partsOf(tx, key.contentId, paper.part);
  return { holding, permission, ...key, ...parts };
}

function isLive(permission: PermissionRow, today: string): boolean {
  return permission.ended_at === null && (permission.ends_on === null || permission.ends_on >= today);
}

const wantsFiles = (part: OpenPart): boolean => part.kind !== "page";

type CoveredKey = Pick<Covered, "contentId" | "accountKey" | "binding" | "wrappedKey" | "watched">;

function keyOf(ctx: Context, tx: Tx, holding: Holding, permission: PermissionRow, today: string): Promise<CoveredKey> {
  switch (holding.kind) {
    case "copy":
      return copyKey(ctx, tx, holding, permission, today);
    case "version":
      return versionKey(ctx, tx, holding, permission);
    case "pack":
      return packKey(ctx, tx, holding, permission);
  }
}

async function versionKey(
  ctx: Context,
  tx: Tx,
  { accountId, documentId, number }: Extract<Holding, { kind: "version" }>,
  permission: PermissionRow,
): Promise<CoveredKey> {
  if (!(isOwner(ctx, permission, accountId) || (ctx.actor.kind === "service" && isServices(permission))))
    refuse("not-found");
  // The licence to picture covers what was added; a pack covers what its owner chose and nothing else of theirs.
  if (permission.kind === "pack" && !(await coversVersion(tx, permission, { documentId, number }))) refuse("not-found");
  const version = await versionRow(tx, accountId, documentId, number);
  if (!version) refuse("not-found");
  return {
    contentId: version.content_id,
    accountKey: await ctx.ports.accountKeys.of(tx, accountId),
    binding: { recordId: documentId, version: number },
    wrappedKey: version.wrapped_key,
    watched: { kind: "standing", accountId, permissionId: permission.id },
  };
}

const isOwner = (ctx: Context, permission: PermissionRow, accountId: string): boolean =>
  permission.kind === "own" && ctx.actor.personId === accountId && ctx.actor.kind !== "staff";

const isServices = ({ kind }: PermissionRow): boolean => kind === "pictures" || kind === "pack";

async function packKey(
  ctx: Context,
  tx: Tx,
  { accountId, packId }: Extract<Holding, { kind: "pack" }>,
  permission: PermissionRow,
): Promise<CoveredKey> {
  if (!isOwner(ctx, permission, accountId)) refuse("not-found");
  const pack = await heldPack(tx, accountId, packId, ctx.now());
  if (!pack) refuse("not-found");
  return {
    contentId: pack.contentId,
    accountKey: await ctx.ports.accountKeys.of(tx, accountId),
    binding: packBinding(packId),
    wrappedKey: pack.wrappedKey,
    watched: { kind: "standing", accountId, permissionId: permission.id },
  };
}

async function copyKey(
  ctx: Context,
  tx: Tx,
  { accountId, copyId }: Extract<Holding, { kind: "copy" }>,
  permission: PermissionRow,
  today: string,
): Promise<CoveredKey> {
  if (ctx.actor.kind === "service") return pictureCopyKey(ctx, tx, { accountId, copyId }, permission, today);
  const { agency, personId, secondFactor } = ctx.actor;
  if (permission.kind !== "transfer" || agency === null || personId === null || !secondFactor) refuse("not-found");
  if (permission.recipient_id !== agency.id || !(await isMember(tx, agency.id, personId))) refuse("not-found");
  const copy = await heldCopy(tx, accountId, copyId);
  if (!copy || copy.agencyId !== agency.id || copy.permissionId !== permission.id || copy.endsOn < today) {
    refuse("not-found");
  }
  return {
    contentId: copy.contentId,
    accountKey: await ctx.ports.accountKeys.of(tx, agency.id),
    binding: copyBinding(copyId),
    wrappedKey: copy.wrappedKey,
    watched: { kind: "copy", copyId, personId },
  };
}

/**
 * The service, for pictures, of a copy whose original the owner deleted. The licence to picture is the owner's: what was
 * added is added still, for whoever they gave it to.
 */
async function pictureCopyKey(
  ctx: Context,
  tx: Tx,
  { accountId, copyId }: { accountId: string; copyId: string },
  permission: PermissionRow,
  today: string,
): Promise<CoveredKey> {
  if (permission.kind !== "pictures") refuse("not-found");
  const copy = await heldCopy(tx, accountId, copyId);
  if (!copy || copy.endsOn < today) refuse("not-found");
  return {
    contentId: copy.contentId,
    accountKey: await ctx.ports.accountKeys.of(tx, copy.agencyId),
    binding: copyBinding(copyId),
    wrappedKey: copy.wrappedKey,
    watched: { kind: "standing", accountId, permissionId: permission.id },
  };
}

export const copyBinding = (copyId: string): RecordBinding => ({ recordId: copyId, version: 1 });
export const packBinding = (packId: string): RecordBinding => ({ recordId: packId, version: 1 });

async function partsOf(tx: Tx, contentId: string, part: OpenPart): Promise<Pick<Covered, "files" | "pictures">> {
  switch (part.kind) {
    case "files":
      return { files: await filesOf(tx, contentId), pictures: [] };
    case "everything":
      return { files: await filesOf(tx, contentId), pictures: await picturesOf(tx, contentId) };
    case "file": {
      const files = (await filesOf(tx, contentId)).filter((file) => file.n === part.n);
      return files.length === 1 ? { files, pictures: [] } : refuse("not-found");
    }
    case "page": {
      const stored = await picturesOfPage(tx, contentId, part.page);
      const width = pickWidth(
        stored.map((picture) => picture.width),
        part.width,
      );
      const picture = stored.find((one) => one.width === width);
      return picture ? { files: [], pictures: [picture] } : refuse("not-found");
    }
  }
}
