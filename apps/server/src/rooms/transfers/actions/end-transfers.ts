import { type Context, todayOf } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { mailPerson } from "../../accounts/index.ts";
import { append } from "../../audit/index.ts";
import { removeUnheld } from "../../documents/index.ts";
import { endPermissions, sayEnded, setEnded } from "../changes.store.ts";
import { findDue, takeEnding } from "../due.store.ts";
import { addDays } from "../transfers.model.ts";
import type { ReadCopy } from "../transfers.present.ts";
import { endCopies, lockOwn } from "./own-transfer.ts";

const batch = 200;
const toldDaysBefore = 7;

/** What ends by itself: transfers and single copies whose last day has passed. Then who is to be told of an end to come. */
export async function endTransfers(ctx: Context): Promise<void> {
  let fault: unknown;
  for (let found = batch; found === batch && fault === undefined; ) {
    const due = await ctx.house((tx) => findDue(tx, todayOf(ctx), batch));
    found = due.length;
    for (const { account_id: accountId, id } of due) {
      try {
        await endOne(ctx, accountId, id);
      } catch (error) {
        fault = error; // the others still end; the turn is tried again
      }
    }
  }
  await tellEnding(ctx);
  if (fault !== undefined) throw fault;
}

async function endOne(ctx: Context, accountId: string, transferId: string): Promise<void> {
  const contentIds = await ctx.house(async (tx) => {
    const today = todayOf(ctx);
    const transfer = await lockOwn(ctx, tx, accountId, transferId);
    const { row } = transfer;
    const whole = transfer.state !== "active";
    const over = transfer.copies.filter(({ facts }) => facts.held && (whole || facts.ends_on < today));
    if (row.state !== "active" && over.length === 0) return []; // stopped while this turn waited
    const unheld = await endCopies(ctx, tx, { accountId, agencyId: row.agency_id }, over);
    const at = ctx.now();
    if (whole && row.state === "active") {
      await endPermissions(tx, { accountId, transferId, at });
      await setEnded(tx, { accountId, transferId, state: "ended", at });
    } else if (over.length > 0) {
      await sayEnded(tx, transferId);
    } else {
      return [];
    }
    const entry = {
      act: "transfer-ended",
      object: { kind: "transfer", id: transferId },
      permission: row.permission_id,
      purpose: "carry-out-a-transfer",
    } as const;
    const label = { agency: row.agency_name, count: over.length, ...(whole ? {} : { title: titleOf(over) }) };
    await append(ctx, tx, [
      { ...entry, accountId, label },
      { ...entry, accountId: row.agency_id, label: { ...label, sender: transfer.words.sender.name } },
    ]);
    return unheld;
  });
  await removeUnheld(ctx, contentIds);
}

function titleOf(copies: readonly ReadCopy[]): string {
  const [only] = copies;
  return copies.length === 1 && only ? only.words.title : `${copies.length} of the copies`;
}

/** A mail without anything personal in it, once for each end. */
async function tellEnding(ctx: Context): Promise<void> {
  const today = todayOf(ctx);
  await ctx.house(async (tx: Tx) => {
    const by = addDays(today, toldDaysBefore);
    const owners = await takeEnding(tx, { today, by, days: toldDaysBefore, at: ctx.now() });
    for (const accountId of new Set(owners)) await mailPerson(ctx, tx, accountId, "access-ending");
  });
}
