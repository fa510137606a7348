import { overlaysFor, starterProfile, starterProfiles } from "@locum-passport/compliance";
import { requirementSources } from "@locum-passport/compliance/sources";
import type { ProfileItem, Requirements } from "@locum-passport/contract";
import type { z } from "zod";
import { type Context, own } from "../../../context.ts";
import { refuse } from "../../../failure.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { namedAgencyProfiles } from "../agency-profiles.store.ts";
import { type Judged, judgedByAgency, judgedByStarter, presentProfile, presentRequirement } from "../profiles.model.ts";
import { answersOf } from "./work.ts";

/** Starter profiles, then those that agencies wrote, by name. */
export function listProfiles(ctx: Context): Promise<{ items: z.output<typeof ProfileItem>[] }> {
  return ctx.transaction(async (tx) => {
    const agencies = (await namedAgencyProfiles(tx)).flatMap((saved) => judgedByAgency(saved, saved.agencyName) ?? []);
    return {
      items: [...starterProfiles.map((profile) => judgedByStarter(profile, {})), ...agencies].map(presentProfile),
    };
  });
}

/** By a starter profile's id or an agency's. Refuses `not-found` for what is neither. */
export async function judgedBy(tx: Tx, id: string, facts: Parameters<typeof overlaysFor>[1]): Promise<Judged> {
  const starter = starterProfile(id);
  if (starter) return judgedByStarter(starter, facts);
  const [saved] = await namedAgencyProfiles(tx, id);
  return (
    (saved ? judgedByAgency(saved, saved.agencyName) : undefined) ??
    refuse("not-found", { detail: "There is no such profile. GET /api/profiles lists them." })
  );
}

/** What a profile asks, carried to where the asker works. */
export function readRequirements(ctx: Context, id: string): Promise<z.output<typeof Requirements>> {
  const accountId = own(ctx);
  return ctx.transaction(async (tx) => {
    const facts = await answersOf(ctx, tx, accountId);
    const { ref, profile, requirements } = await judgedBy(tx, id, facts);
    const from = ref.starter
      ? [
          ...overlaysFor(profile, facts)
            .map((overlay) => overlay.id)
            .reverse(),
          profile.id,
        ]
      : [];
    return {
      profile: ref,
      items: requirements.map((requirement) => {
        const source = from
          .map((part) => requirementSources[`${part}/${requirement.id}`])
          .find((found) => found !== undefined);
        return {
          ...presentRequirement(requirement),
          rule: { ...requirement.rule },
          source: source ? { url: source.url, strength: source.strength } : null,
        };
      }),
    };
  });
}
