import { type Category, categories } from "../catalogue/document-type.ts";
import { documentType, documentTypes } from "../catalogue/document-types.ts";
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
export function typesNamed(rule: Rule): readonly string[] {
  return [...new Set(leavesOf(rule).flatMap(({ types }) => types))];
}

/** Every type of paper that can count towards a rule: those it names, and after them those that may stand in for one. */
export function requirementTypes(rule: Rule): readonly string[] {
  const named = typesNamed(rule);
  const standIns = documentTypes.filter(({ alsoCountsAs }) => alsoCountsAs?.some(({ type }) => named.includes(type)));
  return [...new Set([...named, ...standIns.map(({ id }) => id)])];
}

/** The group a requirement is shown in: the category of most kinds of paper it names, of equals the one named first. */
export function requirementGroup({ rule }: Pick<Requirement, "rule">): Category {
  const counts = new Map<Category, number>();
  for (const id of typesNamed(rule)) {
    const category = documentType(id)?.category;
    if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? "unsorted";
}

/** Groups in the order in which the catalogue shows them. */
export const requirementGroups: readonly Category[] = categories;
