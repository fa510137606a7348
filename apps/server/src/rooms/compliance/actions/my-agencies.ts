import { starterProfile } from "@locum-passport/compliance";
import type { AddMyAgency, ChangeMyAgency, MyAgency, SeenChanges } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import { type Tx, UniqueViolation } from "../../../platform/postgres/database.ts";
import { tidyName } from "../../accounts/index.ts";
import { append, type NewEntry } from "../../audit/index.ts";
import { latestAgencyProfile } from "../agency-profiles.store.ts";
import { type AgencyWords, openAgencyWords, sealAgencyWords } from "../compliance.seals.ts";
import * as store from "../my-agencies.store.ts";
import { type MyAgencyEntry, myAgencyEntries } from "./askings.ts";
import { type OwnPassport, passportOf } from "./passport.ts";
import { profileChangesFor } from "./profile-changes.ts";

const mostAgencies = 100;

export function listMyAgencies(ctx: Context): Promise<{ items: MyAgency[] }> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const passport = await passportOf(ctx, tx, accountId);
    const entries = await myAgencyEntries(ctx, tx, accountId, passport.facts);
    const items: MyAgency[] = [];
    for (const entry of entries) items.push(await present(tx, entry, passport, todayOf(ctx)));
    return { items };
  });
}

/** One that is here, or one only I know of: private, for readiness and packs. */
export async function addMyAgency(ctx: Context, input: z.output<typeof AddMyAgency>): Promise<MyAgency> {
  const accountId = own(ctx);
  const id = ctx.newId();
  return onceEach(() =>
    ctx.transaction(async (tx) => {
      if ((await store.listMine(tx, accountId)).length >= mostAgencies) {
        refuse("bad-input", {
          errors: [{ field: "", message: `Keep ${mostAgencies} agencies at most. Remove one first` }],
        });
      }
      const here =
        "agencyId" in input ? ((await store.approvedAgency(tx, input.agencyId)) ?? refuse("not-found")) : null;
      const words = "agencyId" in input ? wordsOf({ name: here?.name ?? "" }) : wordsOf(input);
      const key = await ctx.ports.accountKeys.of(tx, accountId);
      const seenVersion = here ? ((await latestAgencyProfile(tx, here.id))?.version ?? 0) : 0;
      const sealed = sealAgencyWords(key, id, words);
      await store.insertMine(tx, { accountId, id, agencyId: here?.id ?? null, sealed, at: ctx.now(), seenVersion });
      const after = await presentOne(ctx, tx, accountId, id);
      await append(ctx, tx, [entryOf(accountId, "my-agency-added", id, words.name)]);
      return after;
    }),
  );
}

/** Changes what is named. `agencyId` says that a private entry is an agency that has joined since. */
export async function changeMyAgency(
  ctx: Context,
  id: string,
  { agencyId, ...change }: z.output<typeof ChangeMyAgency>,
): Promise<MyAgency> {
  const accountId = own(ctx);
  return onceEach(() =>
    ctx.transaction(async (tx) => {
      const row = (await store.lockMine(tx, accountId, id)) ?? refuse("not-found");
      const here = agencyId === undefined ? null : ((await store.approvedAgency(tx, agencyId)) ?? refuse("not-found"));
      if (here && row.agency_id !== null && row.agency_id !== here.id) {
        refuse("conflict", { detail: "This entry belongs to an agency already. Remove it, and add the other one." });
      }
      const key = await ctx.ports.accountKeys.of(tx, accountId);
      const before = openAgencyWords(key, id, row.sealed);
      const words = wordsOf({ ...changed(before, change), ...(here ? { name: here.name } : {}) });
      const seenVersion = here ? ((await latestAgencyProfile(tx, here.id))?.version ?? 0) : row.seen_version;
      const sealed = sealAgencyWords(key, id, words);
      await store.updateMine(tx, accountId, { id, agencyId: here?.id ?? row.agency_id, sealed, seenVersion });
      const after = await presentOne(ctx, tx, accountId, id);
      await append(ctx, tx, [entryOf(accountId, "my-agency-changed", id, words.name)]);
      return after;
    }),
  );
}

