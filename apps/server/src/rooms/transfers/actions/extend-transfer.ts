import { londonDay } from "@locum-passport/compliance";
import type { ExtendTransfer, Transfer } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { longDay } from "../../audit/index.ts";
import { endPermissions, extendCopies, insertPermission } from "../changes.store.ts";
import { copyEndsOn } from "../transfers.model.ts";
import { presentTransfer } from "../transfers.present.ts";
import { receiptsOf } from "../transfers.store.ts";
import { checkSending, groundsFor, refuseBy, sealAgreement } from "./agree.ts";
import { liveCopies, lockOwn } from "./own-transfer.ts";

const sentOn = (instant: Date): string => londonDay(instant.getTime());

/**
 * Gives the agency longer: a new permission with its receipt takes over the copies that it can still open. A copy that has
 * ended stays ended; criminal-record copies end six months after they were sent, whatever is agreed later (DBS code of
 * practice: certificate information is kept no longer than that).
 */
export async function extendTransfer(
  ctx: Context,
  transferId: string,
  input: z.output<typeof ExtendTransfer>,
): Promise<Transfer> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const transfer = await lockOwn(ctx, tx, accountId, transferId);
    const { row, words } = transfer;
    if (transfer.state !== "active") refuse("transfer-not-active");
    const grounds = await groundsFor(ctx, tx, row.agency_id);
    const { agency, notice, today, at } = grounds;
    const live = liveCopies(transfer, today);
    if (live.length === 0) refuse("transfer-not-active");
    checkSending(grounds, {
      papers: live.map(({ facts, words: { title } }) => ({
        title,
        type: facts.type,
        sensitivity: facts.sensitivity,
        pictures: "ready",
      })),
      endsOn: input.endsOn,
      mayDownload: row.may_download,
      consent: input.consent,
    });
    if (input.endsOn < row.ends_on) {
      const message = `Choose ${longDay(row.ends_on)} or a later day. To end sooner, stop the transfer`;
      refuseBy({ code: "bad-input", errors: [{ field: "endsOn", message }] });
    }
    const permissionId = ctx.newId();
    const of = { accountId, transferId, permissionId, endsOn: input.endsOn };
    const extended = live.map((copy) => ({
      ...copy,
      facts: {
        ...copy.facts,
        permission_id: permissionId,
        ends_on: copyEndsOn(copy.facts.sensitivity, input.endsOn, sentOn(copy.facts.sent_at)),
      },
    }));
    const terms = { purpose: row.purpose, onward: row.onward, mayDownload: row.may_download, endsOn: input.endsOn };
    await insertPermission(tx, { ...of, ...terms, id: permissionId, agencyId: agency.id, at });
    await endPermissions(tx, { accountId, transferId, at, but: permissionId });
    await extendCopies(
      tx,
      of,
      extended.map(({ facts }) => ({ id: facts.id, ends_on: facts.ends_on })),
    );
    const receipts = await receiptsOf(tx, "owner", accountId, [transferId]);
    const receipt = await sealAgreement(ctx, tx, grounds, {
      ...terms,
      kind: "extended",
      transferId,
      permissionId,
      sentAt: row.sent_at,
      agreedAt: at,
      words,
      agency: { id: agency.id, name: agency.name, companyNumber: agency.company_number },
      copies: extended.map(({ facts, words: copyWords }) => ({
        id: facts.id,
        documentId: facts.document_id,
        version: facts.version,
        type: facts.type,
        sensitivity: facts.sensitivity,
        endsOn: facts.ends_on,
        placeRemoved: facts.place_removed,
        words: copyWords,
      })),
      notice,
      consent: input.consent,
    });
    const byId = new Map(extended.map((copy) => [copy.facts.id, copy]));
    return presentTransfer({
      facts: { ...row, ends_on: input.endsOn },
      words,
      copies: transfer.copies.map((copy) => byId.get(copy.facts.id) ?? copy),
      receipts: [...receipts, receipt],
      today,
    });
  });
}
