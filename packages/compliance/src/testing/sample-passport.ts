import { documentTypes } from "../catalogue/document-types.ts";
import { dayOf } from "../dates/civil-day.ts";
import { starterProfile } from "../profiles/starters.ts";
import { idealDocuments } from "../renewals/ideal.ts";
import { specimenOf } from "../renewals/ways.ts";
import type { Requirement, Rule } from "../requirements/rule.ts";
import type { Situation } from "../requirements/situation.ts";
import type { HeldDocument } from "../validity/paper.ts";

const today = "2026-11-23";

/** The load that the speed targets name: 45 requirements and 60 papers, all invented. */
export function sampleLoad(): { requirements: readonly Requirement[]; held: readonly HeldDocument[] } {
  const base = [
    ...(starterProfile("nhs-hospital-doctor-agency")?.requirements ?? []),
    ...(starterProfile("gp-practice-locum")?.requirements ?? []),
  ];
  const requirements = base
    .slice(0, 45)
    .map((requirement, index) => ({ ...requirement, id: `${requirement.id}-${index}` }));
  const day = dayOf(today);
  const situation: Situation = { byType: new Map(), facts: {}, on: day, shownOn: day };
  const leaves = requirements.flatMap((requirement) => leavesOf(requirement.rule));
  const ideal = leaves.flatMap((leaf) => idealDocuments(leaf.type, leaf, situation));
  const rest = documentTypes.flatMap((type) => idealDocuments(type.id, {}, situation));
  const held = [...ideal, ...rest].slice(0, 60).map((wanted, index) => specimenOf(wanted, `d${index + 1}`));
  return { requirements, held };
}

function leavesOf(rule: Rule): readonly Extract<Rule, { document: unknown }>["document"][] {
  if ("allOf" in rule) return rule.allOf.flatMap(leavesOf);
  if ("anyOf" in rule) return rule.anyOf.flatMap(leavesOf);
  if ("onlyIf" in rule) return leavesOf(rule.onlyIf.then);
  return "document" in rule ? [rule.document] : "nOf" in rule ? [rule.nOf] : [];
}
