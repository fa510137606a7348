import { dayOf } from "../dates/civil-day.ts";
import type { Asking } from "../expiries/lapses.ts";
import { openPassport, situationOn } from "../readiness/readiness.ts";
import { judge } from "../requirements/judge.ts";
import type { Asked } from "../requirements/judge-held.ts";
import { isWanted, type Requirement } from "../requirements/rule.ts";
import type { Situation } from "../requirements/situation.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { joined, specimenOf, type Way, waysFor, withWanted } from "./ways.ts";

export interface Renewal {
  readonly type: string;
  /** An invented document with the details that it needs, such as level or workforce. */
  readonly specimen: HeldDocument;
  /** Ids of the requirements that it helps to satisfy. */
  readonly requirements: readonly string[];
  /** Documents of the same type that are held and do not do: it renews one of these. */
  readonly inPlaceOf: readonly string[];
}

export interface RenewalPlan {
  /** The documents to get. With them everything in `reaches` is held. */
  readonly documents: readonly Renewal[];
  readonly reaches: readonly string[];
  /** Ids that no new document satisfies now: a question is open, or the rule cannot be met. */
  readonly outOfReach: readonly string[];
  /** False when there were too many ways to look at all of them: then it is a good set, perhaps not the smallest. */
  readonly smallest: boolean;
}

interface Open {
  readonly requirement: Requirement;
  readonly ways: readonly Way[];
}

const mostSteps = 20_000;

/**
 * The smallest set of new documents, dated on the day the papers are shown, that satisfies what these requirements still
 * want, without what is wanted only if asked for. One document that does for several of them counts once. Whether this person
 * can get a paper (a British passport, say) is not known here.
 */
export function smallestRenewals(
  requirements: readonly Requirement[],
  held: readonly HeldDocument[],
  asked: Asked,
): RenewalPlan {
  const on = dayOf(asked.on);
  const passport = openPassport(held, asked.facts ?? {});
  const situation = situationOn(passport, on, asked.shownOn === undefined ? on : dayOf(asked.shownOn));
  const wanting = requirements.filter((one) => isWanted(one) && !judge(one.rule, situation).satisfied);
  const open = wanting.map((requirement) => ({ requirement, ways: waysFor(requirement.rule, situation) }));
  const reachable = open.filter(({ ways }) => ways.length > 0);
  const solved = groupsByType(reachable).map((group) => smallestWay(group, situation));
  const documents = solved.flatMap(({ way }) => way);
  return {
    documents: documents.map((wanted, index) => describe(wanted, index, documents, reachable, situation)),
    reaches: reachable.map(({ requirement }) => requirement.id),
    outOfReach: open.filter(({ ways }) => ways.length === 0).map(({ requirement }) => requirement.id),
    smallest: solved.every(({ exact }) => exact),
  };
}

/** For several hirers together; the ids of their requirements come after the hirer's key and a line end. */
export function renewalsForAll(askings: readonly Asking[], held: readonly HeldDocument[], asked: Asked): RenewalPlan {
  const all = askings.flatMap(({ key, requirements }) =>
    requirements.map((requirement) => ({ ...requirement, id: `${key}\n${requirement.id}` })),
  );
  return smallestRenewals(all, held, asked);
}

function describe(wanted: Way[number], index: number, all: Way, open: readonly Open[], situation: Situation): Renewal {
  const others = withWanted(
    situation,
    all.filter((_, place) => place !== index),
  );
  const heldOfType = situation.byType.get(wanted.type) ?? [];
  return {
    type: wanted.type,
    specimen: specimenOf(wanted, `new-${index + 1}`),
    requirements: open
      .filter(({ requirement }) => !judge(requirement.rule, others).satisfied)
      .map(({ requirement }) => requirement.id),
    inPlaceOf: heldOfType.filter(({ standsIn }) => standsIn === null).map(({ paper }) => paper.id),
  };
}

/** Requirements that could share a document are solved together; the rest do not touch each other. */
function groupsByType(open: readonly Open[]): readonly (readonly Open[])[] {
  let groups: { types: Set<string>; members: Open[] }[] = [];
  for (const one of open) {
    const types = new Set(one.ways.flat().map((wanted) => wanted.type));
    const touching = groups.filter((group) => [...types].some((type) => group.types.has(type)));
    const together = {
      types: new Set([...types, ...touching.flatMap((group) => [...group.types])]),
      members: [...touching.flatMap((group) => group.members), one],
    };
    groups = [...groups.filter((group) => !touching.includes(group)), together];
  }
  return groups.map((group) => group.members);
}

/** Branch and bound over one way for each requirement. What is chosen is tried on the rules themselves. */
function smallestWay(group: readonly Open[], situation: Situation): { way: Way; exact: boolean } {
  const members = distinctRules(group).sort((one, two) => one.ways.length - two.ways.length);
  let best: Way | null = null;
  let steps = 0;
  const visit = (place: number, way: Way): void => {
    steps += 1;
    if (steps > mostSteps || (best !== null && way.length >= best.length)) return;
    const member = members[place];
    if (member) for (const own of member.ways) visit(place + 1, joined(way, own));
    else if (satisfiesAll(members, withWanted(situation, way))) best = way;
  };
  visit(0, []);
  return { way: best ?? members.flatMap(({ ways }) => ways[0] ?? []), exact: best !== null && steps <= mostSteps };
}

function satisfiesAll(members: readonly Open[], situation: Situation): boolean {
  return members.every(({ requirement }) => judge(requirement.rule, situation).satisfied);
}

/** Several hirers often ask for the very same. */
function distinctRules(group: readonly Open[]): Open[] {
  return [...new Map(group.map((one) => [JSON.stringify(one.requirement.rule), one])).values()];
}
