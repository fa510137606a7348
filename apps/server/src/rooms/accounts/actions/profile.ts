import { Profile, type ProfileChange } from "@locum-passport/contract";
import { openJson, sealJson } from "@locum-passport/envelope";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import * as store from "../accounts.store.ts";
import { tidyName } from "../names.model.ts";
import { changedWords, emptyProfile } from "../profiles.model.ts";

const place = (id: string) => `profiles/${id}/sealed`;

/** What a person typed about themselves; all of it may be missing. */
export async function profileOf(ctx: Context, tx: Tx, id: string): Promise<Profile> {
  const sealed = await store.findProfile(tx, id);
  return sealed === undefined ? emptyProfile : open(ctx, tx, id, sealed);
}

export const readProfile = (ctx: Context): Promise<Profile> => ctx.transaction((tx) => profileOf(ctx, tx, own(ctx)));

/** Changes what is named and leaves the rest. A change to what stands there already writes nothing. */
export async function changeProfile(ctx: Context, change: z.output<typeof ProfileChange>): Promise<Profile> {
  const id = own(ctx);
  return ctx.transaction(async (tx) => {
    const key = await ctx.ports.accountKeys.of(tx, id);
    const empty = sealJson(key, place(id), emptyProfile);
    const before = await open(ctx, tx, id, await store.lockProfile(tx, id, empty, ctx.now()));
    const after = tidied({ ...before, ...defined(change) });
    const title = changedWords(before, after);
    if (title === undefined) return before;
    await store.saveProfile(tx, id, sealJson(key, place(id), after), ctx.now());
    await append(ctx, tx, [profileEntry(id, title)]);
    return after;
  });
}

/** The profession alone, in the caller's transaction: the entry to append, or undefined when it stands there already. */
export async function setProfession(
  ctx: Context,
  tx: Tx,
  id: string,
  profession: Profile["profession"],
): Promise<NewEntry | undefined> {
  const key = await ctx.ports.accountKeys.of(tx, id);
  const empty = sealJson(key, place(id), emptyProfile);
  const before = await open(ctx, tx, id, await store.lockProfile(tx, id, empty, ctx.now()));
  if (before.profession === profession) return undefined;
  await store.saveProfile(tx, id, sealJson(key, place(id), { ...before, profession }), ctx.now());
  return profileEntry(id, "profession");
}

const profileEntry = (id: string, title: string): NewEntry => ({
  accountId: id,
  act: "profile-changed",
  object: { kind: "profile", id },
  label: { title },
});

async function open(ctx: Context, tx: Tx, id: string, sealed: Buffer): Promise<Profile> {
  return openProfile(await ctx.ports.accountKeys.of(tx, id), id, sealed);
}

export const openProfile = (key: Buffer, id: string, sealed: Buffer): Profile =>
  Profile.parse(openJson(key, place(id), sealed));

function defined(change: z.output<typeof ProfileChange>): Partial<Profile> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function tidied(profile: Profile): Profile {
  return {
    ...profile,
    legalName: profile.legalName === null ? null : tidyName(profile.legalName) || null,
    formerNames: profile.formerNames.map(tidyName).filter((name) => name !== ""),
    registrationNumber: profile.registrationNumber === null ? null : tidyName(profile.registrationNumber) || null,
  };
}
