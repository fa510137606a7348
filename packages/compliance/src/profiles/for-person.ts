import { type Nation, nations, type Profession, professions } from "../catalogue/document-type.ts";
import { answerTo, conditionHolds } from "../requirements/conditions.ts";
import type { Requirement } from "../requirements/rule.ts";
import { withOverlays } from "./overlays.ts";
import type { FactAnswers, Overlay, Profile } from "./profile.ts";
import { starterOverlays, starterProfiles } from "./starters.ts";

/**
 * The starter profile somebody is judged by where an agency has none of its own: the first that is written for the role.
 * Without a role, or for a role that has none (support workers, at the time of writing), the short one for any setting,
 * so that nobody is told what was never written for them; `isWrittenFor` says which it was.
 */
export function starterFor(facts: FactAnswers): Profile {
  const role = answerTo(facts, "role");
  const own = starterProfiles.find(({ appliesTo }) => hasRole(appliesTo.roles, role) && !fitsAnySetting(appliesTo));
  const general = starterProfiles.find(({ appliesTo }) => fitsAnySetting(appliesTo));
  const profile = own ?? general ?? starterProfiles[0];
  if (!profile) throw new Error("There are no starter profiles");
  return profile;
}

/** Whether a profile was written for what this person does. False while that is not known. */
export function isWrittenFor({ appliesTo }: Pick<Profile, "appliesTo">, facts: FactAnswers): boolean {
  return hasRole(appliesTo.roles, answerTo(facts, "role")) && !fitsAnySetting(appliesTo);
}

/**
 * Overlays that carry a starter profile to this person: those for the nation and the role. Without a role those for some
 * roles only are left out. The short profile for any setting is no hirer's list: where it names both the nation and the
 * role it fits as it is.
 */
export function overlaysFor({ appliesTo }: Pick<Profile, "appliesTo">, facts: FactAnswers): readonly Overlay[] {
  const nation = answerTo(facts, "nation");
  const role = answerTo(facts, "role");
  const fits =
    fitsAnySetting(appliesTo) &&
    (nation === undefined || hasNation(appliesTo.nations, nation)) &&
    (role === undefined || hasRole(appliesTo.roles, role));
  if (fits) return [];
  return starterOverlays.filter(
    (overlay) =>
      covers(overlay.appliesTo.nations, nation, nations.length) &&
      covers(overlay.appliesTo.roles, role, professions.length),
  );
}

/** What a starter profile asks of this person: its requirements, carried to the nation they work in. */
export function requirementsFor(profile: Profile, facts: FactAnswers): readonly Requirement[] {
  return withOverlays(profile, overlaysFor(profile, facts), facts);
}

/** The id of the profile or overlay whose words a requirement is in. */
export function requirementWriter(
  profile: Pick<Profile, "id" | "appliesTo">,
  facts: FactAnswers,
  requirementId: string,
): string {
  const wrote = ({ replace = [], add = [] }: Overlay) =>
    add.some(({ id }) => id === requirementId) ||
    replace.some(({ id, when }) => id === requirementId && (!when || conditionHolds(when, facts) === true));
  return overlaysFor(profile, facts).findLast(wrote)?.id ?? profile.id;
}

/** A list that names all is for anybody, also for those who have not said. */
function covers(list: readonly unknown[], answer: unknown, all: number): boolean {
  return answer === undefined ? list.length === all : list.includes(answer);
}

const fitsAnySetting = ({ setting }: Profile["appliesTo"]) => setting === "any";
const hasNation = (nations: readonly Nation[], nation: unknown) => nations.some((one) => one === nation);
const hasRole = (roles: readonly Profession[], role: unknown) => roles.some((one) => one === role);
