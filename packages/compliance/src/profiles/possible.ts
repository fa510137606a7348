import type { DocumentType } from "../catalogue/document-type.ts";
import { documentType } from "../catalogue/document-types.ts";
import type { CivilDay } from "../dates/civil-day.ts";
import { idealDocuments } from "../renewals/ideal.ts";
import type { CountRule, DocumentTests, FactCondition, Rule, WhereTest } from "../requirements/rule.ts";
import type { Report } from "../shapes/json.ts";
import type { Fact } from "./profile.ts";

interface Known {
  readonly on: CivilDay;
  readonly facts: readonly Fact[];
}

/** Reports what no document and no answer could ever meet: unknown types, fields, choices and questions, lapsed papers. */
export function reportImpossible(rule: Rule, at: string, known: Known, report: Report): void {
  if ("allOf" in rule) {
    rule.allOf.forEach((part, index) => void reportImpossible(part, `${at}.allOf[${index}]`, known, report));
    if (rule.sameField !== undefined) reportMissingField(typesIn(rule), rule.sameField, `${at}.sameField`, report);
  } else if ("anyOf" in rule)
    rule.anyOf.forEach((option, index) => void reportImpossible(option, `${at}.anyOf[${index}]`, known, report));
  else if ("onlyIf" in rule) {
    reportCondition(rule.onlyIf.condition, `${at}.onlyIf.condition`, known, report);
    reportImpossible(rule.onlyIf.then, `${at}.onlyIf.then`, known, report);
  } else if ("covers" in rule) {
    const { type, orExplainedBy } = rule.covers;
    const explaining =
      orExplainedBy === undefined ? [] : knownTypes(orExplainedBy, `${at}.covers.orExplainedBy`, report);
    reportMissingField(knownTypes(type, `${at}.covers.type`, report), "periodFrom", `${at}.covers`, report);
    reportMissingField(explaining, "gapFrom", `${at}.covers`, report);
  } else if ("document" in rule) reportTests(rule.document, `${at}.document`, known, report);
  else {
    reportTests(rule.nOf, `${at}.nOf`, known, report);
    reportCount(rule.nOf, `${at}.nOf`, report);
  }
}

const ageTests = ["maxAgeMonths", "maxAgeDays", "issuedWithinMonths", "anyAge"] as const;

function reportTests(
  tests: DocumentTests & { type: string | readonly string[] },
  at: string,
  known: Known,
  report: Report,
): void {
  const types = knownTypes(tests.type, `${at}.type`, report);
  let good = types.length === [tests.type].flat().length;
  const fault = (where: string, message: string) => {
    report(where, message);
    good = false;
  };
  if (tests.level !== undefined) reportMissingField(types, "level", `${at}.level`, fault);
  if (tests.workforce !== undefined) reportMissingField(types, "workforce", `${at}.workforce`, fault);
  if (tests.identityVerifiedSample !== undefined) reportMissingField(types, "identityVerifiedSample", at, fault);
  for (const [field, test] of Object.entries(tests.where ?? {})) {
    reportMissingField(types, field, `${at}.where.${field}`, fault);
    reportUnknownFact(test, `${at}.where.${field}`, known, fault);
  }
  const limits = ageTests.filter((test) => tests[test] !== undefined);
  if (limits.length > 1) fault(at, `Use one of these, not both: ${limits.join(", ")}`);
  if (tests.levelExact !== undefined && tests.level === undefined) fault(`${at}.levelExact`, 'Add "level" to it');
  for (const type of types)
    if (limits.some((test) => test !== "anyAge") && type.validity.from === undefined)
      fault(at, `${type.name} has no date to count an age from. Take the age limit out`);
  if (!good) return;
  const situation = { byType: new Map(), facts: anyAnswers(known.facts), on: known.on, shownOn: known.on };
  if (idealDocuments(tests.type, tests, situation).length === 0) report(at, neverMet(types));
}

function neverMet(types: readonly DocumentType[]): string {
  const lapsed = types.find((type) => type.validity.lapsedOn !== undefined);
  if (lapsed) return `${lapsed.name} is accepted no longer, since ${lapsed.validity.lapsedOn}. Ask for something else`;
  return "No document can meet this. Check the values: each must be one that the type offers";
}

