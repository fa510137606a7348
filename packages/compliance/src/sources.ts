import { requirementSources } from "./generated/sources.ts";
import { requirementWriter } from "./profiles/for-person.ts";
import type { FactAnswers, Profile } from "./profiles/profile.ts";

/**
 * Where each rule comes from: a page, what it says there, and how far to trust the claim. Kept apart, at
 * `@locum-passport/compliance/sources`, so that a browser does not load it with the catalogue.
 */
export interface Source {
  readonly url: string;
  readonly claim: string;
  readonly strength: SourceStrength;
}
/** `read`: the page says this. `inferred`: our reading of pages that do not say it outright. `known`: general knowledge. */
export type SourceStrength = "read" | "inferred" | "known";

export interface RequirementSource {
  readonly url: string;
  readonly strength: SourceStrength;
  readonly claim?: string;
  readonly alsoSeen?: readonly string[];
}

/** Of lead times: not every one has a page; general knowledge has none. */
export interface LeadTimeSource {
  readonly strength: SourceStrength;
  readonly claim: string;
  readonly url?: string;
}

/** By type id, by format id, and by `profile id/requirement id`. */
export { documentTypeSources, leadTimeSources, numberFormatSources, requirementSources } from "./generated/sources.ts";

/**
 * Where a requirement of a starter profile comes from, as it is asked of somebody: from the overlay where one that carries
 * the profile to them wrote it, else from the profile. Null for what an agency wrote itself.
 */
export function requirementSource(
  profile: Pick<Profile, "id" | "appliesTo">,
  facts: FactAnswers,
  requirementId: string,
): RequirementSource | null {
  const key = `${requirementWriter(profile, facts, requirementId)}/${requirementId}`;
  return Object.hasOwn(requirementSources, key) ? (requirementSources[key] ?? null) : null;
}
