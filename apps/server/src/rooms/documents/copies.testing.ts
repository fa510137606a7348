import { sealJson } from "@locum-passport/envelope";
import { type Actor, nobody } from "../../context.ts";
import type { TestHouse } from "../../testing/house.ts";
import { createChain } from "../audit/index.ts";
import { copyKeys, documentsForSending } from "./actions/send-documents.ts";

export const locumActor = (personId: string): Actor => ({ ...nobody, kind: "locum", personId, secondFactor: true });

/** An approved agency with one member, and the member as an actor. */
export async function agencyWithMember(house: TestHouse, memberId: string): Promise<{ id: string; member: Actor }> {
  const ctx = house.service();
  const id = ctx.newId();
  await ctx.house((tx) => createChain(ctx, tx, { id, kind: "agency" }));
  const { admin } = house.database;
  await admin.query(
    "insert into app.agencies (id, name, state, asked_at) values ($1, 'Specimen Agency', 'approved', now())",
    [id],
  );
  await admin.query(
    "insert into app.members (agency_id, person_id, role, joined_at) values ($1, $2, 'member', now())",
    [id, memberId],
  );
  const member: Actor = {
    ...nobody,
    kind: "agency",
    personId: memberId,
    agency: { id, role: "member" },
    secondFactor: true,
  };
  return { id, member };
}

/** A copy of a paper as a sending makes it: a permission, a transfer, and the key wrapped again. The rest is bare. */
export async function sendCopy(
  house: TestHouse,
  of: { ownerId: string; documentId: string; agencyId: string; mayDownload?: boolean; endsOn?: string },
): Promise<{ copyId: string; permission: string; transferId: string }> {
  const ctx = house.contextFor(locumActor(of.ownerId));
  const [copyId, permission, transferId] = [ctx.newId(), ctx.newId(), ctx.newId()];
  const endsOn = of.endsOn ?? "2199-01-01";
  const { paper, wrapped } = await ctx.transaction(async (tx) => {
    const [first] = await documentsForSending(ctx, tx, [of.documentId]);
    if (!first) throw new Error("There is nothing to send");
    const keys = await copyKeys(ctx, tx, { agencyAccountId: of.agencyId });
    const rewrapped = keys.rewrapForCopy(first, copyId);
    keys.close();
    return { paper: first, wrapped: rewrapped };
  });
  const bare = sealJson(Buffer.alloc(32), "test", {});
  const { admin } = house.database;
  await admin.query(
    `insert into app.permissions (account_id, id, kind, recipient_id, purpose, may_download, given_at, ends_on)
     values ($1, $2, 'transfer', $3, 'carry-out-a-transfer', $4, now(), $5)`,
    [of.ownerId, permission, of.agencyId, of.mayDownload ?? true, endsOn],
  );
  await admin.query(
    `insert into app.transfers (account_id, id, agency_id, permission_id, state, purpose, onward, may_download, sent_at,
       ends_on, sealed_owner, sealed_agency) values ($1, $2, $3, $4, 'active', 'other', 'none', true, now(), $5, $6, $6)`,
    [of.ownerId, transferId, of.agencyId, permission, endsOn, bare],
  );
  await admin.query(
    `insert into app.copies (account_id, transfer_id, id, n, agency_id, permission_id, document_id, version, content_id,
       type, sensitivity, wrapped_key, sealed_owner, sealed_agency, ends_on, sent_at)
     values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, now())`,
    [
      of.ownerId,
      transferId,
      copyId,
      of.agencyId,
      permission,
      of.documentId,
      paper.version,
      paper.contentId,
      paper.type,
      paper.sensitivity,
      wrapped,
      bare,
      endsOn,
    ],
  );
  return { copyId, permission, transferId };
}
