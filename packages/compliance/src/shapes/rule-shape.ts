import type { FactCondition, Rule, WhereTest } from "../requirements/rule.ts";
import {
  anything,
  flag,
  hasKeys,
  isObject,
  type Key,
  listOf,
  must,
  number,
  oneOf,
  plain,
  type Report,
  text,
  whole,
} from "./json.ts";

const forms = ["allOf", "anyOf", "document", "nOf", "covers", "onlyIf"] as const;
const deepest = 12;
const mostParts = 60;

const types: Key = {
  test: (value) => text.test(value) || listOf(text).test(value),
  wants: "the id of a document type, or a list of them",
};
const months = whole(1, 1200);
const tests = {
  level: { test: (value: unknown) => text.test(value) || number.test(value), wants: "a level" },
  levelExact: flag,
  workforce: oneOf(["adult", "child", "both"]),
  where: { test: isObject, wants: "field ids with their tests" },
  identityVerifiedSample: flag,
  maxAgeMonths: months,
  maxAgeDays: whole(1, 36_500),
  issuedWithinMonths: months,
  anyAge: flag,
} satisfies Record<string, Key>;

/** Whether this is a rule of the requirement language. Reports every fault with its place. */
export function isRule(json: unknown, at: string, report: Report, depth = 0): json is Rule {
  if (depth > deepest) return fault(report, at, `Nest rules ${deepest} deep at most`);
  const named = isObject(json) ? forms.filter((form) => Object.hasOwn(json, form)) : [];
  const [form] = named;
  if (!isObject(json) || form === undefined || named.length > 1)
    return fault(report, at, `Write an object with exactly one of: ${forms.join(", ")}`);
  const own = `${at}.${form}`;
  switch (form) {
    case "allOf":
      return (
        hasKeys(json, { allOf: must(listOf(anything)), eachDocumentOnce: flag, sameField: text }, at, report) &&
        areRules(json.allOf, own, report, depth)
      );
    case "anyOf":
      return hasKeys(json, { anyOf: must(listOf(anything)) }, at, report) && areRules(json.anyOf, own, report, depth);
    case "document":
      return hasKeys(json, { document: must(anything) }, at, report) && isDocument(json.document, own, report);
    case "nOf":
      return hasKeys(json, { nOf: must(anything) }, at, report) && isCount(json.nOf, own, report);
    case "covers":
      return hasKeys(json, { covers: must(anything) }, at, report) && isCover(json.covers, own, report);
    case "onlyIf":
      return hasKeys(json, { onlyIf: must(anything) }, at, report) && isOnlyIf(json.onlyIf, own, report, depth);
  }
}

function areRules(json: unknown, at: string, report: Report, depth: number): boolean {
  if (!Array.isArray(json)) return false;
  if (json.length > mostParts) return fault(report, at, `Write ${mostParts} parts at most`);
  return json.map((part, index) => isRule(part, `${at}[${index}]`, report, depth + 1)).every(Boolean);
}

function isDocument(json: unknown, at: string, report: Report): boolean {
  return hasKeys(json, { type: must(types), ...tests }, at, report) && areWhereTests(json.where, at, report);
}

function isCount(json: unknown, at: string, report: Report): boolean {
  const keys = { count: must(whole(1, 100)), type: must(types), distinctBy: text, ...tests };
  return hasKeys(json, keys, at, report) && areWhereTests(json.where, at, report);
}

function isCover(json: unknown, at: string, report: Report): boolean {
  const keys = { type: must(types), months: must(months), gapDaysAllowed: whole(0, 3660), orExplainedBy: text };
  return hasKeys(json, keys, at, report);
}

function isOnlyIf(json: unknown, at: string, report: Report, depth: number): boolean {
  // biome-ignore lint/suspicious/noThenProperty: a word of the requirement language.
  if (!hasKeys(json, { condition: must(anything), then: must(anything) }, at, report)) return false;
  const condition = isCondition(json.condition, `${at}.condition`, report);
  return isRule(json.then, `${at}.then`, report, depth + 1) && condition;
}

export function isCondition(json: unknown, at: string, report: Report): json is FactCondition {
  const keys = { fact: must(text), equals: plain, oneOf: listOf(plain), atLeast: number, present: flag };
  if (!hasKeys(json, keys, at, report)) return false;
  const given = ["equals", "oneOf", "atLeast", "present"].filter((key) => json[key] !== undefined);
  return given.length === 1 || fault(report, at, "Test the fact with exactly one of: equals, oneOf, atLeast, present");
}

function areWhereTests(json: unknown, at: string, report: Report): boolean {
  if (json === undefined) return true;
  if (!isObject(json)) return false;
  return Object.entries(json)
    .map(([field, test]) => isWhereTest(test, `${at}.where.${field}`, report))
    .every(Boolean);
}

function isWhereTest(json: unknown, at: string, report: Report): json is WhereTest {
  if (!isObject(json))
    return plain.test(json) || fault(report, at, `Write ${plain.wants}, or one test in curly brackets`);
  const keys = {
    moreThan: number,
    atLeast: number,
    oneOf: listOf(plain),
    present: flag,
    equals: plain,
    sameAsFact: text,
    atLeastMonthsBefore: months,
  };
  if (!hasKeys(json, keys, at, report)) return false;
  return Object.keys(json).length === 1 || fault(report, at, `Use exactly one of: ${Object.keys(keys).join(", ")}`);
}

function fault(report: Report, at: string, message: string): false {
  report(at, message);
  return false;
}
