import type { AgencyProfile, SaveAgencyProfile, AgencyProfileVersion as SavedVersion } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own, todayOf } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { personName } from "../../accounts/index.ts";
import { append } from "../../audit/index.ts";
import {
  type AgencyProfileVersion,
  agencyProfileVersion,
  insertAgencyProfile,
  latestAgencyProfile,
  savedVersions,
} from "../../compliance/index.ts";
import { agencyIOwn, myAgency } from "../agencies.actor.ts";
import * as store from "../agencies.store.ts";
import { longestProfile, readProfile } from "../agency-profile.model.ts";

type Answer = z.output<typeof AgencyProfile>;

/** What my agency asks for, and who saved which version when and why. */
export async function readAgencyProfile(ctx: Context): Promise<Answer> {
  const { id } = myAgency(ctx);
  return ctx.transaction((tx) => present(ctx, tx, id));
}

async function present(ctx: Context, tx: Tx, agencyId: string): Promise<Answer> {
  const latest = await latestAgencyProfile(tx, agencyId);
  const saved = await savedVersions(tx, agencyId);
  const names = new Map<string, string>();
  for (const { savedBy } of saved) {
    if (!names.has(savedBy)) names.set(savedBy, await personName(ctx, tx, savedBy));
  }
  return {
    version: latest?.version ?? 0,
    profile: latest ? { ...latest.profile } : null,
    saved: saved.map(({ version, savedAt, savedBy, why }) => ({
      version,
      at: savedAt.toISOString(),
      by: names.get(savedBy) ?? "Somebody",
      why,
    })),
  };
}

/** One version, as it was saved; none is ever changed. */
export async function readProfileVersion(ctx: Context, version: number): Promise<z.output<typeof SavedVersion>> {
  const { id } = myAgency(ctx);
  return ctx.transaction(async (tx) => {
    const found = (await agencyProfileVersion(tx, id, version)) ?? refuse("not-found");
    const by = await personName(ctx, tx, found.savedBy);
    const { why, savedAt, profile } = found;
    return { version, at: savedAt.toISOString(), by, why, profile: { ...profile } };
  });
}

/**
 * Saves a new version of what the agency asks for. It says from which version it began: when somebody saved meanwhile the
 * second is told, and nothing of either is lost. A list that nobody could meet is refused with every place that is wrong.
 */
export async function saveAgencyProfile(ctx: Context, input: z.output<typeof SaveAgencyProfile>): Promise<Answer> {
  const agencyId = agencyIOwn(ctx);
  refuseTooLong(input.profile);
  const version = input.baseVersion + 1;
  const { profile, faults } = readProfile(input.profile, { agencyId, version, on: todayOf(ctx) });
  return ctx.transaction(async (tx) => {
    const agency = (await store.lockAgency(tx, agencyId)) ?? refuse("not-found"); // two saves have one order
    const latest = await latestAgencyProfile(tx, agencyId);
    if ((latest?.version ?? 0) !== input.baseVersion) await refuseStale(ctx, tx, latest);
    if (profile === null) {
      refuse("profile-not-usable", { errors: faults.map(({ at, message }) => ({ field: at, message })) });
    }
    const personId = own(ctx);
    await insertAgencyProfile(tx, {
      agencyId,
      version,
      profile,
      why: input.why.toWellFormed(),
      savedAt: ctx.now(),
      savedBy: personId,
    });
    const answer = await present(ctx, tx, agencyId);
    const by = await personName(ctx, tx, personId);
    const label = { agency: agency.name, by, version, words: input.why.toWellFormed() };
    const object = { kind: "agency-profile", id: `${agencyId}-${version}` };
    await append(ctx, tx, [{ accountId: agencyId, act: "agency-profile-saved", object, label }]);
    return answer;
  });
}

async function refuseStale(ctx: Context, tx: Tx, latest: AgencyProfileVersion | undefined): Promise<never> {
  if (!latest) refuse("profile-changed-meanwhile", { detail: "There is no such version. Load the page again." });
  const by = await personName(ctx, tx, latest.savedBy);
  refuse("profile-changed-meanwhile", {
    detail: `${by} saved version ${latest.version} after you began. Nothing of yours was lost: look at what they saved, then make your change again on top of it.`,
  });
}

export function refuseTooLong(text: Readonly<Record<string, unknown>>): void {
  if (JSON.stringify(text).length <= longestProfile) return;
  refuse("request-too-large", {
    detail: `A profile has at most ${longestProfile} characters. Ask for less, or write shorter.`,
  });
}