/** Takes it off my list, and what was prepared for it. Copies that were sent are not touched: a transfer is stopped by itself. */
export function removeMyAgency(ctx: Context, id: string): Promise<void> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const row = (await store.lockMine(tx, accountId, id)) ?? refuse("not-found");
    const key = await ctx.ports.accountKeys.of(tx, accountId);
    const { name } = openAgencyWords(key, id, row.sealed);
    await store.deleteMine(tx, accountId, id);
    await append(ctx, tx, [entryOf(accountId, "my-agency-removed", id, row.agency_name ?? name)]);
  });
}

/** I have read what changed in the agency's profile, up to the version that was shown: what was saved meanwhile is still told. */
export function seeProfileChanges(ctx: Context, id: string, { to }: z.output<typeof SeenChanges>): Promise<MyAgency> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const row = (await store.lockMine(tx, accountId, id)) ?? refuse("not-found");
    const latest = row.agency_id === null ? undefined : await latestAgencyProfile(tx, row.agency_id);
    const shown = to === undefined ? latest?.version : Number(/^version (\d{1,9})$/.exec(to)?.[1]);
    if (shown !== undefined && !(shown <= (latest?.version ?? 0))) {
      refuse("bad-input", { errors: [{ field: "to", message: "Give `to` of the changes that were shown" }] });
    }
    if (shown !== undefined && shown > row.seen_version) {
      const { agency_id: agencyId, sealed } = row;
      await store.updateMine(tx, accountId, { id, agencyId, sealed, seenVersion: shown });
    }
    return presentOne(ctx, tx, accountId, id);
  });
}

export async function presentOne(ctx: Context, tx: Tx, accountId: string, id: string): Promise<MyAgency> {
  const passport = await passportOf(ctx, tx, accountId);
  const entries = await myAgencyEntries(ctx, tx, accountId, passport.facts);
  const entry = entries.find(({ myAgencyId }) => myAgencyId === id) ?? refuse("not-found");
  return present(tx, entry, passport, todayOf(ctx));
}

async function present(tx: Tx, entry: MyAgencyEntry, passport: OwnPassport, today: string): Promise<MyAgency> {
  const { row, words, judged, name } = entry;
  return {
    id: row.id,
    agencyId: row.agency_id,
    name,
    website: row.agency_website ?? words.website,
    complianceEmail: words.complianceEmail,
    state: stateOf(row.agency_state),
    mayHoldCriminalRecords: row.agency_state === "approved" ? row.agency_may_hold : null,
    profile: judged.ref,
    addedAt: row.added_at.toISOString(),
    invitedAt: row.invited_at?.toISOString() ?? null,
    changes: await profileChangesFor(tx, entry, passport, today),
  };
}

function stateOf(state: string | null): MyAgency["state"] {
  return state === "approved" || state === "suspended" || state === "waiting" ? state : "not-here";
}

export const entryOf = (
  accountId: string,
  act: Extract<NewEntry["act"], `my-agency-${string}` | "agency-invited-here">,
  id: string,
  name: string,
): NewEntry => ({ accountId, act, object: { kind: "my-agency", id }, label: { agency: name } });

type Typed = { [K in keyof AgencyWords]?: AgencyWords[K] | undefined };

/** What is named replaces, the rest stays. */
function changed(before: AgencyWords, { name, website, complianceEmail, profileId }: Typed): AgencyWords {
  return {
    name: name ?? before.name,
    website: website === undefined ? before.website : website,
    complianceEmail: complianceEmail === undefined ? before.complianceEmail : complianceEmail,
    profileId: profileId === undefined ? before.profileId : profileId,
  };
}

function wordsOf({ name: given = "", website = null, complianceEmail = null, profileId = null }: Typed): AgencyWords {
  const name = tidyName(given);
  if (name === "") refuse("bad-input", { errors: [{ field: "name", message: "Enter the agency's name" }] });
  if (profileId !== null && !starterProfile(profileId)) {
    refuse("bad-input", {
      errors: [{ field: "profileId", message: "Choose one of the starter profiles in /api/profiles" }],
    });
  }
  return { name, website, complianceEmail, profileId };
}

async function onceEach<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UniqueViolation) refuse("agency-here-already");
    throw error;
  }
}
