import type { DetailField } from "../catalogue/document-type.ts";
import { documentType } from "../catalogue/document-types.ts";
import { starterFact } from "../profiles/starters.ts";
import type { DocumentTests, FactCondition, Rule, WhereTest } from "../requirements/rule.ts";
import { answerWords, codeWords } from "./answer-words.ts";

/** A rule as it is read: a line, and what stands under it. */
export interface RuleWords {
  readonly text: string;
  readonly parts: readonly RuleWords[];
}

/** What a rule asks for, in plain words. Everything that the rule tests is said; nothing is added. */
export function ruleWords(rule: Rule): RuleWords {
  if ("allOf" in rule) {
    const { allOf, eachDocumentOnce, sameField } = rule;
    const together = sameField === undefined ? "" : `, with the same ${fieldLabel(firstTypes(rule), sameField)}`;
    const once = eachDocumentOnce ? ", a paper of its own for each" : "";
    return { text: `All of these${once}${together}`, parts: allOf.map(ruleWords) };
  }
  if ("anyOf" in rule) return { text: "Any one of these", parts: rule.anyOf.map(ruleWords) };
  if ("onlyIf" in rule)
    return { text: `Only if: ${conditionWords(rule.onlyIf.condition)}`, parts: [ruleWords(rule.onlyIf.then)] };
  if ("document" in rule) {
    const { type } = rule.document;
    return line(typeNames(type), testWords(listed(type), rule.document));
  }
  if ("nOf" in rule) {
    const { count, type, distinctBy } = rule.nOf;
    const many = count === 1 ? typeNames(type) : `${count} of these: ${typeNames(type)}`;
    return line(many, [...distinctWords(listed(type), distinctBy, count), ...testWords(listed(type), rule.nOf)]);
  }
  const { type, months, gapDaysAllowed, orExplainedBy } = rule.covers;
  return line(`The last ${period(months)} without a gap, from: ${typeNames(type)}`, [
    ...(gapDaysAllowed ? [`gaps of up to ${gapDaysAllowed} days are let through`] : []),
    ...(orExplainedBy ? [`a longer gap is explained by: ${typeNames(orExplainedBy)}`] : []),
  ]);
}

/** The question behind a fact; the fact's own id where a profile names one that nobody asks. */
function questionWords(fact: string): string {
  return starterFact(fact)?.ask ?? codeWords(fact);
}

/** When a condition holds: a question and the answers that make it so. */
function conditionWords(condition: FactCondition): string {
  const ask = questionWords(condition.fact);
  if ("equals" in condition) return `${ask} ${answerWords(condition.equals)}`;
  if ("oneOf" in condition) return `${ask} ${either(condition.oneOf.map(answerWords))}`;
  if ("atLeast" in condition) return `${ask} ${condition.atLeast} or more`;
  return `${ask} ${condition.present ? "Anything" : "Nothing"}`;
}

const line = (text: string, tests: readonly string[]): RuleWords => ({ text: [text, ...tests].join("; "), parts: [] });
const listed = (type: string | readonly string[]): readonly string[] => [type].flat();

function typeNames(type: string | readonly string[]): string {
  return either(listed(type).map((id) => documentType(id)?.name ?? id));
}

function firstTypes(rule: Rule): readonly string[] {
  if ("allOf" in rule) return rule.allOf.flatMap(firstTypes);
  if ("anyOf" in rule) return rule.anyOf.flatMap(firstTypes);
  if ("onlyIf" in rule) return firstTypes(rule.onlyIf.then);
  if ("document" in rule) return listed(rule.document.type);
  return listed("nOf" in rule ? rule.nOf.type : rule.covers.type);
}

function field(types: readonly string[], id: string): DetailField | undefined {
  return types.flatMap((type) => documentType(type)?.fields ?? []).find((one) => one.id === id);
}

const ownLabel = (types: readonly string[], id: string): string => field(types, id)?.label ?? codeWords(id);

function fieldLabel(types: readonly string[], id: string): string {
  const label = ownLabel(types, id);
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

const distinctPhrases: Readonly<Record<string, string>> = {
  issuer: "each from a different sender",
  referee: "each by a different referee",
};

function distinctWords(types: readonly string[], distinctBy: string | undefined, count: number): string[] {
  if (distinctBy === undefined) return [];
  if (distinctBy === "type") return [`of ${count} different kinds`];
  return [distinctPhrases[distinctBy] ?? `each with a different “${ownLabel(types, distinctBy)}”`];
}

const workforces = { adult: "for work with adults", child: "for work with children", both: "for adults and children" };

function testWords(types: readonly string[], tests: DocumentTests): string[] {
  const said: string[] = [];
  if (tests.level !== undefined) {
    const level = typeof tests.level === "number" ? String(tests.level) : codeWords(tests.level).toLowerCase();
    said.push(`level ${level}${tests.levelExact ? ", no other" : " or higher"}`);
  }
  if (tests.workforce) said.push(workforces[tests.workforce]);
  if (tests.maxAgeDays !== undefined) said.push(`no older than ${tests.maxAgeDays} days`);
  if (tests.maxAgeMonths !== undefined) said.push(`no older than ${period(tests.maxAgeMonths)}`);
  if (tests.issuedWithinMonths !== undefined) said.push(`issued within the last ${period(tests.issuedWithinMonths)}`);
  if (tests.identityVerifiedSample) said.push("from a sample with your identity checked");
  for (const [id, test] of Object.entries(tests.where ?? {})) {
    const blank = typeof test === "object" && "present" in test;
    said.push(
      blank
        ? `“${ownLabel(types, id)}” ${test.present ? "filled in" : "left empty"}`
        : `${fieldLabel(types, id)}: ${whereWords(test)}`,
    );
  }
  if (tests.anyAge) said.push("of any age");
  return said;
}

function whereWords(test: Exclude<WhereTest, { readonly present: boolean }>): string {
  if (typeof test !== "object") return answerWords(test).toLowerCase();
  if ("moreThan" in test) return `more than ${test.moreThan}`;
  if ("atLeast" in test) return `at least ${test.atLeast}`;
  if ("oneOf" in test) return either(test.oneOf.map((one) => answerWords(one).toLowerCase()));
  if ("equals" in test) return answerWords(test.equals).toLowerCase();
  if ("sameAsFact" in test) return `as answered to “${questionWords(test.sameAsFact)}”`;
  return `at least ${period(test.atLeastMonthsBefore)} ago`;
}

/** Whole years as years, the rest as months. */
function period(months: number): string {
  const [n, unit] = months % 12 === 0 ? [months / 12, "year"] : [months, "month"];
  return `${n} ${unit}${n === 1 ? "" : "s"}`;
}

function either(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}
