import { fingerprint } from "@locum-passport/envelope";
import { type Context, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { myAgency } from "../../agencies/index.ts";
import { type ListPosition, listCursor, positionOf } from "../list-position.ts";
import { type Sender, type SentCopy, seenOriginals } from "../senders.model.ts";
import * as senders from "../senders.store.ts";
import { matchesSearch } from "../transfers.model.ts";
import { readCopy } from "../transfers.present.ts";
import { openTransfer } from "../transfers.seals.ts";
import { type CopyRow, copiesOf } from "../transfers.store.ts";

/** As many at a time: a sender has some 40 copies, each of which is opened, and others are waiting for their turn. */
const readAtOnce = 10;
const searchedAtOnce = 200;

interface SendersQuery {
  query?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/**
 * Who has live access given to my agency, by their newest transfer, newest first. Names are sealed, so a search opens them
 * here, this agency's only.
 */
export async function listSenders(
  ctx: Context,
  input: SendersQuery,
): Promise<{ items: Sender[]; nextCursor: string | null }> {
  const agencyId = myAgency(ctx).id;
  const start = input.cursor === undefined ? undefined : positionOf(input.cursor);
  const heads = await ctx.transaction((tx) => findHeads(ctx, tx, agencyId, input, start));
  const shown = heads.slice(0, input.limit);
  const last = shown.at(-1);
  const items: Sender[] = [];
  for (let at = 0; at < shown.length; at += readAtOnce) {
    ctx.signal.throwIfAborted();
    const accountIds = shown.slice(at, at + readAtOnce).map((head) => head.account_id);
    items.push(...(await ctx.transaction((tx) => readSenders(ctx, tx, agencyId, accountIds))));
  }
  return {
    items,
    nextCursor: heads.length > input.limit && last ? listCursor({ at: last.sent_at, id: last.id }) : null,
  };
}

/** One of them; not found when nothing of theirs is live. */
export async function readSender(ctx: Context, ref: string): Promise<Sender> {
  const agencyId = myAgency(ctx).id;
  return ctx.transaction(async (tx) => {
    const key = await ctx.ports.accountKeys.of(tx, agencyId);
    const accountId = (await senders.sendersOf(tx, agencyId, todayOf(ctx))).find((id) => refOf(key, id) === ref);
    key.fill(0);
    const [sender] = accountId === undefined ? [] : await readSenders(ctx, tx, agencyId, [accountId]);
    return sender ?? refuse("not-found");
  });
}

async function findHeads(
  ctx: Context,
  tx: Tx,
  agencyId: string,
  { query, limit }: SendersQuery,
  start: ListPosition | undefined,
): Promise<senders.LiveTransfer[]> {
  const today = todayOf(ctx);
  const search = query?.trim() ?? "";
  if (search === "") return senders.listNewest(tx, agencyId, { today, after: start, limit: limit + 1 });
  const key = await ctx.ports.accountKeys.of(tx, agencyId);
  const found: senders.LiveTransfer[] = [];
  for (let after = start; found.length <= limit; ) {
    ctx.signal.throwIfAborted();
    const rows = await senders.listNewest(tx, agencyId, { today, after, limit: searchedAtOnce });
    found.push(...rows.filter((row) => matchesSearch(openTransfer("agency", key, row.id, row.sealed).sender, search)));
    const last = rows.at(-1);
    if (!last || rows.length < searchedAtOnce) break;
    after = { at: last.sent_at, id: last.id };
  }
  key.fill(0);
  return found.slice(0, limit + 1);
}

/** In the order asked for; one whose last transfer ended in between is left out. */
async function readSenders(ctx: Context, tx: Tx, agencyId: string, accountIds: readonly string[]): Promise<Sender[]> {
  const today = todayOf(ctx);
  const transfers = await senders.listOfSenders(tx, agencyId, { today, accountIds });
  const ids = transfers.map(({ id }) => id);
  const rows = await copiesOf(tx, "agency", agencyId, ids);
  const key = await ctx.ports.accountKeys.of(tx, agencyId);
  const read = accountIds.flatMap((accountId): Sender[] => {
    const own = transfers.filter((transfer) => transfer.account_id === accountId);
    const [newest] = own;
    if (!newest) return [];
    const { sender } = openTransfer("agency", key, newest.id, newest.sealed);
    const copies = rows.filter((row) => row.account_id === accountId);
    return [
      {
        ...sender,
        accountId,
        ref: refOf(key, accountId),
        transferIds: own.map(({ id }) => id),
        copies: liveCopies(key, copies, today),
      },
    ];
  });
  key.fill(0);
  return read;
}

function liveCopies(key: Buffer, rows: readonly CopyRow[], today: string): SentCopy[] {
  const all = rows.map((row) => ({ ...readCopy("agency", key, row), transferId: row.transfer_id }));
  const seen = seenOriginals(all);
  return all
    .filter(({ facts }) => facts.held && facts.ends_on >= today)
    .sort((one, two) => two.facts.sent_at.getTime() - one.facts.sent_at.getTime() || one.facts.n - two.facts.n)
    .map((copy) => ({
      id: copy.facts.id,
      transferId: copy.transferId,
      paper: copy.facts.document_id,
      type: copy.facts.type,
      title: copy.words.title,
      sensitivity: copy.facts.sensitivity,
      details: copy.words.details,
      sentBack: copy.sentBack !== null,
      originalSeen: seen(copy),
    }));
}

/** Tells nothing across agencies: a keyed digest under this agency's own key. */
const refOf = (agencyKey: Buffer, accountId: string): string =>
  fingerprint(agencyKey, "candidate", Buffer.from(accountId, "utf8")).subarray(0, 16).toString("hex");
