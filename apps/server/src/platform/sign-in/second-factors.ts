import { symmetricDecrypt } from "better-auth/crypto";
import type pg from "pg";
import { type CookieRules, challengeCookie, openSigned, readCookie, setCookie } from "./cookies.ts";
import type { Library } from "./library.ts";
import { query } from "./queries.ts";
import { matchingStep } from "./time-codes.ts";

interface Row {
  secret: string;
  verified: boolean | null;
}

export function makeSecondFactors(pool: pg.Pool, rules: CookieRules, secret: string, library: Library) {
  return {
    /** Who is half signed in: the password was right, the second factor is to come. */
    async challenged(cookieHeader: string | undefined): Promise<string | undefined> {
      const identifier = openSigned(readCookie(cookieHeader, challengeCookie(rules)), secret);
      if (identifier === undefined) return undefined;
      const { internalAdapter } = await library.$context;
      const found = await internalAdapter.findVerificationValue(identifier);
      return found && found.expiresAt > new Date() ? found.value : undefined;
    },
    /**
     * Takes a time code: true once for each code, however many ask at once. The step is claimed by one UPDATE before the
     * library looks, so that a code read over a shoulder or off the line opens nothing more.
     */
    async takeTimeCode(personId: string, code: string): Promise<boolean> {
      const [row] = await query<Row>(pool, `SELECT "secret", "verified" FROM auth."twoFactor" WHERE "userId" = $1`, [
        personId,
      ]);
      if (!row) return false;
      const { secretConfig } = await library.$context;
      const step = matchingStep(await symmetricDecrypt({ key: secretConfig, data: row.secret }), code, Date.now());
      if (step === undefined) return false;
      const sql = `UPDATE auth."twoFactor" SET "lastUsedStep" = $2
        WHERE "userId" = $1 AND "secret" = $3 AND ("lastUsedStep" IS NULL OR "lastUsedStep" < $2) RETURNING "id"`;
      return (await query(pool, sql, [personId, step, row.secret])).length > 0;
    },
    async isOn(personId: string): Promise<boolean> {
      const sql = `SELECT "id" FROM auth."user" WHERE "id" = $1 AND "twoFactorEnabled"`;
      return (await query(pool, sql, [personId])).length > 0;
    },
    /** Those of these people who have one: time codes, or a passkey. */
    async having(personIds: readonly string[]): Promise<ReadonlySet<string>> {
      const sql = `SELECT u."id" FROM auth."user" u WHERE u."id" = ANY($1) AND (u."twoFactorEnabled"
        OR EXISTS (SELECT FROM auth."passkey" k WHERE k."userId" = u."id"))`;
      return new Set((await query<{ id: string }>(pool, sql, [personIds])).map(({ id }) => id));
    },
    /** Off, whatever state it is in; every session of the person counts as without one. */
    async remove(personId: string, at: Date): Promise<void> {
      const sql = `WITH gone AS (DELETE FROM auth."twoFactor" WHERE "userId" = $1),
          off AS (UPDATE auth."session" SET "secondFactor" = false WHERE "userId" = $1)
        UPDATE auth."user" SET "twoFactorEnabled" = false, "updatedAt" = $2 WHERE "id" = $1`;
      await query(pool, sql, [personId, at]);
    },
    /** Those not used yet, as they were shown. */
    async recoveryCodes(personId: string): Promise<readonly string[]> {
      return (await library.api.viewBackupCodes({ body: { userId: personId } })).backupCodes;
    },
    /** Half sign-ins and links from before a new password: whoever holds them knew the old one. */
    async forgetChallenges(personId: string): Promise<void> {
      await query(pool, `DELETE FROM auth."verification" WHERE "value" = $1`, [personId]);
    },
    /** The Set-Cookie line that ends a half sign-in. */
    forget: () => setCookie(rules, challengeCookie(rules), "", 0),
  };
}
