import type { AddCopies, Transfer } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { documentsForSending, removeUnheld } from "../../documents/index.ts";
import { insertCopies, insertPermission, sayEnded } from "../changes.store.ts";
import { presentTransfer } from "../transfers.present.ts";
import { receiptsOf } from "../transfers.store.ts";
import { checkSending, groundsFor, sealAgreement } from "./agree.ts";
import { makeCopies, prepareWithoutPlace } from "./make-copies.ts";
import { endCopies, type LockedTransfer, lockOwn } from "./own-transfer.ts";

type Added = z.output<typeof AddCopies>;

/**
 * Adds papers to a transfer under a new permission with its own receipt, until the transfer's last day. A paper that is
 * there already stands in place of its older copy, whose key is destroyed.
 */
export async function addCopies(ctx: Context, transferId: string, input: Added): Promise<Transfer> {
  const accountId = own(ctx);
  const placeless = input.removePlace ? await placelessOnce(ctx, transferId, input) : new Map();
  const { answer, contentIds } = await ctx.transaction(async (tx) => {
    const { transfer, grounds, papers } = await allowed(ctx, transferId, input, tx);
    const { row, words } = transfer;
    const { agency, notice, today, at } = grounds;
    const permissionId = ctx.newId();
    const of = { accountId, transferId, agencyId: agency.id, permissionId, at };
    const terms = { purpose: row.purpose, onward: row.onward, mayDownload: row.may_download, endsOn: row.ends_on };
    const made = await makeCopies(ctx, tx, grounds, {
      papers,
      choices: input,
      placeless,
      endsOn: row.ends_on,
      firstN: Math.max(0, ...transfer.copies.map(({ facts }) => facts.n)) + 1,
      permissionId,
    });
    const newOf = new Map(made.agreed.map((copy) => [copy.documentId, copy.id]));
    const older = transfer.copies.filter(({ facts }) => facts.replaced_by === null && newOf.has(facts.document_id));
    const replacedBy = new Map(older.map(({ facts }) => [facts.id, newOf.get(facts.document_id) ?? ""]));

    await insertPermission(tx, { ...of, ...terms, id: permissionId });
    const unheld = await endCopies(ctx, tx, { accountId, agencyId: agency.id }, older, replacedBy);
    if (unheld.length > 0) await sayEnded(tx, transferId);
    await insertCopies(tx, of, made.rows);
    const receipts = await receiptsOf(tx, "owner", accountId, [transferId]);
    const receipt = await sealAgreement(ctx, tx, grounds, {
      ...terms,
      kind: "copies-added",
      transferId,
      permissionId,
      sentAt: row.sent_at,
      agreedAt: at,
      words,
      agency: { id: agency.id, name: agency.name, companyNumber: agency.company_number },
      copies: made.agreed,
      notice,
      consent: input.consent,
    });
    const before = transfer.copies.map((copy) => {
      const replaced = replacedBy.get(copy.facts.id);
      return replaced === undefined ? copy : { ...copy, facts: { ...copy.facts, held: false, replaced_by: replaced } };
    });
    return {
      answer: presentTransfer({
        facts: row,
        words,
        copies: [...before, ...made.read],
        receipts: [...receipts, receipt],
        today,
      }),
      contentIds: unheld,
    };
  });
  await removeUnheld(ctx, contentIds);
  return answer;
}

async function allowed(ctx: Context, transferId: string, input: Added, tx: Tx) {
  const transfer: LockedTransfer = await lockOwn(ctx, tx, own(ctx), transferId);
  if (transfer.state !== "active") refuse("transfer-not-active");
  const grounds = await groundsFor(ctx, tx, transfer.row.agency_id);
  const papers = await documentsForSending(ctx, tx, input.documentIds);
  const { ends_on: endsOn, may_download: mayDownload } = transfer.row;
  checkSending(grounds, { papers, endsOn, mayDownload, consent: input.consent });
  return { transfer, grounds, papers };
}

/** Looks whether the papers may be added before it opens and cleans anything. */
async function placelessOnce(ctx: Context, transferId: string, input: Added) {
  await ctx.transaction((tx) => allowed(ctx, transferId, input, tx));
  return prepareWithoutPlace(ctx, input.documentIds);
}
