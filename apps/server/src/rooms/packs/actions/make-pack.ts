import type { Context } from "../../../context.ts";
import { Refusal } from "../../../failure.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import { append } from "../../audit/index.ts";
import { isStorageFull, type MadeContent, type OpenedPaper, open, withMadeContent } from "../../documents/index.ts";
import { KEPT_MS, MOST_ATTEMPTS } from "../packs.model.ts";
import { forWhom } from "../packs.present.ts";
import { openWords, sealOutcome } from "../packs.seals.ts";
import { changePack, endPermission, lockPack, packRow } from "../packs.store.ts";
import type { PackRow } from "../packs.tables.ts";
import { addPackJob } from "./ask-pack.ts";
import { endPack, isUnfinished } from "./end-pack.ts";
import { type PackPlan, planPack } from "./plan-pack.ts";
import { PackProgress } from "./progress.ts";
import { type WrittenPack, writePack } from "./write-pack.ts";

interface PackName {
  accountId: string;
  packId: string;
}

export async function makePackJob(ctx: Context, { accountId, packId }: JobPayload): Promise<void> {
  if (typeof accountId !== "string" || typeof packId !== "string")
    throw new Error("A pack's job names account and pack");
  await makePack(ctx, { accountId, packId });
}

/**
 * Makes a pack, as the service, under the permission that its owner gave when asking. Killed at any point and run again, it
 * ends the same: nothing is published before both files are whole and durable, and of two workers only the first publishes.
 * A pack that was cancelled ends it quietly; a full disk ends the pack; anything else is tried again, a few times.
 */
export async function makePack(ctx: Context, name: PackName): Promise<void> {
  const row = await claim(ctx, name);
  if (!row) return;
  try {
    await make(ctx, row);
  } catch (error) {
    if (!(await isStillWanted(ctx, name))) return;
    const failure = isStorageFull(error) ? "storage-full" : row.attempts >= MOST_ATTEMPTS ? "unavailable" : null;
    if (failure === null) throw error;
    ctx.ports.log.warn({ error, pack: name.packId }, "A pack could not be made");
    await fail(ctx, name, failure);
  }
}

function claim(ctx: Context, { accountId, packId }: PackName): Promise<PackRow | undefined> {
  return ctx.house(async (tx) => {
    const row = await lockPack(tx, accountId, packId);
    if (!row || !isUnfinished(row)) return undefined;
    if (row.attempts >= MOST_ATTEMPTS) {
      // Its workers died before they could say why.
      const ended = await endPack(ctx, tx, row, "failed", "unavailable");
      await append(ctx, tx, [ended.entry]);
      return undefined;
    }
    const change = { state: "making" as const, attempts: row.attempts + 1, done: 0, touched_at: ctx.now() };
    await changePack(tx, row, change);
    return { ...row, ...change };
  });
}

async function make(ctx: Context, row: PackRow): Promise<void> {
  const plan = await planPack(ctx, row);
  if (!plan) return;
  if (isWaitingForPictures(ctx, plan)) return waitForPictures(ctx, row);
  const opened = await openPapers(ctx, plan);
  if (!opened) return;
  try {
    const progress = new PackProgress(ctx, row);
    await withMadeContent(ctx, async (content) => {
      const written = await writePack(ctx, { plan, opened, content, progress });
      await content.commit();
      return publish(ctx, row, content, written, progress.total);
    });
  } finally {
    for (const paper of opened) paper.close();
  }
}

const PICTURES_WAIT_MS = 2 * 60_000;
const LOOK_AGAIN_MS = 2_000;

/** Somebody who adds a paper and makes a pack at once wants its pages in it; but not for ever. */
function isWaitingForPictures(ctx: Context, { row, papers }: PackPlan): boolean {
  const young = ctx.now().getTime() - row.asked_at.getTime() < PICTURES_WAIT_MS;
  return young && papers.some((paper) => paper.pictures === "pending");
}

function waitForPictures(ctx: Context, row: PackRow): Promise<void> {
  return ctx.house(async (tx) => {
    const locked = await lockPack(tx, row.account_id, row.id);
    if (locked?.state !== "making") return;
    await changePack(tx, row, { state: "waiting", attempts: row.attempts - 1 });
    await addPackJob(ctx, tx, row, { runAt: new Date(ctx.now().getTime() + LOOK_AGAIN_MS) });
  });
}

/** One entry for each run: the papers are read, by a machine, to make the pack. */
async function openPapers(ctx: Context, { row, papers, list }: PackPlan): Promise<OpenedPaper[] | undefined> {
  const accountId = row.account_id;
  const reason = `to make a pack for ${list.for ?? "any agency"}`;
  try {
    return await open(ctx, {
      papers: papers.map(({ documentId, version }) => ({
        holding: { kind: "version", accountId, documentId, number: version },
        permission: row.permission_id,
        part: { kind: "everything" },
      })),
      purpose: "run-the-account",
      record: async () => [
        {
          accountId,
          act: "document-opened",
          object: { kind: "pack", id: row.id },
          label: { count: papers.length, reason },
        },
      ],
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") return undefined;
    throw error;
  }
}

/** False when the pack is not being made any more: what was made is thrown away. */
function publish(
  ctx: Context,
  row: PackRow,
  content: MadeContent,
  { pages, pdfBytes, zipBytes, outcome }: WrittenPack,
  total: number,
): Promise<boolean> {
  const { account_id: accountId, id: packId } = row;
  return ctx.house(async (tx) => {
    const locked = await lockPack(tx, accountId, packId);
    if (locked?.state !== "making") return false;
    const at = ctx.now();
    const kept = await content.keep(tx, { accountId, packId });
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    await endPermission(tx, locked, at);
    await changePack(tx, row, {
      state: "ready",
      done: total,
      total,
      pages,
      pdf_bytes: pdfBytes,
      zip_bytes: zipBytes,
      sealed_outcome: sealOutcome(key, packId, outcome),
      content_id: kept.contentId,
      wrapped_key: kept.wrappedKey,
      touched_at: at,
      kept_until: new Date(at.getTime() + KEPT_MS),
    });
    const agency = forWhom(openWords(key, packId, row.sealed));
    key.fill(0);
    await append(ctx, tx, [
      {
        accountId,
        act: "pack-made",
        object: { kind: "pack", id: packId },
        permission: row.permission_id,
        purpose: "run-the-account",
        label: { agency, count: row.documents },
      },
    ]);
    return true;
  });
}

const isStillWanted = (ctx: Context, { accountId, packId }: PackName): Promise<boolean> =>
  ctx.house(async (tx) => (await packRow(tx, accountId, packId))?.state === "making");

function fail(ctx: Context, { accountId, packId }: PackName, failure: PackRow["failure"]): Promise<void> {
  return ctx.house(async (tx) => {
    const row = await lockPack(tx, accountId, packId);
    if (!row || !isUnfinished(row)) return;
    const ended = await endPack(ctx, tx, row, "failed", failure);
    await append(ctx, tx, [ended.entry]);
  });
}
