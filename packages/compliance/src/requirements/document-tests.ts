import { documentType } from "../catalogue/document-types.ts";
import { addMonths, type CivilDay } from "../dates/civil-day.ts";
import { type Paper, sameValue } from "../validity/paper.ts";
import type { ValidityRule } from "../validity/rule.ts";
import { type Counting, earlier, type Standing, standingOf } from "../validity/standing.ts";
import { statusOn } from "../validity/validity.ts";
import { answerTo } from "./conditions.ts";
import type { Failure } from "./missing.ts";
import type { DocumentTests, WhereTest } from "./rule.ts";
import type { Candidate, Situation } from "./situation.ts";

export type Tested =
  /** `passesUntil`: the first day on which it will no longer pass by waiting alone. */
  { readonly passes: true; readonly passesUntil: number } | { readonly passes: false; readonly failure: Failure };

/** Runs every test named on one candidate, in the order in which failures are told. */
export function testDocument(candidate: Candidate, tests: DocumentTests, situation: Situation): Tested {
  const failure = valueFailure(candidate.paper, tests, situation);
  if (failure) return { passes: false, failure };
  if (situation.undated?.has(candidate.paper)) return { passes: true, passesUntil: Number.POSITIVE_INFINITY };
  const { from, as } = candidate.overturned ?? notOverturned;
  if (from <= situation.on) return { passes: false, failure: as === "certificate" ? "expired" : "value-not-met" };
  const tested = testDates(candidate, tests, situation);
  return tested.passes ? { passes: true, passesUntil: Math.min(tested.passesUntil, from) } : tested;
}

const notOverturned = { from: Number.POSITIVE_INFINITY, as: "certificate" } as const;

/**
 * The last day on which a paper could pass as this candidate, also where that day is over; null when it does not end by
 * itself, never could pass, or a date is not known.
 */
export function lastGoodDay(candidate: Candidate, tests: DocumentTests, situation: Situation): CivilDay | null {
  const rule = ruleFor(candidate);
  if (!rule) return null;
  const { ageEnd, printedEnd, dateMissing } = standingOf(
    rule,
    candidate.paper,
    countingFor(candidate, tests, rule).counting,
  );
  const { overturned } = candidate;
  if (overturned?.from === Number.NEGATIVE_INFINITY) return null;
  const end = earlier(earlier(ageEnd, printedEnd), overturned === undefined ? null : overturned.from - 1);
  if (end === null || dateMissing) return null;
  return valueFailure(candidate.paper, tests, { ...situation, on: end }) === null ? end : null;
}

function valueFailure(paper: Paper, tests: DocumentTests, situation: Situation): Failure | null {
  if (tests.level !== undefined && !levelMet(paper, tests.level, tests.levelExact === true)) return "wrong-level";
  if (tests.workforce !== undefined && !workforceMet(paper, tests.workforce)) return "wrong-workforce";
  if (tests.where)
    for (const field in tests.where) {
      const test = tests.where[field];
      if (test !== undefined && !whereMet(paper, field, test, situation)) return "value-not-met";
    }
  if (tests.identityVerifiedSample === true && paper.value("identityVerifiedSample") !== true)
    return "not-identity-verified-sample";
  return null;
}

/** Numbers compare as numbers, ordered choices by position. */
function levelMet(paper: Paper, wanted: string | number, exact: boolean): boolean {
  const held = paper.value("level");
  const have = levelNumber(paper, held);
  const want = levelNumber(paper, wanted);
  if (have === null || want === null) return held !== undefined && sameValue(held, wanted);
  return exact ? have === want : have >= want;
}

function levelNumber(paper: Paper, level: unknown): number | null {
  if (typeof level === "number") return level;
  if (typeof level !== "string") return null;
  const field = paper.type?.fields.find((one) => one.id === "level");
  if (field?.ordered) {
    const options = field.options ?? [];
    const place = options.includes(level) ? options.indexOf(level) : options.findIndex((one) => sameValue(one, level));
    return place === -1 ? null : place;
  }
  const number = Number(level);
  return level.trim() !== "" && Number.isFinite(number) ? number : null;
}

