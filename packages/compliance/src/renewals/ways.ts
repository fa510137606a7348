import { formatDay } from "../dates/civil-day.ts";
import { conditionHolds } from "../requirements/conditions.ts";
import { distinctKey } from "../requirements/distinct-use.ts";
import { judge } from "../requirements/judge.ts";
import type { CountRule, CoverRule, Rule } from "../requirements/rule.ts";
import { type Candidate, candidatesByType, type Situation } from "../requirements/situation.ts";
import { type Passing, sortCandidates } from "../requirements/sort-candidates.ts";
import { fieldValue } from "../requirements/ways-to-fill.ts";
import { paperOf, tidyValue } from "../validity/paper.ts";
import { overturnedBy, subscriptionTypes } from "../validity/update-service.ts";
import { idealDocuments, merged, type Wanted } from "./ideal.ts";

/** One way to satisfy a rule: the documents to get for it. */
export type Way = readonly Wanted[];

/** As many ways as are looked at for one rule; the smallest are kept. */
const mostWays = 12;
const mostTogether = 4;
const mostLeaves = 24;

/** Ways to satisfy a rule by getting documents, smallest first; [[]] when it is satisfied already, [] when nothing helps. */
export function waysFor(rule: Rule, situation: Situation): readonly Way[] {
  if (judge(rule, situation).satisfied) return [[]];
  return smallest(openWays(rule, situation)).filter((way) => judge(rule, withWanted(situation, way)).satisfied);
}

function openWays(rule: Rule, situation: Situation): readonly Way[] {
  if ("document" in rule) return idealDocuments(rule.document.type, rule.document, situation).map((one) => [one]);
  if ("nOf" in rule) return countWays(rule.nOf, situation);
  if ("covers" in rule) return coverWays(rule.covers, situation);
  if ("anyOf" in rule) return rule.anyOf.flatMap((option) => waysFor(option, situation));
  if ("onlyIf" in rule)
    return conditionHolds(rule.onlyIf.condition, situation.facts) === true ? waysFor(rule.onlyIf.then, situation) : [];
  return rule.eachDocumentOnce || rule.sameField !== undefined
    ? togetherWays(rule, situation)
    : allWays(rule.allOf, situation);
}

function countWays(rule: CountRule, situation: Situation): readonly Way[] {
  const { passing } = sortCandidates(rule.type, rule, situation);
  const ideals = idealDocuments(rule.type, rule, situation);
  if (rule.distinctBy === "type") {
    const heldTypes = new Set(passing.map(({ candidate }) => candidate.paper.typeId));
    const others = ideals.filter((one) => !heldTypes.has(one.type));
    return others.length < rule.count - heldTypes.size ? [] : subsets(others, rule.count - heldTypes.size);
  }
  const have = rule.distinctBy === undefined ? passing.length : differentValues(passing, rule.distinctBy);
  return ideals.map((ideal) =>
    Array.from({ length: rule.count - have }, (_, index) => differing(ideal, rule.distinctBy, index)),
  );
}

function differentValues(passing: readonly Passing[], distinctBy: string): number {
  const keyOf = distinctKey(distinctBy);
  return new Set(passing.flatMap(({ candidate }) => keyOf(candidate.paper) ?? [])).size;
}

function differing(ideal: Wanted, field: string | undefined, index: number): Wanted {
  if (field === undefined) return ideal;
  const value = `SPECIMEN ${field} ${index + 1}`;
  return { type: ideal.type, details: new Map(ideal.details).set(field, { value, firmness: "exact" }) };
}

/** A document for each hole, one that explains it where that is allowed. */
function coverWays(rule: CoverRule, situation: Situation): readonly Way[] {
  const verdict = judge({ covers: rule }, situation);
  if (verdict.satisfied) return [[]];
  const holes = verdict.missing.flatMap((piece) => (piece.reason === "gap" ? [piece] : []));
  const filled = (type: string, from: string, to: string): Way =>
    holes.map((hole) => ({
      type,
      details: new Map([
        [from, { value: hole.from, firmness: "exact" as const }],
        [to, { value: hole.to, firmness: "exact" as const }],
      ]),
    }));
  const received = (way: Way): Way =>
    way.map((one) => ({
      type: one.type,
      details: new Map(one.details).set("receivedOn", { value: formatDay(situation.on), firmness: "free" }),
    }));
  const byPeriod = [rule.type].flat().map((type) => received(filled(type, "periodFrom", "periodTo")));
  return rule.orExplainedBy === undefined ? byPeriod : [...byPeriod, filled(rule.orExplainedBy, "gapFrom", "gapTo")];
}

function allWays(rules: readonly Rule[], situation: Situation): readonly Way[] {
  let ways: readonly Way[] = [[]];
  for (const rule of rules) {
    const own = waysFor(rule, situation);
    ways = smallest(ways.flatMap((way) => own.map((other) => joined(way, other))));
  }
  return ways;
}

