import { type Context, own, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { personName } from "../../accounts/index.ts";
import { myAgency, readAgency } from "../../agencies/index.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import type { Sender } from "../../transfers/index.ts";
import { type Look, noteLooks } from "../looks.store.ts";

/** Who looks, and the words that both logs name them by. */
interface Reader {
  agencyId: string;
  personId: string;
  named: { agency: string; by: string };
}

async function readerOf(ctx: Context, tx: Tx): Promise<Reader> {
  const agencyId = myAgency(ctx).id;
  const personId = own(ctx);
  const agency = (await readAgency(tx, agencyId)) ?? refuse("not-found");
  return { agencyId, personId, named: { agency: agency.name, by: await personName(ctx, tx, personId) } };
}

const entryOf = (reader: Reader, act: Look["act"]): NewEntry => ({
  accountId: reader.agencyId,
  act,
  object: { kind: "agency", id: reader.agencyId },
  purpose: "carry-out-a-transfer",
  label: reader.named,
});

const lookOf = (ctx: Context, { agencyId, personId }: Reader, act: Look["act"]): Look => ({
  ...{ agencyId, personId, act },
  day: todayOf(ctx),
});

/** A list on the screen, any page of it: once a day and member, in the agency's log. */
export async function noteListed(ctx: Context): Promise<void> {
  await ctx.transaction(async (tx) => {
    const reader = await readerOf(ctx, tx);
    const first = await noteLooks(tx, lookOf(ctx, reader, "candidates-listed"), [reader.agencyId]);
    if (first.size > 0) await append(ctx, tx, [entryOf(reader, "candidates-listed")]);
  });
}

/** The record of one sender: once a day and member, in the sender's log and in the agency's. */
export async function noteRead(ctx: Context, sender: Sender): Promise<void> {
  await ctx.transaction(async (tx) => {
    const reader = await readerOf(ctx, tx);
    const first = await noteLooks(tx, lookOf(ctx, reader, "candidate-read"), [sender.accountId]);
    if (first.size === 0) return;
    const entry = entryOf(reader, "candidate-read");
    await append(ctx, tx, [
      { ...entry, accountId: sender.accountId },
      { ...entry, object: { kind: "candidate", id: sender.ref }, label: { ...reader.named, sender: sender.name } },
    ]);
  });
}

/** A table that leaves the service: each time, in the agency's log. */
export async function noteTable(ctx: Context, days: number): Promise<void> {
  await ctx.transaction(async (tx) => {
    const reader = await readerOf(ctx, tx);
    await append(ctx, tx, [{ ...entryOf(reader, "expiries-taken"), label: { ...reader.named, days } }]);
  });
}

/** Those whose papers stand in it: once a day and member, each in their own log, before the lines go out. */
export async function noteTaken(ctx: Context, senders: readonly Sender[]): Promise<void> {
  if (senders.length === 0) return;
  await ctx.transaction(async (tx) => {
    const reader = await readerOf(ctx, tx);
    const accountIds = senders.map(({ accountId }) => accountId);
    const first = await noteLooks(tx, lookOf(ctx, reader, "expiries-taken"), accountIds);
    const entry = entryOf(reader, "expiries-taken");
    await append(
      ctx,
      tx,
      [...first].map((accountId) => ({ ...entry, accountId })),
    );
  });
}