function workforceMet(paper: Paper, wanted: "adult" | "child" | "both"): boolean {
  const held = paper.value("workforce");
  return sameValue(held, wanted) || sameValue(held, "both");
}

function whereMet(paper: Paper, field: string, test: WhereTest, situation: Situation): boolean {
  const value = paper.value(field);
  if (typeof test !== "object") return sameValue(value, test);
  if ("present" in test) return (value !== undefined) === test.present;
  if (value === undefined) return false;
  if ("equals" in test) return sameValue(value, test.equals);
  if ("oneOf" in test) return test.oneOf.some((option) => sameValue(option, value));
  if ("moreThan" in test) return typeof value === "number" && value > test.moreThan;
  if ("atLeast" in test) return typeof value === "number" && value >= test.atLeast;
  if ("sameAsFact" in test) return sameValue(value, answerTo(situation.facts, test.sameAsFact));
  const day = paper.day(field);
  return day !== null && day <= addMonths(situation.on, -test.atLeastMonthsBefore);
}

function testDates(candidate: Candidate, tests: DocumentTests, situation: Situation): Tested {
  const rule = ruleFor(candidate);
  if (!rule) return { passes: true, passesUntil: Number.POSITIVE_INFINITY };
  const { counting, shown } = countingFor(candidate, tests, rule);
  const standing = standingOf(rule, candidate.paper, counting);
  // A limit of the profile's own is told apart from an end that the paper has by itself.
  if (counting.kind === "within") return testLimit(standing, situation.on, shown ? situation.shownOn : situation.on);
  return testStatus(standing, shown ? situation.shownOn : situation.on);
}

/** One that stands in follows its own rule or that of the type it stands in for; age tests do not reach it. */
function ruleFor({ paper, standsIn }: Candidate): ValidityRule | undefined {
  return standsIn?.judgedBy === "target" ? documentType(standsIn.type)?.validity : paper.type?.validity;
}

function countingFor(
  candidate: Candidate,
  tests: DocumentTests,
  rule: ValidityRule,
): { counting: Counting; shown: boolean } {
  const ageTestsReach = candidate.standsIn === null && rule.from !== undefined;
  if (ageTestsReach && (tests.maxAgeMonths !== undefined || tests.maxAgeDays !== undefined))
    return {
      counting: { kind: "within", period: { months: tests.maxAgeMonths, days: tests.maxAgeDays } },
      shown: false,
    };
  if (ageTestsReach && tests.issuedWithinMonths !== undefined)
    return { counting: { kind: "within", period: { months: tests.issuedWithinMonths } }, shown: true };
  if (candidate.standsIn === null && tests.anyAge === true) return { counting: { kind: "ignored" }, shown: false };
  return { counting: { kind: "own" }, shown: rule.mode === "age" };
}

function testLimit(standing: Standing, on: CivilDay, countedTo: CivilDay): Tested {
  if (standing.ageEnd !== null && standing.ageEnd < countedTo) return { passes: false, failure: "too-old" };
  const rest = testStatus({ ...standing, ageEnd: null }, on, countedTo);
  if (!rest.passes || standing.ageEnd === null) return rest;
  return { passes: true, passesUntil: Math.min(rest.passesUntil, standing.ageEnd + 1) };
}

function testStatus(standing: Standing, on: CivilDay, startedBy: CivilDay = on): Tested {
  const { status, end } = statusOn(standing, on);
  if (status === "expired" || status === "awaiting-date") return { passes: false, failure: status };
  if (standing.begins !== null && standing.begins > Math.min(on, startedBy))
    return { passes: false, failure: "not-yet-valid" };
  return { passes: true, passesUntil: end === null ? Number.POSITIVE_INFINITY : end + 1 };
}
