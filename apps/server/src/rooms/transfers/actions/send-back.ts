import type { ReceivedTransfer, SendBack } from "@locum-passport/contract";
import type { z } from "zod";
import type { Context } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { mailPerson } from "../../accounts/index.ts";
import { myAgency } from "../../agencies/index.ts";
import { append } from "../../audit/index.ts";
import { setSentBack } from "../changes.store.ts";
import { sendBackWords } from "../transfers.model.ts";
import { seal } from "../transfers.seals.ts";
import { shareTransfer } from "../transfers.store.ts";
import { readOneReceived } from "./read-received.ts";
import { entriesOnBoth, findReceived } from "./received-transfer.ts";

/** Says what is wrong with a copy. The sender sees reason and message, and is mailed that there is one. */
export async function sendBack(
  ctx: Context,
  { transferId, copyId }: { transferId: string; copyId: string },
  input: z.output<typeof SendBack>,
): Promise<ReceivedTransfer> {
  const { id: agencyId } = myAgency(ctx);
  return ctx.transaction(async (tx) => {
    await shareTransfer(tx, agencyId, transferId);
    const received = await findReceived(ctx, tx, transferId);
    const { row } = received;
    const copy = received.copies.find(({ facts }) => facts.id === copyId) ?? refuse("not-found");
    if (!received.live.includes(copy)) {
      refuse("transfer-not-active", {
        detail: "The access to this copy has ended, so it cannot be sent back any more.",
      });
    }
    const words = { reason: input.reason, message: input.message.toWellFormed() };
    const ownerKey = await ctx.ports.accountKeys.of(tx, row.account_id);
    const agencyKey = await ctx.ports.accountKeys.of(tx, agencyId);
    await setSentBack(tx, {
      agencyId,
      copyId,
      at: ctx.now(),
      forOwner: seal("sentBack", "owner", ownerKey, copyId, words),
      forAgency: seal("sentBack", "agency", agencyKey, copyId, words),
    });
    await mailPerson(ctx, tx, row.account_id, "copy-sent-back");
    const after = await readOneReceived(ctx, tx, agencyId, transferId);
    const object = { kind: "copy", id: copyId, type: copy.facts.type };
    const label = { title: copy.words.title, reason: sendBackWords[input.reason] ?? input.reason };
    await append(ctx, tx, entriesOnBoth(received, "copy-sent-back", object, label));
    return after;
  });
}
