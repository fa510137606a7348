import type { HeldDocument } from "@locum-passport/compliance";
import { Sensitivity } from "@locum-passport/contract";
import type { Context } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { openWords } from "../documents.seals.ts";
import { allDocuments } from "../documents.store.ts";

/** A paper as far as it is judged: what it is and what was typed from it. No file, no page, no version's past. */
export interface HeldPaper extends HeldDocument {
  readonly title: string;
  readonly printedName: string | null;
  readonly sensitivity: Sensitivity;
  readonly currentVersion: number;
  readonly changedAt: Date;
}

/** Every paper of an account, for judging. One query, however many. */
export async function heldDocuments(ctx: Context, tx: Tx, accountId: string): Promise<HeldPaper[]> {
  const rows = await allDocuments(tx, accountId);
  if (rows.length === 0) return [];
  const key = await ctx.ports.accountKeys.of(tx, accountId);
  return rows.map((row) => {
    const { title, details, printedName } = openWords(key, row.id, row.sealed);
    return {
      id: row.id,
      type: row.type,
      details,
      title,
      printedName,
      sensitivity: Sensitivity.parse(row.sensitivity),
      currentVersion: row.current_version,
      changedAt: row.changed_at,
    };
  });
}
