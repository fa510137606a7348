import type pg from "pg";
import { nameInLibrary } from "./library.ts";
import { query } from "./queries.ts";

export interface SignInUser {
  id: string;
  email: string;
  passwordHash: string | null;
  secondFactorOn: boolean;
  /** Null while the account behind the user is not made yet: then nobody can sign in as them. */
  kind: "locum" | "staff" | null;
}

/** One spelling of an address. Only what every mail system ignores is ignored: letter case and outer space. */
export const normalEmail = (email: string): string => email.trim().normalize("NFC").toLowerCase();

const columns = `u."id", u."email", a."password" AS "passwordHash", coalesce(u."twoFactorEnabled", false) AS "secondFactorOn",
  p.kind`;
const tables = `auth."user" u LEFT JOIN auth."account" a ON a."userId" = u."id" AND a."providerId" = 'credential'
  LEFT JOIN app.people p ON p.account_id = u."id"`;

/** The library's users, by statements of our own where it has no verb for what we need. */
export function makeUsers(pool: pg.Pool, newId: () => string) {
  return {
    async byEmail(email: string): Promise<SignInUser | undefined> {
      const sql = `SELECT ${columns} FROM ${tables} WHERE u."email" = $1`;
      return (await query<SignInUser>(pool, sql, [normalEmail(email)]))[0];
    },
    async byId(id: string): Promise<SignInUser | undefined> {
      return (await query<SignInUser>(pool, `SELECT ${columns} FROM ${tables} WHERE u."id" = $1`, [id]))[0];
    },
    /** Users of these ids, in no order. */
    byIds(ids: readonly string[]): Promise<SignInUser[]> {
      return query<SignInUser>(pool, `SELECT ${columns} FROM ${tables} WHERE u."id" = ANY($1)`, [ids]);
    },
    /** Makes the user and the password in one statement; does nothing when this id is there already. */
    async create(user: { id: string; email: string; passwordHash: string | null; at: Date }): Promise<void> {
      const sql = `WITH made AS (
          INSERT INTO auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "twoFactorEnabled")
          VALUES ($1, $2, $3, true, $4, $4, false) ON CONFLICT ("id") DO NOTHING RETURNING "id")
        INSERT INTO auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
        SELECT $5, "id", 'credential', "id", $6, $4, $4 FROM made WHERE $6::text IS NOT NULL`;
      await query(pool, sql, [user.id, nameInLibrary, normalEmail(user.email), user.at, newId(), user.passwordHash]);
    },
    async setPassword(id: string, passwordHash: string, at: Date): Promise<void> {
      const sql = `INSERT INTO auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
        VALUES ($1, $2, 'credential', $2, $3, $4, $4)
        ON CONFLICT ("userId") WHERE "providerId" = 'credential' DO UPDATE SET "password" = $3, "updatedAt" = $4`;
      await query(pool, sql, [newId(), id, passwordHash, at]);
    },
  };
}
