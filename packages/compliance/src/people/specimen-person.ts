import type { Profession } from "../catalogue/document-type.ts";
import { addMonths, type CivilDay, dayOf, formatDay } from "../dates/civil-day.ts";
import { specimenPeople } from "../generated/specimens.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import type { HeldDocument } from "../validity/paper.ts";

/** A day counted from the one on which the person is looked at. */
type DayFrom = { readonly months: number } | { readonly days: number };

interface SpecimenPaper {
  readonly type: string;
  readonly details: Readonly<Record<string, string | number | boolean | DayFrom>>;
}

export interface SpecimenPeople {
  readonly name: string;
  readonly answers: FactAnswers;
  readonly everyone: readonly SpecimenPaper[];
  readonly byRole: Readonly<Record<Profession, readonly SpecimenPaper[]>>;
}

export interface SpecimenPerson {
  readonly name: string;
  readonly facts: FactAnswers;
  readonly held: readonly HeldDocument[];
}

/**
 * An invented person of a profession with SPECIMEN papers, to try a list on: most papers are in date on the day given
 * (`YYYY-MM-DD`), one ends soon, one is out of date and some are not there.
 */
export function specimenPerson(role: Profession, on: string): SpecimenPerson {
  const today = dayOf(on);
  const papers = [...specimenPeople.everyone, ...specimenPeople.byRole[role]];
  return {
    name: specimenPeople.name,
    facts: { ...specimenPeople.answers, role },
    held: papers.map(({ type, details }, index) => ({
      id: `specimen-${index + 1}`,
      type,
      details: Object.fromEntries(
        Object.entries(details).map(([field, value]) => [field, typeof value === "object" ? day(value, today) : value]),
      ),
    })),
  };
}

function day(from: DayFrom, today: CivilDay): string {
  return formatDay("months" in from ? addMonths(today, from.months) : today + from.days);
}