/** The same documents may do for both lists where they can be one. */
export function joined(way: Way, other: Way): Way {
  const result = [...way];
  const free = new Set(way.keys());
  for (const wanted of other) {
    const place = [...free].find((index) => {
      const known = result[index];
      return known !== undefined && merged(known, wanted) !== null;
    });
    const known = place === undefined ? undefined : result[place];
    const both = known === undefined ? null : merged(known, wanted);
    if (place === undefined || both === null) result.push(wanted);
    else {
      result[place] = both;
      free.delete(place);
    }
  }
  return result;
}

/** Where parts depend on each other, growing sets of what the parts could use are tried on the rule itself. */
function togetherWays(rule: Extract<Rule, { allOf: unknown }>, situation: Situation): readonly Way[] {
  const leaves = shareable(rule, situation, leavesOf(rule, situation)).slice(0, mostLeaves);
  const among = sharers(rule, situation, leaves);
  for (let size = 1; size <= mostTogether; size += 1) {
    const found = multisets(leaves, size).filter((way) => judge(rule, withWanted(among, way)).satisfied);
    if (found.length > 0) return found;
  }
  return [];
}

function leavesOf(rule: Rule, situation: Situation): readonly Wanted[] {
  if ("allOf" in rule) return rule.allOf.flatMap((part) => leavesOf(part, situation));
  if ("anyOf" in rule) return rule.anyOf.flatMap((part) => leavesOf(part, situation));
  if ("onlyIf" in rule)
    return conditionHolds(rule.onlyIf.condition, situation.facts) === true ? leavesOf(rule.onlyIf.then, situation) : [];
  if ("covers" in rule) return coverWays(rule.covers, situation).flat();
  if ("document" in rule) return idealDocuments(rule.document.type, rule.document, situation);
  const { nOf } = rule;
  return idealDocuments(nOf.type, nOf, situation).flatMap((ideal) =>
    nOf.distinctBy === undefined || nOf.distinctBy === "type"
      ? [ideal]
      : Array.from({ length: nOf.count }, (_, index) => differing(ideal, nOf.distinctBy, index)),
  );
}

/** New documents that have to share a value may share one that is held, or a new one among themselves. */
function shareable(rule: { sameField?: string }, situation: Situation, leaves: readonly Wanted[]): readonly Wanted[] {
  const { sameField } = rule;
  if (sameField === undefined) return leaves;
  const heldValues = [...situation.byType.values()].flat().flatMap(({ paper }) => {
    const value = paper.value(sameField);
    return typeof value === "string" ? [value] : [];
  });
  const values = [...new Set(heldValues), "SPECIMEN shared"];
  return values.flatMap((value) =>
    leaves.map((leaf) => ({
      type: leaf.type,
      details: new Map(leaf.details).set(sameField, { value, firmness: "exact" as const }),
    })),
  );
}

/** Where a value has to be shared, only papers that have one of these can go with what is tried. */
function sharers({ sameField }: { sameField?: string }, situation: Situation, leaves: readonly Wanted[]): Situation {
  if (sameField === undefined) return situation;
  const values = new Set(leaves.map(({ details }) => tidyValue(String(details.get(sameField)?.value))));
  const byType = [...situation.byType].map(([type, candidates]): [string, readonly Candidate[]] => [
    type,
    candidates.filter(({ paper }) => values.has(fieldValue(paper, sameField) ?? "")),
  ]);
  return { ...situation, byType: new Map(byType) };
}

/** What a status check found about a number holds for new documents that carry it too. */
export function withWanted(situation: Situation, way: Way): Situation {
  const papers = way.map((wanted, index) => paperOf(specimenOf(wanted, `new-${index + 1}`)));
  const subscriptions = subscriptionTypes.flatMap((type) => situation.byType.get(type) ?? []);
  const overturned = overturnedBy([...subscriptions.map(({ paper }) => paper), ...papers]);
  const byType = new Map(situation.byType);
  for (const [type, candidates] of candidatesByType(papers, overturned))
    byType.set(type, [...(byType.get(type) ?? []), ...candidates]);
  return { ...situation, byType };
}

/** An invented document that has the wanted details, for previews. */
export function specimenOf(
  wanted: Wanted,
  id: string,
): { id: string; type: string; details: Record<string, string | number | boolean> } {
  return {
    id,
    type: wanted.type,
    details: Object.fromEntries([...wanted.details].map(([field, { value }]) => [field, value])),
  };
}

function smallest(ways: readonly Way[]): readonly Way[] {
  return [...ways].sort((one, two) => one.length - two.length).slice(0, mostWays);
}

function subsets<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size <= 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}

function multisets<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size <= 0) return [[]];
  return items.flatMap((item, index) => multisets(items.slice(index), size - 1).map((rest) => [item, ...rest]));
}
