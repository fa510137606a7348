import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Invitation } from "@locum-passport/contract";
import { openJson, sealJson } from "@locum-passport/envelope";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { countCost, mailAddress, personName } from "../../accounts/index.ts";
import { append } from "../../audit/index.ts";
import { agencyIOwn, myAgency } from "../agencies.actor.ts";
import { invitationDays, type MemberRole } from "../agencies.model.ts";
import * as store from "../agencies.store.ts";
import * as members from "../members.store.ts";
import { readMyAgency } from "./list-agencies.ts";

type PresentedInvitation = z.output<typeof Invitation>;

const dayMs = 86_400_000;
const place = (id: string) => `invitations/${id}/email`;

/**
 * An owner invites somebody by e-mail. The link works once, for two weeks, for whoever holds it and is signed in. Mail to
 * strangers is kept to approved agencies, to so many in a day, and to so many to one address.
 */
export async function invite(ctx: Context, input: { email: string; role: MemberRole }): Promise<PresentedInvitation> {
  const agencyId = agencyIOwn(ctx);
  const { state } = await readMyAgency(ctx);
  if (state !== "approved") {
    refuse("agency-not-approved", { detail: "Colleagues can be invited while the agency is approved." });
  }
  const address = await emailDigest(ctx, input.email);
  await countCost(ctx, "invitations", "invitation", agencyId);
  await countCost(ctx, "mails", "invitation", address.toString("hex"));
  return ctx.transaction(async (tx) => {
    const agency = (await store.readAgency(tx, agencyId)) ?? refuse("not-found");
    const invitation = await makeInvitation(ctx, tx, { agencyId, askedBy: own(ctx), ...input });
    const by = await personName(ctx, tx, own(ctx));
    const label = { agency: agency.name, by, role: input.role };
    await append(ctx, tx, [
      { accountId: agencyId, act: "member-invited", object: { kind: "invitation", id: invitation.id }, label },
    ]);
    return invitation;
  });
}

/** Writes an invitation and its mail; the token itself stands in the mail alone. */
export async function makeInvitation(
  ctx: Context,
  tx: Tx,
  input: { agencyId: string; email: string; role: MemberRole; askedBy: string | null },
): Promise<PresentedInvitation> {
  const token = randomBytes(32).toString("base64url");
  const id = ctx.newId();
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + invitationDays * dayMs);
  const agencyKey = await ctx.ports.accountKeys.of(tx, input.agencyId);
  await members.insertInvitation(tx, {
    id,
    agencyId: input.agencyId,
    role: input.role,
    tokenHash: hashToken(token),
    emailDigest: await emailDigest(ctx, input.email),
    sealedEmail: sealJson(agencyKey, place(id), input.email),
    askedBy: input.askedBy,
    now,
    expiresAt,
  });
  await mailAddress(ctx, tx, input.email, "agency-invitation", {
    link: `${ctx.ports.settings.publicUrl}/invitation#${token}`,
  });
  return { id, email: input.email, role: input.role, expiresAt: expiresAt.toISOString() };
}

export async function listInvitations(ctx: Context): Promise<{ items: PresentedInvitation[] }> {
  const { id } = myAgency(ctx);
  return ctx.transaction(async (tx) => {
    const key = await ctx.ports.accountKeys.of(tx, id);
    const rows = await members.listInvitations(tx, id, ctx.now());
    return {
      items: rows.map((row) => ({
        id: row.id,
        email: String(openJson(key, place(row.id), row.sealed_email)),
        role: row.role,
        expiresAt: row.expires_at.toISOString(),
      })),
    };
  });
}

export async function withdrawInvitation(ctx: Context, id: string): Promise<void> {
  const agencyId = agencyIOwn(ctx);
  await ctx.transaction(async (tx) => {
    if (!(await members.deleteInvitation(tx, agencyId, id))) refuse("not-found");
    const agency = (await store.readAgency(tx, agencyId)) ?? refuse("not-found");
    const label = { agency: agency.name, by: await personName(ctx, tx, own(ctx)) };
    await append(ctx, tx, [
      { accountId: agencyId, act: "invitation-withdrawn", object: { kind: "invitation", id }, label },
    ]);
  });
}

/** Joins the agency of an invitation link. */
export async function acceptInvitation(ctx: Context, token: string): Promise<{ agencyId: string }> {
  const personId = own(ctx);
  const tokenHash = hashToken(token);
  const joined = await join(ctx, personId, { tokenHash });
  return {
    agencyId:
      joined ??
      (await alreadyIn(ctx, personId, tokenHash)) ??
      refuse("link-expired", {
        detail: "This invitation was used, withdrawn or has run out. Ask the agency for a new one.",
      }),
  };
}

/** Whoever was invited before they signed up is a member by the time they press the link. */
async function alreadyIn(ctx: Context, personId: string, tokenHash: Buffer): Promise<string | undefined> {
  return ctx.house(async (tx) => {
    const agencyId = await members.agencyInvitedTo(tx, tokenHash);
    return agencyId !== undefined && (await members.memberAgency(tx, personId)) === agencyId ? agencyId : undefined;
  });
}

/** From the first confirmed sign-in, a new person belongs to the agency that had invited their address. Staff never do. */
export async function claimInvitation(ctx: Context, person: { id: string; email: string }): Promise<void> {
  if (ctx.actor.kind === "staff") return;
  await join(ctx, person.id, { emailDigest: await emailDigest(ctx, person.email), personId: person.id });
}

/** The house's rights: an invited person is not a member yet, so the invitation is not theirs to read. */
async function join(
  ctx: Context,
  personId: string,
  by: { tokenHash: Buffer } | { emailDigest: Buffer; personId: string },
): Promise<string | undefined> {
  return ctx.house(async (tx) => {
    const invitation = await members.takeInvitation(tx, by, ctx.now());
    if (!invitation) return undefined;
    const agencyId = invitation.agency_id;
    if (await members.memberAgency(tx, personId)) {
      if ("emailDigest" in by) return undefined;
      refuse("already-a-member");
    }
    const agency = (await store.readAgency(tx, agencyId)) ?? refuse("not-found");
    await members.insertMember(tx, { agencyId, personId, role: invitation.role, at: ctx.now() });
    const person = await personName(ctx, tx, personId);
    const entry = {
      act: "member-joined" as const,
      object: { kind: "agency", id: agencyId },
      label: { agency: agency.name, person, role: invitation.role },
    };
    await append(
      ctx,
      tx,
      [agencyId, personId].map((accountId) => ({ ...entry, accountId })),
    );
    return agencyId;
  });
}

const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Tells the same address from another without keeping it in clear. */
async function emailDigest(ctx: Context, email: string): Promise<Buffer> {
  const secret = await ctx.ports.keys.deriveSecret("invited-addresses");
  return createHmac("sha256", secret).update(email.trim().toLowerCase()).digest();
}
