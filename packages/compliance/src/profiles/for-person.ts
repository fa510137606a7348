import type { Nation, Profession } from "../catalogue/document-type.ts";
import { answerTo } from "../requirements/conditions.ts";
import type { Requirement } from "../requirements/rule.ts";
import { withOverlays } from "./overlays.ts";
import type { FactAnswers, Overlay, Profile } from "./profile.ts";
import { starterOverlays, starterProfiles } from "./starters.ts";

/**
 * The starter profile somebody is judged by where an agency has none of its own: the first that is written for the role.
 * Without a role, or for a role that has none (support workers, at the time of writing), the shortest one that fits
 * anybody, so that nobody is told what was never written for them.
 */
export function starterFor(facts: FactAnswers): Profile {
  const role = answerTo(facts, "role");
  const own = starterProfiles.find(
    ({ appliesTo }) => appliesTo.roles.some((one) => one === role) && !fitsAny(appliesTo),
  );
  const general = starterProfiles.find(({ appliesTo }) => fitsAny(appliesTo));
  const profile = own ?? general ?? starterProfiles[0];
  if (!profile) throw new Error("There are no starter profiles");
  return profile;
}

const fitsAny = ({ setting }: Profile["appliesTo"]) => setting === "any";

/** Overlays that carry a profile to where this person works: by nation, and by role where they are made for one. */
export function overlaysFor(profile: Pick<Profile, "appliesTo">, facts: FactAnswers): readonly Overlay[] {
  const nation = answerTo(facts, "nation");
  const role = answerTo(facts, "role");
  return starterOverlays.filter(
    ({ appliesTo }) =>
      hasNation(appliesTo.nations, nation) &&
      (role === undefined || hasRole(appliesTo.roles, role)) &&
      // A profile written for this nation needs no carrying there, unless the overlay is about a kind of agency in it.
      (!hasNation(profile.appliesTo.nations, nation) || appliesTo.roles.length < 3),
  );
}

const hasNation = (nations: readonly Nation[], nation: unknown) => nations.some((one) => one === nation);
const hasRole = (roles: readonly Profession[], role: unknown) => roles.some((one) => one === role);

/** What a profile asks of this person: its requirements, carried to the nation they work in. */
export function requirementsFor(profile: Profile, facts: FactAnswers): readonly Requirement[] {
  return withOverlays(profile, overlaysFor(profile, facts), facts);
}
