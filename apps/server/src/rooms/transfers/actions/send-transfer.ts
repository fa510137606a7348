import { setImmediate } from "node:timers/promises";
import type { SendTransfer, Transfer } from "@locum-passport/contract";
import type { Context } from "../../../context.ts";
import { documentsForSending } from "../../documents/index.ts";
import { insertCopies, insertTransfer } from "../changes.store.ts";
import { presentTransfer, type TransferFacts } from "../transfers.present.ts";
import { seal } from "../transfers.seals.ts";
import { checkSending, groundsFor, sealAgreement } from "./agree.ts";
import { takeDraft } from "./drafts.ts";
import { type MadeCopies, makeCopies, type Placeless, prepareWithoutPlace } from "./make-copies.ts";

/** Of many papers the database writes the first half of the copies while the rest is sealed. */
const fewEnough = 20;

/**
 * Sends copies: permission, transfer, copies with their keys, entries on both chains, receipt and jobs in one transaction,
 * in which no bytes move. Killed at any point it is there whole or not at all.
 */
export async function sendTransfer(ctx: Context, input: SendTransfer): Promise<Transfer> {
  const placeless = input.removePlace ? await placelessOnce(ctx, input) : new Map();
  return ctx.transaction(async (tx) => {
    const [grounds, papers] = await Promise.all([
      groundsFor(ctx, tx, input.agencyId),
      documentsForSending(ctx, tx, input.documentIds),
    ]);
    const { accountId, sender, agency, notice, today, at } = grounds;
    checkSending(grounds, { ...input, papers });
    if (input.draftId !== undefined) await takeDraft(ctx, tx, input.draftId, agency.id);

    const [transferId, permissionId] = [ctx.newId(), ctx.newId()];
    const of = { accountId, transferId, agencyId: agency.id, permissionId, at };
    const words = {
      purposeText: input.purposeText?.toWellFormed() || null,
      note: input.note?.toWellFormed() || null,
      sender,
    };
    const terms = {
      purpose: input.purpose,
      onward: input.onward,
      mayDownload: input.mayDownload,
      endsOn: input.endsOn,
    };
    const made: Pick<MadeCopies, "agreed" | "read"> = { agreed: [], read: [] };
    const writing: Promise<void>[] = [];
    const sealedAtOnce = Math.max(fewEnough, Math.ceil(papers.length / 2));
    for (let from = 0; from < papers.length; from += sealedAtOnce) {
      const { rows, agreed, read } = await makeCopies(ctx, tx, grounds, {
        papers: papers.slice(from, from + sealedAtOnce),
        choices: input,
        placeless,
        endsOn: input.endsOn,
        firstN: from + 1,
        permissionId,
      });
      made.agreed.push(...agreed);
      made.read.push(...read);
      const written =
        from > 0
          ? insertCopies(tx, of, rows)
          : insertTransfer(tx, {
              ...of,
              ...terms,
              copies: rows,
              sealedOwner: seal("transfer", "owner", grounds.keys.owner, transferId, words),
              sealedAgency: seal("transfer", "agency", grounds.keys.agency, transferId, words),
            });
      // Heard below; a batch that cannot be sealed meanwhile is told first.
      written.catch(() => undefined);
      writing.push(written);
      await setImmediate();
    }
    const [receipt] = await Promise.all([
      sealAgreement(ctx, tx, grounds, {
        ...of,
        ...terms,
        kind: "sent",
        sentAt: at,
        agreedAt: at,
        words,
        agency: { id: agency.id, name: agency.name, companyNumber: agency.company_number },
        copies: made.agreed,
        notice,
        consent: input.consent,
      }),
      ...writing,
    ]);
    const facts: TransferFacts = {
      id: transferId,
      agency_id: agency.id,
      agency_name: agency.name,
      agency_state: agency.state,
      state: "active",
      purpose: input.purpose,
      onward: input.onward,
      may_download: input.mayDownload,
      sent_at: at,
      ends_on: input.endsOn,
      ended_at: null,
    };
    return presentTransfer({ facts, words, copies: made.read, receipts: [receipt], today });
  });
}

/** Looks whether the sending would go out before it opens and cleans anything. */
async function placelessOnce(ctx: Context, input: SendTransfer): Promise<Placeless> {
  await ctx.transaction(async (tx) => {
    const grounds = await groundsFor(ctx, tx, input.agencyId);
    const papers = await documentsForSending(ctx, tx, input.documentIds);
    checkSending(grounds, { ...input, papers });
  });
  return prepareWithoutPlace(ctx, input.documentIds);
}