function reportCount({ type, count, distinctBy, where }: CountRule, at: string, report: Report): void {
  if (distinctBy === undefined) return;
  const types = [type].flat();
  if (distinctBy === "type") {
    if (types.length < count)
      report(at, `${count} different types are asked for, out of ${types.length}. Name more types or ask for fewer`);
    return;
  }
  const known = types.flatMap((id) => documentType(id) ?? []);
  reportMissingField(known, distinctBy, `${at}.distinctBy`, report);
  const values = valuesLeft(where?.[distinctBy]);
  if (values < count)
    report(
      at,
      `${count} different values of "${distinctBy}" are asked for, out of ${values}. Leave more, or ask for fewer`,
    );
}

/** How many different values a test leaves. */
function valuesLeft(test: WhereTest | undefined): number {
  if (test === undefined) return Number.POSITIVE_INFINITY;
  if (typeof test !== "object" || "equals" in test || "sameAsFact" in test) return 1;
  if ("present" in test) return test.present ? Number.POSITIVE_INFINITY : 0;
  return "oneOf" in test ? new Set(test.oneOf).size : Number.POSITIVE_INFINITY;
}

function reportCondition(condition: FactCondition, at: string, known: Known, report: Report): void {
  const fact = known.facts.find((one) => one.id === condition.fact);
  if (!fact) {
    report(at, `There is no question "${condition.fact}". There are: ${known.facts.map((one) => one.id).join(", ")}`);
    return;
  }
  if ("atLeast" in condition && fact.kind !== "number")
    report(at, `The answer to "${fact.id}" is no number. ${answersOf(fact)}`);
  const answers = "equals" in condition ? [condition.equals] : "oneOf" in condition ? condition.oneOf : [];
  for (const answer of answers)
    if (!isAnswer(fact, answer)) report(at, `"${answer}" is no answer to "${fact.id}". ${answersOf(fact)}`);
}

function isAnswer(fact: Fact, answer: string | number | boolean): boolean {
  if (fact.kind === "enum") return typeof answer === "string" && fact.options?.includes(answer) !== false;
  return typeof answer === fact.kind;
}

function answersOf({ kind, options = [] }: Fact): string {
  if (kind === "boolean") return "It is answered by true or false, without quotes";
  return kind === "number" ? "It is answered by a number, without quotes" : `There are: ${options.join(", ")}`;
}

function reportUnknownFact(test: WhereTest, at: string, known: Known, report: Report): void {
  if (typeof test !== "object" || !("sameAsFact" in test)) return;
  if (!known.facts.some((fact) => fact.id === test.sameAsFact)) report(at, `There is no question "${test.sameAsFact}"`);
}

/** Some answer to every question, to see whether a value that depends on one could be met. */
function anyAnswers(facts: readonly Fact[]): Record<string, string | number | boolean> {
  return Object.fromEntries(facts.map((fact) => [fact.id, fact.options?.[0] ?? (fact.kind === "number" ? 1 : true)]));
}

function knownTypes(ids: string | readonly string[], at: string, report: Report): readonly DocumentType[] {
  return [ids].flat().flatMap((id) => {
    const type = documentType(id);
    if (type && id !== "other") return [type];
    report(at, `There is no document type "${id}"`);
    return [];
  });
}

function reportMissingField(types: readonly DocumentType[], field: string, at: string, report: Report): void {
  for (const type of types)
    if (!type.fields.some((one) => one.id === field)) report(at, `${type.name} has no detail "${field}"`);
}

function typesIn(rule: Rule): readonly DocumentType[] {
  if ("allOf" in rule) return rule.allOf.flatMap(typesIn);
  if ("anyOf" in rule) return rule.anyOf.flatMap(typesIn);
  if ("onlyIf" in rule) return typesIn(rule.onlyIf.then);
  const { type } = "document" in rule ? rule.document : "nOf" in rule ? rule.nOf : rule.covers;
  return [type].flat().flatMap((id) => documentType(id) ?? []);
}
