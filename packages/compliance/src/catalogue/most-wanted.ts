import { starterProfiles } from "../generated/profiles.ts";
import type { Profile } from "../profiles/profile.ts";
import type { Rule } from "../requirements/rule.ts";
import type { Profession } from "./document-type.ts";
import { documentType } from "./document-types.ts";

const answers = new Map<Profession, readonly string[]>();

/**
 * The ten types most asked for by the starter profiles of a profession, most wanted first. What only some people need
 * (rules under a condition, the later of several choices) weighs less. A profession without a starter profile gets what
 * the other profiles most often ask of types that fit it.
 */
export function mostWanted(profession: Profession): readonly string[] {
  const known = answers.get(profession);
  if (known) return known;
  const own = starterProfiles.filter((profile) => profile.appliesTo.roles.includes(profession));
  const ownWeights = weigh(own);
  const allWeights = weigh(starterProfiles);
  const ranked = [...allWeights.keys()]
    .filter((id) => documentType(id)?.roles.includes(profession))
    .map((id) => ({ id, own: ownWeights.get(id) ?? 0, all: allWeights.get(id) ?? 0 }))
    .sort((one, two) => two.own - one.own || two.all - one.all)
    .slice(0, 10)
    .map(({ id }) => id);
  answers.set(profession, ranked);
  return ranked;
}

function weigh(profiles: readonly Profile[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const profile of profiles) {
    const inProfile = new Map<string, number>();
    for (const requirement of profile.requirements) addWeights(requirement.rule, 1, inProfile);
    for (const [id, weight] of inProfile) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  return weights;
}

/** The heaviest mention of a type in a profile counts once: asked for twice is still one paper. */
function addWeights(rule: Rule, weight: number, into: Map<string, number>): void {
  if ("allOf" in rule) for (const part of rule.allOf) addWeights(part, weight, into);
  else if ("anyOf" in rule) rule.anyOf.forEach((option, place) => void addWeights(option, weight / (place + 1), into));
  else if ("onlyIf" in rule) addWeights(rule.onlyIf.then, weight / 4, into);
  else {
    const { type } = "document" in rule ? rule.document : "nOf" in rule ? rule.nOf : rule.covers;
    [type].flat().forEach((id, place) => void into.set(id, Math.max(into.get(id) ?? 0, weight / (place + 1))));
  }
}
