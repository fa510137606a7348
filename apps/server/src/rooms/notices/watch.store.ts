import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/database.ts";
import { watchedActs } from "./notices.model.ts";
import type { NoticeTables, WatchRow } from "./notices.tables.ts";

const db = (tx: Tx) => tx.withTables<NoticeTables>();

interface Round {
  today: string;
  /** The rules in force. */
  rules: string;
  /** Changes younger than this wait: somebody may still be typing. */
  settledBefore: Date;
  /** The account at which the page before ended. */
  after: string;
  limit: number;
}

/**
 * Accounts to look at, in order: those never looked at, those whose day has come, those in whose log something of weight
 * stands since, those one of whose agencies asks for something else since, and everybody once the rules themselves have
 * changed. Nobody who was told today, nor whose look was asked for today. Opens nothing: it compares numbers and days.
 */
export async function whomToLookAt(tx: Tx, round: Round): Promise<string[]> {
  const { today, rules, settledBefore, after, limit } = round;
  const { rows } = await sql<{ account_id: string }>`select p.account_id from app.people p
    join app.chains c on c.account_id = p.account_id
    left join app.reminder_watch w on w.account_id = p.account_id
    where p.kind = 'locum' and p.account_id > ${after}
      and ((w.account_id is null and c.at <= ${settledBefore}) or (w.account_id is not null
        and w.asked_on is distinct from ${today}::date and w.told_on is distinct from ${today}::date and (
          w.look_on <= ${today}::date
          or w.rules is distinct from ${rules}
          or (c.seq > w.seen_seq and c.at <= ${settledBefore} and exists (select from app.entries e
            where e.account_id = p.account_id and e.seq > w.seen_seq and e.act = any(${[...watchedActs]})))
          -- a profile saved just before the look may have been committed just after it
          or exists (select from app.my_agencies m join app.agency_profiles v on v.agency_id = m.agency_id
            where m.account_id = p.account_id and v.saved_at > w.looked_at - interval '2 minutes'))))
    order by p.account_id limit ${limit}`.execute(tx);
  return rows.map((row) => row.account_id);
}

/** A look that is asked for is not asked for again today; its job tries again by itself. */
export async function markAsked(tx: Tx, accountIds: readonly string[], today: string): Promise<void> {
  await sql`insert into app.reminder_watch (account_id, asked_on)
    select id, ${today}::date from unnest(${[...accountIds]}::text[]) id
    on conflict (account_id) do update set asked_on = excluded.asked_on`.execute(tx);
}

/** FOR UPDATE: of two looks at once, or a look and a mail, one waits for the other. */
export async function lockWatch(tx: Tx, accountId: string): Promise<WatchRow> {
  await sql`insert into app.reminder_watch (account_id) values (${accountId}) on conflict do nothing`.execute(tx);
  return db(tx)
    .selectFrom("app.reminder_watch")
    .selectAll()
    .where("account_id", "=", accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function saveWatch(
  tx: Tx,
  accountId: string,
  change: Partial<Omit<WatchRow, "account_id">>,
): Promise<void> {
  await db(tx).updateTable("app.reminder_watch").set(change).where("account_id", "=", accountId).execute();
}

/** How far the account's own chain has come: what it holds after this was not seen yet. */
export async function chainSeq(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from app.chains where account_id = ${accountId}`.execute(tx);
  return rows[0]?.seq ?? 0;
}
