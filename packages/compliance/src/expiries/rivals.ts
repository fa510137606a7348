import type { CivilDay } from "../dates/civil-day.ts";
import { leavesOf } from "../requirements/leaves.ts";
import type { Rule } from "../requirements/rule.ts";
import { fieldValue } from "../requirements/ways-to-fill.ts";
import { type Paper, tidyValue } from "../validity/paper.ts";

interface Ending {
  readonly paper: Paper;
  readonly end: CivilDay;
}

/**
 * Papers that a rule cannot tell apart but by their dates. Of such no more can matter than the rule wants documents: the
 * rest are spared the trial, so that thousands of papers are judged as soon as a few.
 * @param papers all that could count towards the rule, also those that do not end.
 */
export function rivalsIn(rule: Rule, endings: readonly Ending[], papers: readonly Paper[]) {
  const most = documentsWanted(rule);
  const kindOf = kindsFor(rule, papers);
  const lives = livesByKind(endings, kindOf);
  const good = (kind: string, day: CivilDay) => {
    const { ends = [], begins = [] } = lives.get(kind) ?? {};
    return ends.length - firstPlace(ends, day) - (begins.length - firstPlace(begins, day + 1));
  };
  return {
    /** Of these, as many of each kind as could matter, the first ones. */
    best(some: readonly Ending[]): readonly Ending[] {
      const taken = new Map<string, number>();
      return some.filter(({ paper }) => {
        const kind = kindOf(paper);
        const count = taken.get(kind) ?? 0;
        taken.set(kind, count + 1);
        return count < most;
      });
    },
    /** Those without which there are not enough of their kind on a day. */
    critical: (some: readonly Ending[], day: CivilDay): readonly Ending[] =>
      some.filter(({ paper }) => good(kindOf(paper), day) < most),
  };
}

interface Lives {
  readonly ends: CivilDay[];
  readonly begins: CivilDay[];
}

/** First and last days of each kind of paper, each sorted by itself. A paper that ends on several days counts to the first. */
function livesByKind(endings: readonly Ending[], kindOf: (paper: Paper) => string): ReadonlyMap<string, Lives> {
  const earliest = new Map<Paper, CivilDay>();
  for (const { paper, end } of endings) earliest.set(paper, Math.min(end, earliest.get(paper) ?? end));
  const lives = new Map<string, Lives>();
  for (const [paper, end] of earliest) {
    const kind = kindOf(paper);
    const known = lives.get(kind) ?? { ends: [], begins: [] };
    lives.set(kind, known);
    known.ends.push(end);
    known.begins.push(beginOf(paper));
  }
  for (const { ends, begins } of lives.values()) for (const days of [ends, begins]) days.sort((one, two) => one - two);
  return lives;
}

/** The first good day; without one a paper was good always. */
export function beginOf(paper: Paper): CivilDay {
  const { from, start } = paper.type?.validity ?? {};
  const days = [from, start].flatMap((field) => (field === undefined ? [] : (paper.day(field) ?? [])));
  return Math.max(Number.NEGATIVE_INFINITY, ...days);
}

/** The place of the first day that is not before `day`, in days sorted upwards. */
function firstPlace(days: readonly CivilDay[], day: CivilDay): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function documentsWanted(rule: Rule): number {
  if ("allOf" in rule) return rule.allOf.reduce((sum, part) => sum + documentsWanted(part), 0);
  if ("anyOf" in rule) return Math.max(0, ...rule.anyOf.map(documentsWanted));
  if ("onlyIf" in rule) return documentsWanted(rule.onlyIf.then);
  return "nOf" in rule ? rule.nOf.count : 1;
}

function kindsFor(rule: Rule, papers: readonly Paper[]): (paper: Paper) => string {
  const { tested, matched } = fieldsIn(rule);
  const alone = new Map([...matched].map((field) => [field, valuesOnce(papers, field)]));
  const known = new Map<Paper, string>();
  return (paper) => {
    const found = known.get(paper);
    if (found !== undefined) return found;
    const standsIn = paper.type?.alsoCountsAs?.flatMap(({ onlyIf }) => onlyIf?.field ?? []) ?? [];
    const kind = JSON.stringify([
      paper.typeId,
      ...[...tested, ...standsIn].map((field) => asCompared(paper, field)),
      ...[...alone].map(([field, values]) => {
        const value = fieldValue(paper, field);
        return value !== null && values.has(value) ? [] : value;
      }),
    ]);
    known.set(paper, kind);
    return kind;
  };
}

/** Where values are only held against each other, it is all one which value a paper has that no other one has. */
function valuesOnce(papers: readonly Paper[], field: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const paper of papers) {
    const value = fieldValue(paper, field);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([value, count]) => (count === 1 ? [value] : [])));
}

/** Text as it is compared; the number 2 and the text "2" stay apart. */
function asCompared(paper: Paper, field: string): unknown {
  const value = paper.value(field);
  return typeof value === "string" ? tidyValue(value) : value;
}

/** Details that the rule looks at beside dates of validity: for what they say, or for whether they are the same. */
function fieldsIn(rule: Rule): { tested: ReadonlySet<string>; matched: ReadonlySet<string> } {
  const tested = new Set(["level", "workforce", "identityVerifiedSample"]);
  for (const { tests } of leavesOf(rule)) for (const field of Object.keys(tests.where ?? {})) tested.add(field);
  const matched = new Set(matchedIn(rule).filter((field) => field !== "type" && !tested.has(field)));
  return { tested, matched };
}

function matchedIn(rule: Rule): readonly string[] {
  if ("allOf" in rule) return [rule.sameField ?? [], ...rule.allOf.map(matchedIn)].flat();
  if ("anyOf" in rule) return rule.anyOf.flatMap(matchedIn);
  if ("onlyIf" in rule) return matchedIn(rule.onlyIf.then);
  return "nOf" in rule && rule.nOf.distinctBy !== undefined ? [rule.nOf.distinctBy] : [];
}
