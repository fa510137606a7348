import { type ReceiptTerms, signReceipt } from "@locum-passport/audit-log";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { JobPayload } from "../../../platform/jobs/jobs.ts";
import { myAgency } from "../../agencies/index.ts";
import { proveEntry } from "../../audit/index.ts";
import * as store from "../receipts.store.ts";
import { openReceiptText, type ReceiptText, type Side, seal } from "../transfers.seals.ts";

/** The signed receipt of a transfer, or a named one of them, for either of its parties. The newest when none is named. */
export async function readReceipt(ctx: Context, side: Side, transferId: string, receiptId?: string): Promise<string> {
  const receipts = await listReceipts(ctx, side, transferId);
  const row = receiptId === undefined ? receipts.at(-1) : receipts.find((one) => one.id === receiptId);
  return signedText(ctx, side, row ?? refuse("not-found"));
}

/** All of a transfer's receipts, oldest first, signed. */
export async function readReceipts(ctx: Context, side: Side, transferId: string): Promise<string[]> {
  const texts: string[] = [];
  for (const row of await listReceipts(ctx, side, transferId)) texts.push(await signedText(ctx, side, row));
  return texts;
}

const partyOf = (ctx: Context, side: Side): string => (side === "owner" ? own(ctx) : myAgency(ctx).id);

function listReceipts(ctx: Context, side: Side, transferId: string): Promise<store.ReceiptRow[]> {
  return ctx.transaction((tx) => store.findReceipts(tx, side, partyOf(ctx, side), transferId));
}

async function signedText(ctx: Context, side: Side, row: store.ReceiptRow): Promise<string> {
  const party = side === "owner" ? row.account_id : row.agency_id;
  const key = await ctx.transaction((tx) => ctx.ports.accountKeys.of(tx, party));
  const held = openReceiptText(side, key, row.id, row.sealed);
  return "jws" in held ? held.jws : sign(ctx, await readAsOwner(ctx, row.account_id, row.transfer_id, row.id));
}

/** The job after a sending: waits until its entry is in the tree, and signs. */
export async function signReceiptJob(ctx: Context, payload: JobPayload): Promise<void> {
  const [accountId, transferId] = [String(payload.accountId), String(payload.transferId)];
  const found = await findAsOwner(ctx, accountId, transferId, String(payload.receiptId));
  if (found) await sign(ctx, found);
}

interface OwnReceipt {
  row: store.ReceiptRow;
  text: ReceiptText;
}

/** With the house's rights: the proof is made from the sender's chain and kept for both parties, whoever asked first. */
async function sign(ctx: Context, { row, text }: OwnReceipt): Promise<string> {
  if ("jws" in text) return text.jws;
  const { account_id: accountId, transfer_id: transferId, id, agency_id: agencyId } = row;
  const { proof, checkpoint } = await proveEntry(ctx, accountId, row.entry_seq);
  const { signer, vkey } = ctx.ports.logSigner;
  // Signing refuses what does not have the fields of a receipt.
  const terms = text.terms as unknown as ReceiptTerms;
  const jws = signReceipt(signer, { ...terms, proof, checkpoint, vkey });
  const kept = await ctx.house(async (tx) => {
    await ctx.ports.accountKeys.read(tx, [accountId, agencyId]);
    const ownerKey = await ctx.ports.accountKeys.of(tx, accountId);
    const agencyKey = await ctx.ports.accountKeys.of(tx, agencyId);
    return store.keepSigned(tx, {
      accountId,
      transferId,
      id,
      sealedOwner: seal("receipt", "owner", ownerKey, id, { jws }),
      sealedAgency: seal("receipt", "agency", agencyKey, id, { jws }),
    });
  });
  if (kept) return jws;
  // Of two that signed at once the first one's was kept: both parties hold that one.
  const { text: first } = await readAsOwner(ctx, accountId, transferId, id);
  return "jws" in first ? first.jws : jws;
}

const readAsOwner = async (ctx: Context, accountId: string, transferId: string, id: string): Promise<OwnReceipt> =>
  (await findAsOwner(ctx, accountId, transferId, id)) ?? refuse("not-found");

async function findAsOwner(
  ctx: Context,
  accountId: string,
  transferId: string,
  id: string,
): Promise<OwnReceipt | undefined> {
  return ctx.house(async (tx) => {
    const rows = await store.findReceipts(tx, "owner", accountId, transferId);
    const row = rows.find((one) => one.id === id);
    if (!row) return undefined;
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    return { row, text: openReceiptText("owner", key, id, row.sealed) };
  });
}
