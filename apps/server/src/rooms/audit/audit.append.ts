import { randomBytes } from "node:crypto";
import { commitment, entryBytes, labelBytes, labelHash, toBase64 } from "@locum-passport/audit-log";
import { newDataKey, sealField } from "@locum-passport/envelope";
import type { Context } from "../../context.ts";
import type { Tx } from "../../platform/postgres/database.ts";
import { type AppendedEntry, actorOfAct, entryPlace, type NewEntry, packOpening } from "./audit.model.ts";
import * as store from "./audit.store.ts";

type AccountKind = "locum" | "agency" | "staff" | "service";

/** An account: a key of its own under the root key, and an empty chain with a random name. */
export async function createChain(ctx: Context, tx: Tx, account: { id: string; kind: AccountKind }): Promise<void> {
  const key = newDataKey();
  const { rootVersion, wrapped } = await ctx.ports.keys.wrapAccountKey(account.id, key);
  key.fill(0);
  await store.insertAccount(tx, {
    ...account,
    rootVersion,
    wrapped,
    uid: randomBytes(16).toString("hex"),
    now: ctx.now(),
  });
}

/** The service's own chain, made once. */
export async function ensureServiceChain(ctx: Context, tx: Tx, id: string): Promise<void> {
  if (!(await store.accountExists(tx, id))) await createChain(ctx, tx, { id, kind: "service" });
}

/**
 * Writes entries into the chains they name, in the transaction that makes the change. Call it last and once: it locks the
 * chain heads, in the order of account ids. Without it there is no change, and without the change no entry.
 */
export async function append(ctx: Context, tx: Tx, entries: readonly NewEntry[]): Promise<AppendedEntry[]> {
  if (entries.length === 0) return [];
  const accountIds = [...new Set(entries.map((entry) => entry.accountId))].sort();
  // What was only refused may be asked again.
  const done = entries.some((entry) => entry.result !== "refused");
  // Two statements, since the second must see what the sequencer committed while the first waited; sent together.
  const [, , locked] = await Promise.all([
    done ? ctx.acted(tx) : undefined,
    store.shareLogLock(tx),
    store.lockHeads(tx, accountIds),
  ]);
  const heads = new Map(locked.map((head) => [head.account_id, head]));
  const at = new Date(Math.max(ctx.now().getTime(), ...locked.map(notBefore)));

  const keys = new Map<string, Buffer>();
  for (const head of locked) keys.set(head.account_id, await keyOf(ctx, head));
  const rows: store.EntryRow[] = [];
  const appended: AppendedEntry[] = [];
  for (const entry of entries) {
    const head = heads.get(entry.accountId);
    if (!head) throw new Error(`There is no chain ${entry.accountId}`);
    const key = keys.get(entry.accountId);
    if (!key) throw new Error(`There is no key for chain ${entry.accountId}`);
    const row = makeRow(ctx, key, entry, head, at);
    head.seq = row.seq;
    head.head = Buffer.from(row.commitment, "hex");
    rows.push(row);
    appended.push({ id: row.id, accountId: entry.accountId, seq: row.seq, at });
  }
  await store.insertEntries(tx, rows);
  return appended;
}

function keyOf(ctx: Context, head: store.ChainHead): Promise<Buffer> {
  if (head.wrapped_key === null) throw new Error(`The key of chain ${head.account_id} was destroyed`);
  return ctx.ports.accountKeys.get(head.account_id, { rootVersion: head.root_version, wrapped: head.wrapped_key });
}

/** Neither the chain nor the log ever goes back in time, whatever the clock does. */
function notBefore(head: store.ChainHead): number {
  return Math.max(head.at.getTime(), head.log_at?.getTime() ?? 0);
}

function makeRow(
  ctx: Context,
  accountKey: Uint8Array,
  entry: NewEntry,
  head: store.ChainHead,
  at: Date,
): store.EntryRow {
  const seq = head.seq + 1;
  const object = entry.object ?? { kind: "account", id: entry.accountId };
  const label = entry.label === undefined ? undefined : labelBytes(entry.label);
  const bytes = entryBytes({
    v: 1,
    uid: head.uid,
    seq,
    prev: head.head.length === 0 ? "" : toBase64(head.head),
    at: at.toISOString(),
    actor: actorOfAct(ctx.actor, entry.act),
    act: entry.act,
    object,
    ...(entry.permission === undefined ? {} : { permission: entry.permission }),
    ...(entry.purpose === undefined ? {} : { purpose: entry.purpose }),
    result: entry.result ?? "done",
    ...(label === undefined ? {} : { label: labelHash(label) }),
  });
  const key = randomBytes(32);
  const sealed = sealField(accountKey, entryPlace(entry.accountId, seq), packOpening(bytes, key, label));
  return {
    account_id: entry.accountId,
    seq,
    id: ctx.newId(),
    at: at.toISOString(),
    act: entry.act,
    object_id: object.id,
    commitment: Buffer.from(commitment(key, bytes)).toString("hex"),
    sealed: sealed.toString("hex"),
  };
}
