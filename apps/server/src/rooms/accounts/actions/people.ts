import type { Profile } from "@locum-passport/contract";
import { openJson, sealJson } from "@locum-passport/envelope";
import { z } from "zod";
import type { Context } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { normalEmail } from "../../../platform/sign-in/users.ts";
import * as store from "../accounts.store.ts";
import { emptyProfile } from "../profiles.model.ts";
import { openProfile } from "./profile.ts";

const namePlace = (id: string) => `people/${id}/sealed_name`;

export async function sealName(ctx: Context, tx: Tx, id: string, name: string): Promise<Buffer> {
  return sealJson(await ctx.ports.accountKeys.of(tx, id), namePlace(id), name);
}

/** The name as typed at sign-up; "Somebody" for whom the one who asks may not see. */
export async function personName(ctx: Context, tx: Tx, id: string): Promise<string> {
  const person = await store.findPerson(tx, id);
  if (!person) return "Somebody";
  return openName(await ctx.ports.accountKeys.of(tx, id), id, person.sealed_name);
}

const openName = (key: Buffer, id: string, sealed: Buffer): string =>
  z.string().parse(openJson(key, namePlace(id), sealed));

/** The address a person signs in with; empty for one who is gone. */
export async function emailOf(ctx: Context, id: string): Promise<string> {
  return (await ctx.ports.signIn.users.byId(id))?.email ?? "";
}

/** Keyed digest of an address, to find it again without keeping it. */
export const emailDigest = (ctx: Context, email: string): Buffer =>
  ctx.ports.signIn.digest("email", normalEmail(email));

export async function hasSecondFactor(ctx: Context, id: string): Promise<boolean> {
  return (await ctx.ports.signIn.secondFactors.having([id])).has(id);
}

/** Whoever sends: until when this account sends nothing, because its second factor was replaced (null when it may), and what
 * it says of the person. */
export async function sendingPerson(
  ctx: Context,
  tx: Tx,
  id: string,
): Promise<{ frozenUntil: Date | null; name: string; profile: Profile }> {
  const person = await store.findSendingPerson(tx, id);
  if (!person) throw new Error("Only a person sends");
  const key = await ctx.ports.accountKeys.of(tx, id);
  const until = person.sending_frozen_until;
  return {
    frozenUntil: until !== null && until > ctx.now() ? until : null,
    name: openName(key, id, person.sealed_name),
    profile: person.sealed_profile === null ? emptyProfile : openProfile(key, id, person.sealed_profile),
  };
}

/** Signs a person out everywhere, at once. */
export async function endSessions(ctx: Context, id: string): Promise<void> {
  await ctx.ports.signIn.sessions.endAll(id);
}
