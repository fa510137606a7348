import { checkProfile, type Profile } from "@locum-passport/compliance";

/** What is wrong with a profile that an author wrote: the place, and what to do. */
export interface ProfileFault {
  at: string;
  message: string;
}
export type ReadProfile =
  | { profile: Profile; faults: readonly [] }
  | { profile: null; faults: readonly ProfileFault[] };

/** Far above any list in use; what is longer is no list of papers. */
export const longestProfile = 200_000;

const longest = { name: 200, note: 2_000, setting: 100, title: 200, why: 1_000 } as const;
const idShape = /^[a-z0-9][a-z0-9-]{0,79}$/i;

/**
 * Reads what an author wrote: tidied, under the agency's own id and the version it would be saved as, checked for shape,
 * for what nobody could ever meet, and for length.
 */
export function readProfile(
  text: Readonly<Record<string, unknown>>,
  as: { agencyId: string; version: number; on: string },
): ReadProfile {
  const json = { ...asRecord(tidied(text)), id: as.agencyId, kind: "profile", version: String(as.version) };
  const { profile, errors } = checkProfile(json, { on: as.on });
  if (profile === null) return { profile, faults: errors };
  const faults = lengthFaults(profile);
  return faults.length > 0 ? { profile: null, faults } : { profile, faults: [] };
}

function lengthFaults(profile: Profile): ProfileFault[] {
  const faults: ProfileFault[] = [];
  const within = (at: string, text: string | undefined, most: number) => {
    if (text !== undefined && text.length > most) faults.push({ at, message: `Write ${most} characters or fewer` });
  };
  within("name", profile.name, longest.name);
  within("note", profile.note, longest.note);
  within("appliesTo.setting", profile.appliesTo.setting, longest.setting);
  profile.requirements.forEach(({ id, title, why }, index) => {
    const at = `requirements[${index}]`;
    if (!idShape.test(id)) faults.push({ at: `${at}.id`, message: "Write letters, digits and hyphens, 80 at most" });
    within(`${at}.title`, title, longest.title);
    within(`${at}.why`, why, longest.why);
  });
  return faults;
}

// The attack: direction marks and control characters make a line read as another one to every locum who is shown it.
const unseen = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;

function tidied(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed().normalize("NFC").replace(unseen, "");
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidied(inner)]));
}

const asRecord = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});
