import type { Profile, Requirement } from "@locum-passport/compliance";
import type { FieldProblem } from "../../api/problem.ts";
import type { ProfileDraft } from "./profile-draft.ts";
import { leavesIn } from "./rule-leaves.ts";

/** The names of a requirement's fields: also the ids of its controls, by `fieldId`. */
export const fieldIn = (requirement: Pick<Requirement, "id">, place: string) => `${requirement.id}.${place}`;

const ofTheList = ["name", "note", "appliesTo.roles", "appliesTo.nations", "requirements"] as const;
const ages = /\.(maxAgeMonths|maxAgeDays|issuedWithinMonths|anyAge)$/;

/**
 * The field of the form that a place in the profile belongs to, as the service names it: the control itself, else the part
 * of the rule it stands in, else the requirement; empty when it belongs to none.
 */
export function fieldAt(at: string, profile: Pick<Profile, "requirements">): string {
  const place = at.replace(/^profile\./, "");
  const inRequirement = /^requirements\[(\d+)\](?:\.(.+))?$/.exec(place);
  if (!inRequirement) return ofTheList.find((field) => place === field || place.startsWith(`${field}.`)) ?? "";
  const requirement = profile.requirements[Number(inRequirement[1])];
  if (!requirement) return "";
  const inside = (inRequirement[2] ?? "").replace(ages, ".age");
  const within = (field: string) =>
    inside === field || inside.startsWith(`${field}.`) || inside.startsWith(`${field}[`);
  const known = placesIn(requirement).filter(within);
  const nearest = known.sort((one, two) => two.length - one.length)[0];
  return nearest === undefined ? requirement.id : fieldIn(requirement, nearest);
}

/** Every place of a requirement that has a control or a frame of its own in the form. */
function placesIn({ rule }: Requirement): string[] {
  const parts = leavesIn(rule).flatMap(({ at }) => [
    at,
    ...["age", "count", "level", "months", "gapDaysAllowed"].map((part) => `${at}.${part}`),
  ]);
  return ["title", "why", "need", ...parts];
}

/** Faults as the service told them, at the fields of this form. */
export const faultsAt = (
  faults: readonly { at: string; message: string }[],
  profile: Pick<Profile, "requirements">,
): FieldProblem[] => faults.map(({ at, message }) => ({ field: fieldAt(at, profile), message }));

/** What can be told before anything is sent; the rest the service sees. */
export function draftFaults({ profile, typed }: ProfileDraft): FieldProblem[] {
  const { appliesTo, requirements } = profile;
  const faults: FieldProblem[] = [];
  const need = (good: boolean, field: string, message: string) => {
    if (!good) faults.push({ field, message });
  };
  need(appliesTo.roles.length > 0, "appliesTo.roles", "Choose one profession or more");
  need(appliesTo.nations.length > 0, "appliesTo.nations", "Choose one nation or more");
  need(requirements.length > 0, "requirements", "Ask for one thing or more");
  for (const requirement of requirements) {
    const { id, title, why } = requirement;
    need(title.trim() !== "", fieldIn(requirement, "title"), "Give this a title");
    need(why.trim() !== "", fieldIn(requirement, "why"), `Say why you ask for ${title.trim() || "this"}`);
    for (const [field, text] of Object.entries(typed)) {
      if (field.startsWith(`${id}.rule`)) faults.push({ field, message: numberFault(field, text, title) });
    }
  }
  return faults;
}

function numberFault(field: string, text: string, title: string): string {
  const not = text.trim() === "" ? "" : `, not “${text.trim()}”`;
  if (field.endsWith(".count")) return `Enter how many, as a whole number from 1 to 100, for ${title}${not}`;
  if (field.endsWith(".gapDaysAllowed")) return `Enter a whole number of days from 0 to 3660 for ${title}${not}`;
  if (field.endsWith(".level")) return `Enter the level as a whole number from 1 to 100 for ${title}${not}`;
  return `Enter a whole number, 1 or more, for ${title}${not}`;
}
