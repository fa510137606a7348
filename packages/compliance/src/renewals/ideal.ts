import type { DetailField, DocumentType } from "../catalogue/document-type.ts";
import { documentTypes } from "../catalogue/document-types.ts";
import { addMonths, dayOf, formatDay, parseDay } from "../dates/civil-day.ts";
import { answerTo } from "../requirements/conditions.ts";
import type { DocumentTests, WhereTest } from "../requirements/rule.ts";
import type { Situation } from "../requirements/situation.ts";

/** How firmly a detail of a wanted document is set: exactly so, so or more, or any way that does. */
export type Firmness = "exact" | "at-least" | "free";
export interface WantedDetail {
  readonly value: string | number | boolean;
  readonly firmness: Firmness;
}
/** A document to get, described by the details it needs. */
export interface Wanted {
  readonly type: string;
  readonly details: ReadonlyMap<string, WantedDetail>;
}

const yearsAhead = 10;

/**
 * Fresh documents that would pass these tests as one of the types, first those of the type itself, then those that stand
 * in for it. A type is left out when no document of it could ever pass.
 */
export function idealDocuments(
  types: string | readonly string[],
  tests: DocumentTests,
  situation: Situation,
): readonly Wanted[] {
  const wanted = [types].flat();
  const direct = wanted
    .flatMap((id) => documentTypes.filter((type) => type.id === id))
    .map((type) => ({ type, extra: [] }));
  const standIns = documentTypes.flatMap((type) =>
    (type.alsoCountsAs ?? [])
      .filter((other) => wanted.includes(other.type) && !wanted.includes(type.id))
      .map((other) => ({ type, extra: standInDetails(other.onlyIf) })),
  );
  return [...direct, ...standIns].flatMap(({ type, extra }) => {
    const details = idealDetails(type, tests, situation);
    return details ? [{ type: type.id, details: new Map([...details, ...extra]) }] : [];
  });
}

function standInDetails(test: NonNullable<DocumentType["alsoCountsAs"]>[number]["onlyIf"]): [string, WantedDetail][] {
  if (!test) return [];
  if ("present" in test) return [[test.field, { value: "SPECIMEN", firmness: "free" }]];
  return [[test.field, { value: test.oneOf[0] ?? "", firmness: "exact" }]];
}

function idealDetails(
  type: DocumentType,
  tests: DocumentTests,
  situation: Situation,
): Map<string, WantedDetail> | null {
  const { validity: rule } = type;
  const on = Math.min(situation.on, situation.shownOn);
  if (rule.lapsedOn !== undefined && dayOf(rule.lapsedOn) < situation.on) return null;
  const details = new Map<string, WantedDetail>();
  const free = (field: string | undefined, value: string) => {
    if (field !== undefined) details.set(field, { value, firmness: "free" });
  };
  free(rule.until, formatDay(addMonths(situation.on, yearsAhead * 12)));
  free(rule.start, formatDay(on));
  free(rule.from, formatDay(on));
  if (tests.level !== undefined)
    details.set("level", { value: tests.level, firmness: tests.levelExact ? "exact" : "at-least" });
  if (tests.workforce !== undefined) details.set("workforce", { value: "both", firmness: "free" });
  if (tests.identityVerifiedSample === true) details.set("identityVerifiedSample", { value: true, firmness: "exact" });
  for (const [field, test] of Object.entries(tests.where ?? {})) {
    const wanted = detailFor(test, fieldOf(type, field), situation);
    if (wanted === null) return null;
    if (wanted !== "leave-out") details.set(field, wanted);
  }
  return [...details].every(([field, detail]) => couldHold(type, field, detail)) ? details : null;
}

function detailFor(
  test: WhereTest,
  field: DetailField | undefined,
  situation: Situation,
): WantedDetail | "leave-out" | null {
  if (typeof test !== "object") return { value: test, firmness: "exact" };
  if ("equals" in test) return { value: test.equals, firmness: "exact" };
  if ("oneOf" in test) return test.oneOf[0] === undefined ? null : { value: test.oneOf[0], firmness: "exact" };
  if ("moreThan" in test) return { value: Math.floor(test.moreThan) + 1, firmness: "at-least" };
  if ("atLeast" in test) return { value: test.atLeast, firmness: "at-least" };
  if ("present" in test) return test.present ? placeholder(field, situation) : "leave-out";
  if ("sameAsFact" in test) {
    const answer = answerTo(situation.facts, test.sameAsFact);
    return answer === undefined ? null : { value: answer, firmness: "exact" };
  }
  return { value: formatDay(addMonths(situation.on, -test.atLeastMonthsBefore)), firmness: "free" };
}

function placeholder(field: DetailField | undefined, situation: Situation): WantedDetail {
  if (field?.kind === "boolean") return { value: true, firmness: "free" };
  if (field?.kind === "number") return { value: 1, firmness: "free" };
  if (field?.kind === "date") return { value: formatDay(situation.on), firmness: "free" };
  return { value: field?.options?.[0] ?? "SPECIMEN", firmness: "free" };
}

function fieldOf(type: DocumentType, id: string): DetailField | undefined {
  return type.fields.find((field) => field.id === id);
}

/** A field that the type lacks, or a choice that it does not offer, can never be met. */
function couldHold(type: DocumentType, id: string, { value }: WantedDetail): boolean {
  const field = fieldOf(type, id);
  if (!field) return false;
  if (field.kind === "enum") return typeof value === "string" && field.options?.includes(value) === true;
  if (field.kind === "number") return typeof value === "number";
  if (field.kind === "boolean") return typeof value === "boolean";
  return typeof value === "string" && (field.kind !== "date" || parseDay(value) !== null);
}

/** One document that does for both, or null when none can. */
export function merged(one: Wanted, two: Wanted): Wanted | null {
  if (one.type !== two.type) return null;
  const details = new Map(one.details);
  for (const [field, wanted] of two.details) {
    const known = details.get(field);
    const both = known ? strongest(one.type, field, known, wanted) : wanted;
    if (both === null) return null;
    details.set(field, both);
  }
  return { type: one.type, details };
}

function strongest(type: string, field: string, one: WantedDetail, two: WantedDetail): WantedDetail | null {
  if (one.value === two.value) return one.firmness === "free" ? two : one;
  if (one.firmness === "free") return two;
  if (two.firmness === "free") return one;
  const rank = (value: WantedDetail["value"]) => rankOf(type, field, value);
  const [low, high] = rank(one.value) <= rank(two.value) ? [one, two] : [two, one];
  return low.firmness === "at-least" && !Number.isNaN(rank(high.value)) && !Number.isNaN(rank(low.value)) ? high : null;
}

function rankOf(type: string, field: string, value: WantedDetail["value"]): number {
  if (typeof value === "number") return value;
  const options = documentTypes.find((one) => one.id === type)?.fields.find((one) => one.id === field)?.options;
  return typeof value === "string" && options?.includes(value) ? options.indexOf(value) : Number.NaN;
}
