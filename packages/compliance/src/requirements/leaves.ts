import { type Category, categories } from "../catalogue/document-type.ts";
import { documentType } from "../catalogue/document-types.ts";
import type { DocumentTests, Requirement, Rule } from "./rule.ts";

/** The parts of a rule that look at documents, in the order in which they are written. */
export interface Leaf {
  readonly types: string | readonly string[];
  readonly tests: DocumentTests;
}

export function leavesOf(rule: Rule): readonly Leaf[] {
  if ("allOf" in rule) return rule.allOf.flatMap(leavesOf);
  if ("anyOf" in rule) return rule.anyOf.flatMap(leavesOf);
  if ("onlyIf" in rule) return leavesOf(rule.onlyIf.then);
  if ("document" in rule) return [{ types: rule.document.type, tests: rule.document }];
  if ("nOf" in rule) return [{ types: rule.nOf.type, tests: rule.nOf }];
  const { type, orExplainedBy } = rule.covers;
  const anyAge = { anyAge: true };
  return [
    { types: type, tests: anyAge },
    ...(orExplainedBy === undefined ? [] : [{ types: orExplainedBy, tests: anyAge }]),
  ];
}

/** Every type of paper that a rule names, each once, in the order in which it is written. */
export function requirementTypes(rule: Rule): readonly string[] {
  return [...new Set(leavesOf(rule).flatMap(({ types }) => types))];
}

/** The group a requirement is shown in: the category of the first kind of paper it names. */
export function requirementGroup({ rule }: Pick<Requirement, "rule">): Category {
  const [first] = requirementTypes(rule);
  return (first === undefined ? undefined : documentType(first)?.category) ?? "unsorted";
}

/** Groups in the order in which the catalogue shows them. */
export const requirementGroups: readonly Category[] = categories;
