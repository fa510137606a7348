import { nations, professions } from "../catalogue/document-type.ts";
import { dayOf } from "../dates/civil-day.ts";
import { needs, type Requirement } from "../requirements/rule.ts";
import { hasKeys, isObject, listOf, must, oneOf, type Report, type ShapeError, text } from "../shapes/json.ts";
import { isRule } from "../shapes/rule-shape.ts";
import { reportImpossible } from "./possible.ts";
import type { AppliesTo, Fact, Profile } from "./profile.ts";
import { starterFacts } from "./starters.ts";

export type CheckedProfile =
  | { readonly profile: Profile; readonly errors: readonly [] }
  | { readonly profile: null; readonly errors: readonly ShapeError[] };

const mostRequirements = 200;

/**
 * Reads a profile that an author wrote. Every fault is told with its place and what to do: shapes that are not of the
 * language, types and fields that do not exist, questions that are not known, and rules that no document could ever meet.
 * @param on the day on which it should be possible to meet, `YYYY-MM-DD`.
 */
export function checkProfile(json: unknown, options: { on: string; facts?: readonly Fact[] }): CheckedProfile {
  const errors: ShapeError[] = [];
  const report: Report = (at, message) => void errors.push({ at, message });
  if (!isProfileShape(json, report)) return { profile: null, errors };
  reportRepeatedIds(json.requirements, report);
  const situation = { on: dayOf(options.on), facts: options.facts ?? starterFacts };
  json.requirements.forEach((requirement, index) => {
    reportImpossible(requirement.rule, `requirements[${index}].rule`, situation, report);
  });
  return errors.length > 0 ? { profile: null, errors } : { profile: json, errors: [] };
}

/** A stored profile as far as its shape goes: null when it is none of this language. Whether it can be met was seen when it was saved. */
export function readProfile(json: unknown): Profile | null {
  return isProfileShape(json, () => undefined) ? json : null;
}

function isProfileShape(json: unknown, report: Report): json is Profile {
  const keys = {
    id: must(text),
    name: must(text),
    kind: must(oneOf(["profile"])),
    appliesTo: must({ test: isObject, wants: "roles, nations and a setting" }),
    version: must(text),
    note: text,
    requirements: must({
      test: (value: unknown) => Array.isArray(value) && value.length > 0 && value.length <= mostRequirements,
      wants: `a list of 1 to ${mostRequirements} requirements`,
    }),
  };
  if (!hasKeys(json, keys, "profile", report)) return false;
  const applies = isAppliesTo(json.appliesTo, report);
  const list: readonly unknown[] = Array.isArray(json.requirements) ? json.requirements : [];
  return list.map((one, index) => isRequirement(one, `requirements[${index}]`, report)).every(Boolean) && applies;
}

function isAppliesTo(json: unknown, report: Report): json is AppliesTo {
  const keys = { roles: must(listOf(oneOf(professions))), nations: must(listOf(oneOf(nations))), setting: must(text) };
  return hasKeys(json, keys, "appliesTo", report);
}

function isRequirement(json: unknown, at: string, report: Report): json is Requirement {
  const rule = { test: isObject, wants: "a rule in curly brackets" };
  const keys = { id: must(text), title: must(text), rule: must(rule), why: must(text), need: oneOf(needs) };
  return hasKeys(json, keys, at, report) && isRule(json.rule, `${at}.rule`, report);
}

function reportRepeatedIds(requirements: readonly Requirement[], report: Report): void {
  const seen = new Set<string>();
  requirements.forEach(({ id }, index) => {
    if (seen.has(id))
      report(`requirements[${index}].id`, `"${id}" is there already. Give each requirement an id of its own`);
    seen.add(id);
  });
}
