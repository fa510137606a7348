import { conditionHolds } from "../requirements/conditions.ts";
import type { Requirement } from "../requirements/rule.ts";
import type { FactAnswers, Overlay, Profile } from "./profile.ts";

/**
 * The requirements of a profile with overlays laid over it, in order. Each overlay first removes, then replaces what has
 * the same id (skipped when the base lacks it, or when its `when` does not hold), then adds or overwrites.
 */
export function withOverlays(
  profile: Pick<Profile, "requirements">,
  overlays: readonly Overlay[],
  facts: FactAnswers,
): readonly Requirement[] {
  const requirements = new Map(profile.requirements.map((requirement) => [requirement.id, requirement]));
  for (const overlay of overlays) {
    for (const id of overlay.remove ?? []) requirements.delete(id);
    for (const { when, ...requirement } of overlay.replace ?? [])
      if (requirements.has(requirement.id) && (!when || conditionHolds(when, facts) === true))
        requirements.set(requirement.id, requirement);
    for (const requirement of overlay.add ?? []) requirements.set(requirement.id, requirement);
  }
  return [...requirements.values()];
}
