import type { Member } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { emailOf, endSessions, hasSecondFactor, personName } from "../../accounts/index.ts";
import { append } from "../../audit/index.ts";
import { agencyIOwn, myAgency } from "../agencies.actor.ts";
import type { MemberRole } from "../agencies.model.ts";
import * as store from "../agencies.store.ts";
import * as members from "../members.store.ts";

export async function listMembers(ctx: Context): Promise<{ items: z.output<typeof Member>[] }> {
  const { id } = myAgency(ctx);
  const named = await ctx.transaction(async (tx) => {
    const rows = await members.listMembers(tx, id);
    return Promise.all(rows.map(async (row) => ({ row, name: await personName(ctx, tx, row.person_id) })));
  });
  const items = await Promise.all(
    named.map(async ({ row, name }) => ({
      id: row.person_id,
      name,
      email: await emailOf(ctx, row.person_id),
      role: row.role,
      joinedAt: row.joined_at.toISOString(),
      secondFactor: await hasSecondFactor(ctx, row.person_id),
    })),
  );
  return { items };
}

/** Ends a membership. That person's sessions are over, and running streams cut, before the answer. */
export async function removeMember(ctx: Context, personId: string): Promise<void> {
  const agencyId = agencyIOwn(ctx);
  await ctx.transaction(async (tx) => {
    const all = await members.lockMembers(tx, agencyId);
    if (!all.some((member) => member.person_id === personId)) refuse("not-found");
    if (!all.some((member) => member.role === "owner" && member.person_id !== personId)) refuse("last-owner");
    const agency = (await store.readAgency(tx, agencyId)) ?? refuse("not-found");
    await members.removeMember(tx, agencyId, personId, ctx.now());
    await store.announceEnd(tx, agencyId);
    const person = await personName(ctx, tx, personId);
    const by = await personName(ctx, tx, own(ctx));
    const entry = {
      act: "member-removed" as const,
      object: { kind: "agency", id: agencyId },
      label: { agency: agency.name, person, by },
    };
    await append(
      ctx,
      tx,
      [agencyId, personId].map((accountId) => ({ ...entry, accountId })),
    );
  });
  await endSessions(ctx, personId);
}

/** Makes a member an owner, or an owner a member. An agency keeps at least one owner. */
export async function changeRole(ctx: Context, personId: string, role: MemberRole): Promise<void> {
  const agencyId = agencyIOwn(ctx);
  await ctx.transaction(async (tx) => {
    const all = await members.lockMembers(tx, agencyId);
    const member = all.find((one) => one.person_id === personId) ?? refuse("not-found");
    if (member.role === role) return;
    if (role === "member" && !all.some((one) => one.role === "owner" && one.person_id !== personId))
      refuse("last-owner");
    const agency = (await store.readAgency(tx, agencyId)) ?? refuse("not-found");
    await members.setRole(tx, agencyId, personId, role);
    const person = await personName(ctx, tx, personId);
    const by = await personName(ctx, tx, own(ctx));
    const entry = {
      act: "member-promoted" as const,
      object: { kind: "agency", id: agencyId },
      label: { agency: agency.name, person, by, role: role === "owner" ? "an owner" : "a member" },
    };
    await append(
      ctx,
      tx,
      [agencyId, personId].map((accountId) => ({ ...entry, accountId })),
    );
  });
}
