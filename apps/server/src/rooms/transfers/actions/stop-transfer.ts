import type { StoppedTransfer } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own, todayOf } from "../../../context.ts";
import { append } from "../../audit/index.ts";
import { removeUnheld } from "../../documents/index.ts";
import { endPermissions, setEnded } from "../changes.store.ts";
import { presentTransfer } from "../transfers.present.ts";
import { type ReceiptFacts, receiptsOf } from "../transfers.store.ts";
import { endCopies, type LockedTransfer, lockOwn } from "./own-transfer.ts";

type Stopped = z.output<typeof StoppedTransfer>;

/**
 * Ends an agency's access now. Copies it already opened or downloaded may remain with it: the answer names them, so that
 * the locum can ask for them. A second stop, or one after the end, changes nothing and answers the same.
 */
export async function stopTransfer(ctx: Context, transferId: string): Promise<Stopped> {
  const accountId = own(ctx);
  const { answer, contentIds } = await ctx.transaction(async (tx) => {
    const transfer = await lockOwn(ctx, tx, accountId, transferId);
    const receipts = await receiptsOf(tx, "owner", accountId, [transferId]);
    const today = todayOf(ctx);
    if (transfer.state !== "active") return { answer: told(transfer, receipts, today), contentIds: [] };

    const { row, copies, words } = transfer;
    const at = ctx.now();
    await endPermissions(tx, { accountId, transferId, at });
    const unheld = await endCopies(ctx, tx, { accountId, agencyId: row.agency_id }, copies);
    await setEnded(tx, { accountId, transferId, state: "stopped", at });
    await ctx.ports.jobs.add(tx, "tell-agency-stopped", { agencyId: row.agency_id });
    const entry = {
      act: "transfer-stopped",
      object: { kind: "transfer", id: transferId },
      permission: row.permission_id,
      purpose: "carry-out-a-transfer",
    } as const;
    const seen = seenCopies(transfer);
    const label = {
      agency: row.agency_name,
      count: copies.length,
      opened: seen.opened.length,
      downloaded: seen.downloaded.length,
    };
    await append(ctx, tx, [
      { ...entry, accountId, label },
      { ...entry, accountId: row.agency_id, label: { ...label, sender: words.sender.name } },
    ]);
    const stopped = { ...transfer, row: { ...row, state: "stopped" as const, ended_at: at } };
    return { answer: told(stopped, receipts, today), contentIds: unheld };
  });
  await removeUnheld(ctx, contentIds);
  return answer;
}

function seenCopies({ copies }: LockedTransfer): Pick<Stopped, "opened" | "downloaded"> {
  return {
    opened: copies.filter(({ facts }) => facts.opened_at !== null).map(({ facts }) => facts.id),
    downloaded: copies.filter(({ facts }) => facts.downloaded_at !== null).map(({ facts }) => facts.id),
  };
}

function told(transfer: LockedTransfer, receipts: readonly ReceiptFacts[], today: string): Stopped {
  const { row, words, copies } = transfer;
  return { ...presentTransfer({ facts: row, words, copies, receipts, today }), ...seenCopies(transfer) };
}
