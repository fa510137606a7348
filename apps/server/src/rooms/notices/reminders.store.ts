import type { ReminderKind } from "@locum-passport/contract";
import type { Tx } from "../../platform/postgres/database.ts";
import type { NoticeTables } from "./notices.tables.ts";

const db = (tx: Tx) => tx.withTables<NoticeTables>();

export interface NewReminder {
  mark: Buffer;
  kind: ReminderKind;
  documentId: string | null;
  sealed: Buffer;
}

/** Resolves to the marks that were not there: each reminder once, whoever tries. */
export async function insertReminders(
  tx: Tx,
  accountId: string,
  reminders: readonly NewReminder[],
  toldOn: string,
): Promise<Set<string>> {
  if (reminders.length === 0) return new Set();
  const rows = await db(tx)
    .insertInto("app.reminders")
    .values(
      reminders.map(({ mark, kind, documentId, sealed }) => ({
        account_id: accountId,
        mark,
        kind,
        document_id: documentId,
        sealed,
        told_on: toldOn,
        mail_id: null,
        mailed_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(["account_id", "mark"]).doNothing())
    .returning("mark")
    .execute();
  return new Set(rows.map(({ mark }) => mark.toString("hex")));
}

type UnmailedRow = Pick<NoticeTables["app.reminders"], "mark" | "kind" | "sealed" | "mail_id" | "told_on">;

/** What was told and is in no mail that has gone out. */
export async function unmailed(tx: Tx, accountId: string): Promise<UnmailedRow[]> {
  return db(tx)
    .selectFrom("app.reminders")
    .select(["mark", "kind", "sealed", "mail_id", "told_on"])
    .where("account_id", "=", accountId)
    .where("mailed_at", "is", null)
    .execute();
}

export async function putIntoMail(
  tx: Tx,
  accountId: string,
  marks: readonly Buffer[],
  change: { mail_id: string } | { mailed_at: Date },
): Promise<void> {
  await db(tx)
    .updateTable("app.reminders")
    .set(change)
    .where("account_id", "=", accountId)
    .where("mark", "in", [...marks])
    .execute();
}

/** The mail has gone out. */
export async function markMailed(tx: Tx, accountId: string, mailId: string, at: Date): Promise<void> {
  await db(tx)
    .updateTable("app.reminders")
    .set({ mailed_at: at })
    .where("account_id", "=", accountId)
    .where("mail_id", "=", mailId)
    .execute();
}
