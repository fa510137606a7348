import { sql } from "kysely";
import type { Tx } from "../postgres/database.ts";
import type { AccountKeyCache } from "./account-keys.ts";

/** Account keys by account id, unwrapped from their rows and cached briefly. */
export interface AccountKeys {
  /** 32 bytes; not to be changed. Throws when the account does not exist or was erased. */
  of(tx: Tx, accountId: string): Promise<Buffer>;
  forget(accountId: string): void;
}

interface KeyRow {
  root_version: number;
  wrapped_key: Buffer | null;
}

export function accountKeysFromRows(cache: AccountKeyCache): AccountKeys {
  return {
    async of(tx, accountId) {
      const found =
        await sql<KeyRow>`select root_version, wrapped_key from app.accounts where id = ${accountId}`.execute(tx);
      const row = found.rows[0];
      if (!row || row.wrapped_key === null) throw new Error("There is no key for this account");
      return cache.get(accountId, { rootVersion: row.root_version, wrapped: row.wrapped_key });
    },
    forget: (accountId) => cache.forget(accountId),
  };
}
