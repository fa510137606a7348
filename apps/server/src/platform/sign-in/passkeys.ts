import type pg from "pg";
import { query } from "./queries.ts";

export interface PasskeyRow {
  id: string;
  name: string | null;
  createdAt: Date | null;
}

export function makePasskeys(pool: pg.Pool) {
  return {
    list(personId: string): Promise<PasskeyRow[]> {
      const sql = `SELECT "id", "name", "createdAt" FROM auth."passkey" WHERE "userId" = $1 ORDER BY "createdAt", "id" COLLATE "C"`;
      return query<PasskeyRow & pg.QueryResultRow>(pool, sql, [personId]);
    },
    async remove(personId: string, id: string): Promise<void> {
      await query(pool, `DELETE FROM auth."passkey" WHERE "userId" = $1 AND "id" = $2`, [personId, id]);
    },
  };
}
