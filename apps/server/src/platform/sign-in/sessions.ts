import type pg from "pg";
import { type CookieRules, openSigned, readCookie, sessionCookie, setCookie, signValue } from "./cookies.ts";
import { sessionDays } from "./library.ts";
import { query } from "./queries.ts";

/** Who comes with a session cookie, as the database says now. */
export interface OpenSession {
  id: string;
  personId: string;
  createdAt: Date;
  lastSeenAt: Date;
  secondFactor: boolean;
  kind: "locum" | "staff";
  staffRole: string | null;
  agencyId: string | null;
  agencyRole: "owner" | "member" | null;
}

export interface SessionRow {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

const minute = 60_000;
/** People who can open another person's papers; everyone else. */
export const idleLimits = { othersPapers: 30 * minute, ownPapers: 14 * 24 * 60 * minute } as const;

export function hasEnded(session: OpenSession, now: Date): boolean {
  const limit = session.kind === "staff" || session.agencyId !== null ? idleLimits.othersPapers : idleLimits.ownPapers;
  const idle = now.getTime() - session.lastSeenAt.getTime();
  const age = now.getTime() - session.createdAt.getTime();
  return idle > limit || age > sessionDays * 24 * 60 * minute;
}

export function makeSessions(pool: pg.Pool, rules: CookieRules, secret: string, newId: () => string) {
  const name = sessionCookie(rules);
  const tokenOf = (cookieHeader: string | undefined) => openSigned(readCookie(cookieHeader, name), secret);

  const end = async (personId: string, id: string): Promise<boolean> => {
    const sql = `DELETE FROM auth."session" WHERE "userId" = $1 AND "id" = $2 RETURNING "id"`;
    return (await query(pool, sql, [personId, id])).length > 0;
  };
  return {
    /** One query, and at most once a minute a second one that says the session was seen. Ends a session that is over. */
    async resolve(cookieHeader: string | undefined, now: Date): Promise<OpenSession | undefined> {
      const token = tokenOf(cookieHeader);
      if (token === undefined) return undefined;
      const sql = `SELECT s."id", s."userId" AS "personId", s."createdAt", s."updatedAt" AS "lastSeenAt", s."secondFactor",
          p.kind, p.staff_role AS "staffRole", m.agency_id AS "agencyId", m.role AS "agencyRole"
        FROM auth."session" s JOIN app.people p ON p.account_id = s."userId"
        LEFT JOIN app.members m ON m.person_id = s."userId" AND m.removed_at IS NULL
        WHERE s."token" = $1 AND NOT s."pending"`;
      const session = (await query<OpenSession & pg.QueryResultRow>(pool, sql, [token], "open-session"))[0];
      if (!session) return undefined;
      if (hasEnded(session, now)) {
        await end(session.personId, session.id);
        return undefined;
      }
      if (now.getTime() - session.lastSeenAt.getTime() >= minute) {
        await query(pool, `UPDATE auth."session" SET "updatedAt" = $2 WHERE "id" = $1`, [session.id, now]);
      }
      return session;
    },
    list(personId: string): Promise<SessionRow[]> {
      const sql = `SELECT "id", "userAgent", "createdAt", "updatedAt" AS "lastSeenAt" FROM auth."session"
        WHERE "userId" = $1 AND NOT "pending" ORDER BY "updatedAt" DESC, "id" COLLATE "C"`;
      return query<SessionRow & pg.QueryResultRow>(pool, sql, [personId]);
    },
    end,
    /** Every session of the person but this one. Resolves to how many were ended. */
    async endAll(personId: string, except: string | null = null): Promise<number> {
      const sql = `DELETE FROM auth."session" WHERE "userId" = $1 AND "id" IS DISTINCT FROM $2 RETURNING "id"`;
      return (await query(pool, sql, [personId, except])).length;
    },
    async setSecondFactor(personId: string, used: boolean, id: string | null = null): Promise<void> {
      const sql = `UPDATE auth."session" SET "secondFactor" = $2 WHERE "userId" = $1 AND ($3::text IS NULL OR "id" = $3)`;
      await query(pool, sql, [personId, used, id]);
    },
    /** A session made past the library: for tests of what a signed-in person may do. Resolves to a Cookie header. */
    async forTests(personId: string, facts: { secondFactor: boolean; at: Date }): Promise<string> {
      const token = newId() + newId();
      const sql = `INSERT INTO auth."session" ("id", "expiresAt", "token", "createdAt", "updatedAt", "userId", "secondFactor", "pending")
        VALUES ($1, $2, $3, $4, $4, $5, $6, false)`;
      const expires = new Date(Math.max(facts.at.getTime(), Date.now()) + sessionDays * 24 * 60 * minute);
      await query(pool, sql, [newId(), expires, token, facts.at, personId, facts.secondFactor]);
      return `${name}=${encodeURIComponent(signValue(token, secret))}`;
    },
    /** Rows nobody can use any more: sessions left alone, half sign-ins, links and challenges that ran out. */
    async deleteOver(now: Date): Promise<void> {
      const before = (ms: number) => new Date(now.getTime() - ms);
      const sql = `WITH over AS (DELETE FROM auth."verification" WHERE "expiresAt" < $3)
        DELETE FROM auth."session" WHERE "updatedAt" < $1 OR ("pending" AND "updatedAt" < $2)`;
      await query(pool, sql, [before(idleLimits.ownPapers), before(60 * minute), before(24 * 60 * minute)]);
    },
    /** The Set-Cookie line that takes the session's cookie away. */
    forget: () => setCookie(rules, name, "", 0),
    /** The header without the session's cookie: for calls that must start from nobody. */
    withoutSession: (cookieHeader: string | undefined) =>
      (cookieHeader ?? "")
        .split(";")
        .filter((pair) => pair.split("=")[0]?.trim() !== name)
        .join(";"),
  };
}
