import { issuedOn } from "@locum-passport/compliance";
import type { ReceivedTransfer } from "@locum-passport/contract";
import { type Context, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { myAgency } from "../../agencies/index.ts";
import { append } from "../../audit/index.ts";
import { clearOriginalSeen, setOriginalSeen } from "../changes.store.ts";
import { seenObjection } from "../transfers.model.ts";
import { seal } from "../transfers.seals.ts";
import { shareTransfer } from "../transfers.store.ts";
import { refuseBy } from "./agree.ts";
import { readOneReceived } from "./read-received.ts";
import { entriesOnBoth, findReceived } from "./received-transfer.ts";

/**
 * A member says that they saw the original of a copy in person on a day; null takes that back. Both timelines name who
 * says so. It is that person's word for this agency: nothing else here ever says that an original was seen.
 */
export async function seeOriginal(
  ctx: Context,
  { transferId, copyId }: { transferId: string; copyId: string },
  on: string | null,
): Promise<ReceivedTransfer> {
  const { id: agencyId } = myAgency(ctx);
  return ctx.transaction(async (tx) => {
    await shareTransfer(tx, agencyId, transferId);
    const received = await findReceived(ctx, tx, transferId);
    const { row, by } = received;
    const copy = received.copies.find(({ facts }) => facts.id === copyId) ?? refuse("not-found");
    const { facts, words, originalSeen } = copy;
    if (on === null) {
      const paper = { accountId: row.account_id, documentId: facts.document_id, version: facts.version };
      if (!(await clearOriginalSeen(tx, { agencyId, ...paper }))) return readOneReceived(ctx, tx, agencyId, transferId);
    } else {
      if (on === originalSeen?.on && by === originalSeen.by) return readOneReceived(ctx, tx, agencyId, transferId);
      if (!received.live.includes(copy)) {
        refuse("transfer-not-active", {
          detail: "The access to this copy has ended, so nothing can be recorded about it any more.",
        });
      }
      const objection = seenObjection(on, { today: todayOf(ctx), issuedOn: issuedOn(facts.type, words.details) });
      if (objection) refuseBy(objection);
      await setOriginalSeen(tx, { agencyId, copyId, seen: await sealed(on) });
    }
    const after = await readOneReceived(ctx, tx, agencyId, transferId);
    const object = { kind: "copy", id: copyId, type: facts.type };
    const label = { title: words.title, ...(on === null ? {} : { on }) };
    await append(ctx, tx, entriesOnBoth(received, "original-seen", object, label));
    return after;

    async function sealed(day: string) {
      const ownerKey = await ctx.ports.accountKeys.of(tx, row.account_id);
      const agencyKey = await ctx.ports.accountKeys.of(tx, agencyId);
      return {
        on: day,
        forOwner: seal("originalSeen", "owner", ownerKey, copyId, { by }),
        forAgency: seal("originalSeen", "agency", agencyKey, copyId, { by }),
      };
    }
  });
}
