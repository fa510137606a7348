import type { KeyWrapper, WrappedAccountKey } from "@locum-passport/envelope";
import { preparedStatement, type Tx } from "../postgres/database.ts";
import { KeyError } from "./key-errors.ts";

/** Account keys in the clear, kept for a moment. Every answer is a copy of the caller's own. */
export interface AccountKeys {
  /**
   * The key of an account. The row is read once in each transaction and only the unwrapping is spared, so that a key
   * destroyed by another process, or hidden from this actor, opens nothing from the next transaction on. Rejects with
   * `account-key-gone`.
   */
  of(tx: Tx, accountId: string): Promise<Buffer>;
  /** Reads the rows of several accounts at once; `of` in this transaction then asks no more, and tells who has no key. */
  read(tx: Tx, accountIds: readonly string[]): Promise<void>;
  /** The key of an account whose wrapped form the caller has at hand. */
  get(accountId: string, wrapped: WrappedAccountKey): Promise<Buffer>;
  /** Zeroes the cached key of one account: erasure calls it in every process. */
  forget(accountId: string): void;
  /** Zeroes all. */
  clear(): void;
}

export interface AccountKeysOptions {
  /** Most keys held at a time; the oldest goes first. */
  max: number;
  /** How long one is held, in milliseconds, counted from its unwrapping and not prolonged by use. */
  ttlMs: number;
  now: () => Date;
}

interface Held {
  readonly wrapped: WrappedAccountKey;
  readonly key: Promise<Buffer>;
  readonly until: number;
}

interface KeyRow {
  id: string;
  root_version: number;
  wrapped_key: Buffer | null;
}
const keysOf = preparedStatement<KeyRow>(
  "account-keys",
  "select id, root_version, wrapped_key from app.accounts where id = any($1)",
);

export function createAccountKeys(wrapper: KeyWrapper, { max, ttlMs, now }: AccountKeysOptions): AccountKeys {
  // Oldest first: every key lives equally long, so that the first one in is the first one out.
  const held = new Map<string, Held>();
  // What a transaction has read, for as long as it lives. Wrapped keys only.
  const readIn = new WeakMap<Tx, Map<string, KeyRow>>();
  let sweep: NodeJS.Timeout | undefined;

  function forget(accountId: string): void {
    const entry = held.get(accountId);
    if (!entry) return;
    held.delete(accountId);
    // Whoever waits for it has asked before and copies before: this runs after them.
    entry.key.then((key) => key.fill(0)).catch(() => {}); // what was never unwrapped needs no zeroing; its askers were told
  }

  function forgetOld(): void {
    for (const [accountId, { until }] of held) {
      if (until > now().getTime()) break;
      forget(accountId);
    }
  }

  /** Keys leave memory in time also when nobody asks any more. */
  function sweepLater(): void {
    sweep ??= setTimeout(() => {
      sweep = undefined;
      forgetOld();
      if (held.size > 0) sweepLater();
    }, ttlMs).unref();
  }

  function hold(accountId: string, wrapped: WrappedAccountKey): Held {
    forget(accountId);
    const entry = { wrapped, key: wrapper.unwrapAccountKey(accountId, wrapped), until: now().getTime() + ttlMs };
    held.set(accountId, entry);
    entry.key.catch(() => {
      if (held.get(accountId) === entry) held.delete(accountId);
    });
    for (const oldest of held.keys()) {
      if (held.size <= Math.max(max, 1)) break;
      forget(oldest);
    }
    sweepLater();
    return entry;
  }

  async function get(accountId: string, wrapped: WrappedAccountKey): Promise<Buffer> {
    forgetOld();
    const known = held.get(accountId);
    const entry = known && sameKey(known.wrapped, wrapped) ? known : hold(accountId, wrapped);
    return Buffer.from(await entry.key); // a copy: the cache zeroes its own while the caller may still be sealing
  }

  async function read(tx: Tx, accountIds: readonly string[]): Promise<Map<string, KeyRow>> {
    const rows = await keysOf(tx, accountIds);
    const known = readIn.get(tx) ?? new Map<string, KeyRow>();
    for (const row of rows) known.set(row.id, row);
    readIn.set(tx, known);
    return known;
  }

  return {
    get,
    async of(tx, accountId) {
      const row = readIn.get(tx)?.get(accountId) ?? (await read(tx, [accountId])).get(accountId);
      if (!row?.wrapped_key) {
        forget(accountId);
        throw new KeyError("account-key-gone", "The key of this account was destroyed, or there is no such account.");
      }
      return get(accountId, { rootVersion: row.root_version, wrapped: row.wrapped_key });
    },
    async read(tx, accountIds) {
      if (accountIds.length > 0) await read(tx, accountIds);
    },
    forget,
    clear() {
      for (const accountId of [...held.keys()]) forget(accountId);
      clearTimeout(sweep);
      sweep = undefined;
    },
  };
}

function sameKey(one: WrappedAccountKey, other: WrappedAccountKey): boolean {
  return one.rootVersion === other.rootVersion && one.wrapped.equals(other.wrapped);
}
