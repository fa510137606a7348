import {
  type FactAnswers,
  type Profile,
  type Requirement,
  readProfile,
  requirementGroup,
  requirementsFor,
  requirementTypes,
  starterFor,
  starterProfile,
} from "@locum-passport/compliance";
import type { ProfileItem, ProfileRef } from "@locum-passport/contract";
import type { z } from "zod";
import type { AgencyProfileVersion } from "./agency-profiles.model.ts";

/** A profile somebody is judged by, and what it asks of them. */
export interface Judged {
  readonly ref: ProfileRef;
  readonly profile: Profile;
  readonly requirements: readonly Requirement[];
}

export function judgedByStarter(profile: Profile, facts: FactAnswers): Judged {
  const ref = { id: profile.id, name: profile.name, version: profile.version, starter: true };
  return { ref, profile, requirements: requirementsFor(profile, facts) };
}

/** An agency's own profile as it wrote it: nothing is laid over it. Undefined when what is stored is not a profile of this release. */
export function judgedByAgency(
  saved: Pick<AgencyProfileVersion, "agencyId" | "version" | "profile">,
  name: string,
): Judged | undefined {
  const profile = readProfile(saved.profile);
  if (profile === null) return undefined;
  const ref = { id: saved.agencyId, name, version: String(saved.version), starter: false };
  return { ref, profile, requirements: profile.requirements };
}

/** Whether a list is written for what somebody does; where that is not known it is taken to be. */
export const isFor = ({ appliesTo }: Pick<Profile, "appliesTo">, { role }: FactAnswers): boolean =>
  role === undefined || role === null || appliesTo.roles.some((one) => one === role);

/** The starter profile with this id, else the one for what somebody does. */
export function starterOf(id: string | null, facts: FactAnswers): Judged {
  return judgedByStarter((id === null ? undefined : starterProfile(id)) ?? starterFor(facts), facts);
}

export function presentProfile({ ref, profile }: Judged): z.output<typeof ProfileItem> {
  return {
    ...ref,
    roles: [...profile.appliesTo.roles],
    nations: [...profile.appliesTo.nations],
    setting: profile.appliesTo.setting,
    note: profile.note ?? null,
    requirements: profile.requirements.length,
  };
}

/** What every answer says of a requirement, whether it is judged or only asked. */
export const presentRequirement = (requirement: Requirement) => ({
  id: requirement.id,
  title: requirement.title,
  why: requirement.why,
  need: requirement.need ?? "before-first-shift",
  group: requirementGroup(requirement),
  types: [...requirementTypes(requirement.rule)],
});
