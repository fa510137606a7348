import type { CivilDay } from "../dates/civil-day.ts";
import { leavesOf } from "../requirements/leaves.ts";
import type { Rule } from "../requirements/rule.ts";
import { type Paper, tidyValue } from "../validity/paper.ts";

interface Ending {
  readonly paper: Paper;
  readonly end: CivilDay;
}

/**
 * Papers that a rule cannot tell apart but by their dates. Of such no more can matter than the rule wants documents: the
 * rest are spared the trial, so that thousands of papers are judged as soon as a few.
 */
export function rivalsIn(rule: Rule, endings: readonly Ending[]) {
  const most = documentsWanted(rule);
  const kindOf = kindsFor(rule);
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

function kindsFor(rule: Rule): (paper: Paper) => string {
  const fields = [...fieldsIn(rule)];
  const known = new Map<Paper, string>();
  return (paper) => {
    const found = known.get(paper);
    if (found !== undefined) return found;
    const others = paper.type?.alsoCountsAs?.flatMap(({ onlyIf }) => onlyIf?.field ?? []) ?? [];
    const kind = JSON.stringify([paper.typeId, ...[...fields, ...others].map((field) => asCompared(paper, field))]);
    known.set(paper, kind);
    return kind;
  };
}

/** Text as it is compared; the number 2 and the text "2" stay apart. */
function asCompared(paper: Paper, field: string): unknown {
  const value = paper.value(field);
  return typeof value === "string" ? tidyValue(value) : value;
}

/** Details that the rule looks at beside dates of validity. */
function fieldsIn(rule: Rule): ReadonlySet<string> {
  const fields = new Set(["level", "workforce", "identityVerifiedSample"]);
  for (const { tests } of leavesOf(rule)) for (const field of Object.keys(tests.where ?? {})) fields.add(field);
  const visit = (part: Rule): void => {
    if ("allOf" in part) {
      if (part.sameField !== undefined) fields.add(part.sameField);
      for (const one of part.allOf) visit(one);
    } else if ("anyOf" in part) for (const one of part.anyOf) visit(one);
    else if ("onlyIf" in part) visit(part.onlyIf.then);
    else if ("nOf" in part && part.nOf.distinctBy !== undefined) fields.add(part.nOf.distinctBy);
  };
  visit(rule);
  return fields;
}
