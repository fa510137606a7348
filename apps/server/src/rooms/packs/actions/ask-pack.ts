import type { MakePack, Pack } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append, serviceAccountId } from "../../audit/index.ts";
import { papersToPack } from "../../documents/index.ts";
import { MOST_LIVE_PACKS, objectionTo } from "../packs.model.ts";
import { forWhom, presentPack } from "../packs.present.ts";
import { sealWords } from "../packs.seals.ts";
import { countLive, insertPack } from "../packs.store.ts";
import type { PackRow } from "../packs.tables.ts";
import { askedList } from "./asked-list.ts";

/** The permission ends when the pack is made; should its end never come, it lapses by itself. */
const LAPSES_AFTER_MS = 3 * 24 * 3_600_000;

/**
 * Asks for a pack: gives the service a permission that covers exactly the chosen papers at their current versions, and adds
 * the job that makes it. Nothing is opened here.
 */
export function askPack(ctx: Context, wish: z.output<typeof MakePack>): Promise<Pack> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const papers = await papersToPack(ctx, tx, accountId, wish.documentIds, { hold: true });
    const objection = objectionTo(papers, wish.consent);
    if (objection) refuse(objection.code, objection);
    if ((await countLive(tx, accountId)) >= MOST_LIVE_PACKS) {
      refuse("too-many-packs", {
        detail: `You keep ${MOST_LIVE_PACKS} packs already. Delete one that you no longer need, then make this one.`,
      });
    }
    const list = (await askedList(ctx, tx, accountId, wish.myAgencyId)) ?? refuse("not-found");
    const words = { for: list.name, myAgencyId: wish.myAgencyId };
    const at = ctx.now();
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    const id = ctx.newId();
    const row: PackRow = {
      ...newPack(accountId, id, ctx.newId(), at),
      size: wish.size,
      documents: papers.length,
      sealed: sealWords(key, id, words),
    };
    await insertPack(
      tx,
      row,
      {
        account_id: accountId,
        id: row.permission_id,
        kind: "pack",
        recipient_id: serviceAccountId,
        purpose: "run-the-account",
        may_download: true,
        given_at: at,
        ends_on: new Date(at.getTime() + LAPSES_AFTER_MS).toISOString().slice(0, 10),
        ended_at: null,
      },
      papers,
    );
    await addPackJob(ctx, tx, row);
    await append(ctx, tx, [
      {
        accountId,
        act: "pack-asked",
        object: { kind: "pack", id },
        permission: row.permission_id,
        purpose: "run-the-account",
        label: { agency: forWhom(words), count: papers.length },
      },
    ]);
    const pack = presentPack(key, row);
    key.fill(0);
    return pack;
  });
}

function newPack(
  accountId: string,
  id: string,
  permissionId: string,
  at: Date,
): Omit<PackRow, "size" | "documents" | "sealed"> {
  return {
    account_id: accountId,
    id,
    permission_id: permissionId,
    state: "waiting",
    failure: null,
    attempts: 0,
    done: 0,
    total: 0,
    pages: null,
    pdf_bytes: null,
    zip_bytes: null,
    sealed_outcome: null,
    content_id: null,
    wrapped_key: null,
    asked_at: at,
    touched_at: at,
    kept_until: null,
    ended_at: null,
  };
}

/** One job a pack, however often it is asked for. Somebody waits for it: it goes before pictures. */
export function addPackJob(
  ctx: Context,
  tx: Tx,
  { account_id: accountId, id: packId }: Pick<PackRow, "account_id" | "id">,
  options: { runAt?: Date } = {},
): Promise<void> {
  const job = { key: `pack:${packId}`, maxAttempts: 8, ...options };
  return ctx.ports.jobs.add(tx, "make-pack", { accountId, packId }, job);
}
