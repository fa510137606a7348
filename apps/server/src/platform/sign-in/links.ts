import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { query } from "./queries.ts";

/** Letters and digits only: no part of a token can be taken for a six-digit code in the same mail. */
export function newToken(): string {
  const digits = "bcdfghjkmnpqrstvwxyz";
  return Array.from(randomBytes(40), (byte) => digits[byte % digits.length]).join("");
}

const digestOf = (token: string) => `password-link:${createHash("sha256").update(token).digest("base64url")}`;

/** One-time links that set a password. Only the token's hash is kept, in the library's table of such things. */
export function makePasswordLinks(pool: pg.Pool, newId: () => string) {
  return {
    /** A new link takes the place of older ones of the same person. */
    async create(personId: string, at: Date, until: Date): Promise<string> {
      const token = newToken();
      await query(pool, `DELETE FROM auth."verification" WHERE "value" = $1 AND "identifier" LIKE 'password-link:%'`, [
        personId,
      ]);
      const sql = `INSERT INTO auth."verification" ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt")
        VALUES ($1, $2, $3, $4, $5, $5)`;
      await query(pool, sql, [newId(), digestOf(token), personId, until, at]);
      return token;
    },
    /** Whose link it is; undefined once it has run out or was used. */
    async personOf(token: string, now: Date): Promise<string | undefined> {
      const sql = `SELECT "value" FROM auth."verification" WHERE "identifier" = $1 AND "expiresAt" > $2`;
      return (await query<{ value: string }>(pool, sql, [digestOf(token), now]))[0]?.value;
    },
    /** True for one caller only, however many use the link at once. */
    async consume(token: string, now: Date): Promise<boolean> {
      const sql = `DELETE FROM auth."verification" WHERE "identifier" = $1 AND "expiresAt" > $2 RETURNING "id"`;
      return (await query(pool, sql, [digestOf(token), now])).length > 0;
    },
  };
}
