import type { Profession } from "../catalogue/document-type.ts";
import { documentType } from "../catalogue/document-types.ts";
import { addMonths, dayOf, formatDay } from "../dates/civil-day.ts";
import { smallestRenewals } from "../renewals/renewals.ts";
import { judgeRule } from "../requirements/judge-held.ts";
import type { Requirement } from "../requirements/rule.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { requirementsFor, starterFor } from "./for-person.ts";
import type { FactAnswers } from "./profile.ts";

/** Somebody who does not exist, to show the author of a profile what it would say. */
export interface SpecimenPerson {
  readonly name: string;
  readonly facts: FactAnswers;
  readonly held: readonly HeldDocument[];
}

/** Ages of papers in days that are tried, the oldest first: each is as old as its starter list lets it be. */
const ages = [330, 240, 150, 75, 20, 5];

/**
 * An invented person of a profession on a day: answers that ask for nothing special, and the papers that the starter list
 * of the profession asks for, of different ages, but for one that they never got. The same for the same profession and
 * day, whatever the profile says that is tried on them.
 * @param on `YYYY-MM-DD`.
 */
export function specimenPerson(role: Profession | undefined, on: string): SpecimenPerson {
  const facts: FactAnswers = {
    role,
    nation: "england",
    worksWith: "both",
    worksMainlyWithChildren: false,
    grade: "specialty-registrar",
    eppRole: false,
    namesDiffer: false,
    cvHasGaps: false,
    leftCareRole: false,
    longestStayAbroadMonths: 0,
    trainedOutsideUk: false,
  };
  const requirements = requirementsFor(starterFor({ role }), facts);
  const { documents } = smallestRenewals(requirements, [], { on, facts });
  const fresh = documents.map(({ specimen }) => specimen);
  const held = documents.map(({ specimen, requirements: ids }, index) => {
    const asking = requirements.filter(({ id }) => ids.includes(id));
    return aged(specimen, index, { others: fresh.filter((one) => one !== specimen), asking, on, facts });
  });
  const never = held.findLast(({ type }) => documentType(type)?.category === "training") ?? held.at(-1);
  return { name: "Sam Specimen", facts, held: held.filter((paper) => paper !== never) };
}

interface Around {
  readonly others: readonly HeldDocument[];
  /** What is asked for that takes this paper. */
  readonly asking: readonly Requirement[];
  readonly on: string;
  readonly facts: FactAnswers;
}

/** The same paper, as old as may be. */
function aged(paper: HeldDocument, index: number, { others, asking, on, facts }: Around): HeldDocument {
  const { from, until } = documentType(paper.type)?.validity ?? {};
  if (from === undefined) return until === undefined ? paper : ending(paper, until, index, on);
  for (const days of ages.slice(index % 3)) {
    const older = { ...paper, details: { ...paper.details, [from]: formatDay(dayOf(on) - days) } };
    if (asking.every(({ rule }) => judgeRule(rule, [...others, older], { on, facts }).satisfied)) return older;
  }
  return paper;
}

/** Printed ends some months ahead, so that a strip of the coming year has something in it. */
function ending(paper: HeldDocument, field: string, index: number, on: string): HeldDocument {
  const end = formatDay(addMonths(dayOf(on), 7 + 5 * (index % 9)));
  return { ...paper, details: { ...paper.details, [field]: end } };
}
