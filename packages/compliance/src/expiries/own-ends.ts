import type { CivilDay } from "../dates/civil-day.ts";
import { type Paper, tidyValue } from "../validity/paper.ts";
import { earlier, standingOf } from "../validity/standing.ts";
import { subscriptionsOf } from "../validity/update-service.ts";
import { validityOn } from "../validity/validity.ts";
import { beginOf } from "./rivals.ts";

/**
 * The last good day of each paper by its own rule, without papers that another held one has replaced, and without
 * certificates that a subscription carried past their own end: there the subscription is what lapses.
 */
export function ownEnds(papers: readonly Paper[], today: CivilDay): ReadonlyMap<Paper, CivilDay> {
  const subscriptionsFor = subscriptionsOf(papers);
  const standing = papers.flatMap((paper): Standing[] => {
    const rule = paper.type?.validity;
    if (!rule) return [];
    const subscriptions = subscriptionsFor(rule, paper);
    const { status, end } = validityOn(rule, paper, today, subscriptions);
    if (status === "awaiting-date") return [];
    return [{ paper, end: end ?? Number.POSITIVE_INFINITY, carried: isCarried(paper, subscriptions) }];
  });
  const kept = new Set(notReplaced(standing));
  return new Map(
    standing
      .filter(({ paper, end, carried }) => end !== Number.POSITIVE_INFINITY && !carried && kept.has(paper))
      .map(({ paper, end }) => [paper, end]),
  );
}

interface Standing {
  readonly paper: Paper;
  readonly end: number;
  readonly carried: boolean;
}

/** Whether a subscription that was not found to have new information goes, or went, on for longer than the paper alone. */
function isCarried(paper: Paper, subscriptions: readonly Paper[]): boolean {
  const rule = paper.type?.validity;
  if (!rule || subscriptions.length === 0) return false;
  const { ageEnd, printedEnd } = standingOf(rule, paper, { kind: "own" });
  const alone = earlier(ageEnd, printedEnd);
  return subscriptions.some((subscription) => {
    const result = subscription.value("lastResult");
    const ends = subscription.day("subscriptionEndsOn");
    return result !== "NEW_INFO" && result !== "NO_MATCH_FOUND" && ends !== null && (alone === null || ends > alone);
  });
}

/** What was found out on a day, and not what a paper is for: a newer finding takes the place of an older one. */
const findings: ReadonlySet<string> = new Set(["status", "result", "lastResult", "outcome", "kind"]);
const places = ["issuingCountry", "country"];
const levels = ["level", "tier"];

/** Papers that no other takes the place of: one for the same use, at that level or above, that goes on without a gap. */
function notReplaced(standing: readonly Standing[]): readonly Paper[] {
  const kept: Paper[] = [];
  const beginsByUse = new Map<string, Map<number, CivilDay>>();
  // The last to end first; of those that end together the one added last stays.
  for (const { paper, end } of [...standing].reverse().sort((one, two) => compareEnds(two.end, one.end))) {
    const use = useOf(paper);
    const begins = beginsByUse.get(use) ?? new Map<number, CivilDay>();
    beginsByUse.set(use, begins);
    const level = levelOf(paper);
    if (![...begins].some(([other, begin]) => other >= level && begin <= end + 1)) kept.push(paper);
    begins.set(level, Math.min(beginOf(paper), begins.get(level) ?? Number.POSITIVE_INFINITY));
  }
  return kept;
}

/** Not by subtraction: two that never end would differ by no number. */
function compareEnds(one: number, two: number): number {
  return one === two ? 0 : one < two ? -1 : 1;
}

function useOf(paper: Paper): string {
  const choices = (paper.type?.fields ?? []).filter(
    (field) => places.includes(field.id) || (field.kind === "enum" && !field.ordered && !findings.has(field.id)),
  );
  return JSON.stringify([paper.typeId, ...choices.map(({ id }) => tidied(paper.value(id)))]);
}

function tidied(value: unknown): unknown {
  return typeof value === "string" ? tidyValue(value) : value;
}

function levelOf(paper: Paper): number {
  for (const id of levels) {
    const value = paper.value(id);
    const options = paper.type?.fields.find((field) => field.id === id && field.ordered)?.options ?? [];
    if (typeof value === "number") return value;
    if (typeof value === "string") return options.indexOf(value);
  }
  return 0;
}
