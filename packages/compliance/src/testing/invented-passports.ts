import { type Nation, nations, type Profession, professions } from "../catalogue/document-type.ts";
import { documentTypes } from "../catalogue/document-types.ts";
import { type CivilDay, dayOf, formatDay, parseDay } from "../dates/civil-day.ts";
import { requirementsFor } from "../profiles/for-person.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { starterFacts, starterProfiles } from "../profiles/starters.ts";
import { idealDocuments } from "../renewals/ideal.ts";
import { specimenOf } from "../renewals/ways.ts";
import { leavesOf } from "../requirements/leaves.ts";
import type { Requirement, Rule } from "../requirements/rule.ts";
import type { Situation } from "../requirements/situation.ts";
import type { HeldDocument } from "../validity/paper.ts";

/** Somebody invented: what they answered, what is asked of them, and the papers that they hold. */
export interface InventedPassport {
  readonly requirements: readonly Requirement[];
  readonly held: readonly HeldDocument[];
  readonly facts: FactAnswers;
}

interface Size {
  readonly papers: number;
  readonly requirements: number;
}

/** The day that invented papers are dated around. */
const today = dayOf("2026-11-23");

/** The same seed gives the same person, and each seed another: role, nation, answers, papers good, old, ended and empty. */
export function inventedPassport(seed: number, size: Size): InventedPassport {
  const chance = chances(seed);
  const facts = answersOf(chance);
  const requirements = asked(facts, seed, size.requirements);
  return { requirements, held: papersFor(requirements, facts, chance, size.papers), facts };
}

/** What the starter profiles leave out of the language, as an agency of its own would ask for it. */
const agencyOwn: readonly Requirement[] = [
  own("training-from-two-providers", {
    nOf: { count: 2, type: ["bls", "fire-safety", "infection-control"], distinctBy: "provider" },
  }),
  own("new-fit-to-work", { document: { type: "fit-to-work", issuedWithinMonths: 6 } }),
  own("exact-level", { document: { type: "safeguarding-children", level: 3, levelExact: true } }),
  own("checked-this-quarter", { document: { type: "dbs-certificate", maxAgeDays: 90 } }),
];

function own(id: string, rule: Rule): Requirement {
  return { id, title: id, why: "An invented agency asks for it", rule };
}

/** The person's own list first, then other lists until there are as many as wanted, each carried to the person's nation. */
function asked(facts: FactAnswers, seed: number, count: number): readonly Requirement[] {
  const turned = starterProfiles.map((_, place, all) => all[(place + seed) % all.length] ?? all[0]);
  const lists = turned.flatMap((profile) =>
    profile ? requirementsFor(profile, facts).map((one) => ({ ...one, id: `${profile.id}/${one.id}` })) : [],
  );
  return [...agencyOwn, ...lists].slice(0, count);
}

function papersFor(
  requirements: readonly Requirement[],
  facts: FactAnswers,
  chance: Chance,
  count: number,
): readonly HeldDocument[] {
  const situation: Situation = { byType: new Map(), facts, on: today, shownOn: today };
  const wanted = requirements
    .flatMap(({ rule }) => leavesOf(rule))
    .filter(() => chance.happens(0.6))
    .flatMap(({ types, tests }) => idealDocuments(types, tests, situation).slice(0, 2))
    .map((one) => moved(specimenOf(one, ""), chance));
  const papers = chance.shuffled(wanted).slice(0, Math.ceil(count * 0.6));
  while (papers.length < count) papers.push(anyPaper(chance));
  return chance.shuffled(papers).map((paper, place) => ({ ...paper, id: `paper-${place + 1}` }));
}

/** A paper that would have done, with its days moved: most still do, some have ended, some want a day or another sender. */
function moved(paper: HeldDocument, chance: Chance): HeldDocument {
  const back = chance.happens(0.75) ? chance.below(80) : chance.below(900);
  const details = Object.entries(paper.details).flatMap(([field, value]): [string, unknown][] => {
    if (chance.happens(0.02)) return [];
    const day = typeof value === "string" ? parseDay(value) : null;
    if (day === null) return [[field, value]];
    return [[field, formatDay(day > today ? today + chance.below(1200) - 100 : day - back)]];
  });
  const senders = { issuer: chance.sender(), provider: chance.sender(), referee: chance.sender() };
  return { ...paper, details: { ...senders, certificateNumber: chance.number(), ...Object.fromEntries(details) } };
}

function anyPaper(chance: Chance): HeldDocument {
  const type = chance.oneOf(documentTypes);
  const details = type.fields.flatMap(({ id, kind, options }): [string, unknown][] => {
    if (chance.happens(0.1)) return [];
    if (kind === "date") return [[id, formatDay(chance.near(today))]];
    if (kind === "boolean") return [[id, chance.happens(0.5)]];
    if (kind === "number") return [[id, chance.below(200)]];
    if (kind === "enum") return [[id, chance.oneOf(options ?? [""])]];
    return [[id, kind === "code" ? chance.number() : chance.sender()]];
  });
  return { id: "", type: type.id, details: Object.fromEntries(details) };
}

function answersOf(chance: Chance): FactAnswers {
  const answers = starterFacts.flatMap(({ id, kind, options }): [string, string | number | boolean][] => {
    if (chance.happens(0.15)) return [];
    if (kind === "boolean") return [[id, chance.happens(0.5)]];
    return [[id, kind === "number" ? chance.below(60) : chance.oneOf(options ?? [""])]];
  });
  const role: Profession = chance.oneOf(professions);
  const nation: Nation = chance.oneOf(nations);
  return { ...Object.fromEntries(answers), role, nation };
}

type Chance = ReturnType<typeof chances>;

/** Numbers that look random and follow from the seed: mulberry32. */
function chances(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const oneOf = <T>(items: readonly T[]): T => {
    const found = items[below(items.length)];
    if (found === undefined) throw new Error("There is nothing to choose from");
    return found;
  };
  return {
    below,
    oneOf,
    happens: (share: number) => next() < share,
    near: (day: CivilDay): CivilDay => day + below(2200) - 1500,
    sender: () => `SPECIMEN ${oneOf(["north", "South", "  east", "WEST", "Mid  land"])}`,
    number: () => `SPECIMEN-${below(12)}`,
    shuffled<T>(items: readonly T[]): T[] {
      return items
        .map((item) => ({ item, at: next() }))
        .sort((one, two) => one.at - two.at)
        .map(({ item }) => item);
    },
  };
}
