import { parseDay } from "../dates/civil-day.ts";
import { type ValidityRule, validityModes } from "../validity/rule.ts";
import { hasKeys, isObject, type Key, listOf, must, oneOf, type Report, text, whole } from "./json.ts";

const day: Key = {
  test: (value) => typeof value === "string" && parseDay(value) !== null,
  wants: "a date, YYYY-MM-DD",
};
const months = whole(1, 1200);
const days = whole(1, 36_500);
const within: Key = { test: isObject, wants: "an object in curly brackets" };

/** Whether this is a validity rule. Reports every fault with its place. */
export function isValidityRule(json: unknown, at: string, report: Report): json is ValidityRule {
  const keys = {
    mode: must(oneOf(validityModes)),
    from: text,
    months,
    days,
    until: text,
    start: text,
    noEndIf: text,
    variants: { test: Array.isArray, wants: "a list of variants" },
    lapsedOn: day,
    fixedWindows: within,
    derive: within,
    unless: within,
    warnDays: whole(0, 3660),
    note: text,
  } satisfies Record<string, Key>;
  if (!hasKeys(json, keys, at, report)) return false;
  const parts = [
    json.fixedWindows === undefined || isWindows(json.fixedWindows, `${at}.fixedWindows`, report),
    json.derive === undefined ||
      hasKeys(json.derive, { from: must(text), months: must(months), appliesFrom: must(day) }, `${at}.derive`, report),
    json.unless === undefined ||
      hasKeys(json.unless, { type: must(text), matching: must(text) }, `${at}.unless`, report),
    ...(Array.isArray(json.variants) ? json.variants : []).map((variant, index) =>
      isVariant(variant, `${at}.variants[${index}]`, report),
    ),
  ];
  return parts.every(Boolean);
}

function isWindows(json: unknown, at: string, report: Report): boolean {
  const anchors: Key = {
    test: (value) => isObject(value) && Object.values(value).every(day.test),
    wants: "a date for each value of the key, or for `all`",
  };
  return hasKeys(json, { key: text, asOf: must(text), everyMonths: must(months), anchors: must(anchors) }, at, report);
}

function isVariant(json: unknown, at: string, report: Report): boolean {
  if (!hasKeys(json, { when: must(within), months, days }, at, report)) return false;
  return hasKeys(json.when, { field: must(text), oneOf: must(listOf(text)) }, `${at}.when`, report);
}
