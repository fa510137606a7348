import { setImmediate } from "node:timers/promises";
import { receiptTermsDigest } from "@locum-passport/audit-log";
import { londonDay } from "@locum-passport/compliance";
import type { Terms } from "@locum-passport/contract";
import { type Context, own, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { currentTerms, sendingPerson } from "../../accounts/index.ts";
import { type AgencyRow, shareAgency } from "../../agencies/index.ts";
import { append, longDay } from "../../audit/index.ts";
import { insertReceipt } from "../changes.store.ts";
import { type Objection, objectionTo, type SendingFacts } from "../transfers.model.ts";
import { type Agreed, receiptTerms } from "../transfers.receipt.ts";
import { type Side, seal, type TransferWords } from "../transfers.seals.ts";

export function refuseBy(objection: Objection): never {
  const { code, ...words } = objection;
  refuse(code, words);
}

/** To whom, under which notice: read at the start of whatever the sender agrees to. */
export interface Grounds {
  accountId: string;
  /** As the agency will see the sender. The legal name where there is one, else the name of the account. */
  sender: TransferWords["sender"];
  agency: AgencyRow;
  notice: Terms;
  agencyTermsVersion: string;
  /** Both parties' account keys, read once. */
  keys: Record<Side, Buffer>;
  today: string;
  at: Date;
}

/** The agency FOR SHARE, so that it stays approved until this has committed; a frozen sender sends nothing. */
export async function groundsFor(ctx: Context, tx: Tx, agencyId: string): Promise<Grounds> {
  const accountId = own(ctx);
  const [, person, agency] = await Promise.all([
    ctx.ports.accountKeys.read(tx, [accountId, agencyId]),
    sendingPerson(ctx, tx, accountId),
    shareAgency(tx, agencyId),
  ]);
  const { frozenUntil, name, profile } = person;
  if (frozenUntil) {
    refuse("sending-frozen", {
      detail: `The second factor of this account was replaced. Sending opens again on ${longDay(londonDay(frozenUntil.getTime()))}.`,
    });
  }
  if (!agency) refuse("not-found");
  const { transferNotice: notice, agencyTerms } = currentTerms(ctx);
  const keys = {
    owner: await ctx.ports.accountKeys.of(tx, accountId),
    agency: await ctx.ports.accountKeys.of(tx, agencyId),
  };
  const sender = {
    name: profile.legalName ?? name,
    profession: profile.profession,
    registrationNumber: profile.registrationNumber,
  };
  const facts = { accountId, sender, agency, notice, agencyTermsVersion: agencyTerms.version };
  return { ...facts, keys, today: todayOf(ctx), at: ctx.now() };
}

/** Every rule of a sending; refuses with the first that is not kept. */
export function checkSending(
  { agency, notice, agencyTermsVersion, today }: Grounds,
  wish: Pick<SendingFacts, "papers" | "endsOn" | "mayDownload" | "consent">,
): void {
  const objection = objectionTo({
    ...wish,
    today,
    agency: {
      name: agency.name,
      state: agency.state,
      termsVersion: agency.terms_version,
      mayHoldCriminalRecords: agency.may_hold_criminal_records,
    },
    noticeVersion: notice.version,
    agencyTermsVersion,
  });
  if (objection) refuseBy(objection);
}

const actOf = { sent: "transfer-sent", extended: "transfer-extended", "copies-added": "copies-added" } as const;

/**
 * The end of every agreement: the entries on both chains, of which the sender's fixes the receipt's terms, then the
 * receipt, whose proof is made after commit. Last in its transaction.
 */
export async function sealAgreement(
  ctx: Context,
  tx: Tx,
  { accountId, keys }: Grounds,
  agreed: Omit<Agreed, "id">,
): Promise<{ transfer_id: string; id: string; kind: Agreed["kind"]; at: Date }> {
  const id = ctx.newId();
  const { transferId, kind, agreedAt: at, agency } = agreed;
  const terms = receiptTerms({ ...agreed, id });
  const entry = {
    act: actOf[kind],
    object: { kind: "transfer", id: transferId },
    permission: agreed.permissionId,
    purpose: "carry-out-a-transfer",
  } as const;
  const label = { agency: agency.name, count: agreed.copies.length, endsOn: agreed.endsOn };
  const text = { terms: { ...terms } };
  const [, [written], sealed] = await Promise.all([
    ctx.ports.jobs.add(tx, "after-agreement", { accountId, transferId, receiptId: id, agencyId: agency.id, kind }),
    append(ctx, tx, [
      { ...entry, accountId, label: { ...label, terms: receiptTermsDigest(terms) } },
      { ...entry, accountId: agency.id, label: { ...label, sender: agreed.words.sender.name } },
    ]),
    // Sealed while the database works.
    setImmediate().then(() => ({
      sealedOwner: seal("receipt", "owner", keys.owner, id, text),
      sealedAgency: seal("receipt", "agency", keys.agency, id, text),
    })),
  ]);
  if (!written) throw new Error("The entry was not written");
  await insertReceipt(tx, {
    ...{ accountId, transferId, id, agencyId: agency.id, kind, at },
    seq: written.seq,
    ...sealed,
  });
  return { transfer_id: transferId, id, kind, at };
}
