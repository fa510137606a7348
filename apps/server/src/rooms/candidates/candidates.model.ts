import {
  countsAs,
  derivedFacts,
  documentStates,
  type FactAnswers,
  type HeldDocument,
  heldUntil,
  isWanted,
  lapses,
  type Profession,
  professions,
  type Readiness,
  type RequirementReadiness,
  readinessOf,
  typesNamed,
  type Validity,
  withDerived,
} from "@locum-passport/compliance";
import type { Judged as Judging } from "../compliance/index.ts";
import type { Sender, SentCopy } from "../transfers/index.ts";

/** What a sender is measured by: the agency's own list, or the starter list of the sender's profession. */
export type Measure = Pick<Judging, "ref" | "requirements">;

/** A sender's copies judged on a day. Everything in it follows from what was sent to this agency. */
export interface Judged {
  sender: Sender;
  measure: Measure;
  today: string;
  readiness: Readiness;
  /** The state of every live copy, by its id. */
  states: ReadonlyMap<string, Validity>;
  /** The copies that count: the newest of each paper, unless this agency sent it back. */
  counted: readonly SentCopy[];
  /** Ids of requirements that are not met and of which nothing that could count was sent. */
  notSent: ReadonlySet<string>;
  /** Ids of requirements that are not met and for which a copy was sent that this agency sent back. */
  sentBack: ReadonlySet<string>;
  facts: FactAnswers;
}

export function judgeSender(sender: Sender, measure: Measure, today: string): Judged {
  const newest = newestOfEach(sender.copies);
  const counted = newest.filter((copy) => !copy.sentBack);
  const facts = withDerived(factsFrom(sender), derivedFacts(counted.map(asHeld), []));
  const judge = (copies: readonly SentCopy[]) =>
    readinessOf(measure.requirements, copies.map(asHeld), { on: today, facts });
  const readiness = judge(counted);
  const states = documentStates(sender.copies.map(asHeld), today);
  const unmet = countedOf(readiness).filter(({ state }) => state === "not-held");
  const sentBack = changedBy(unmet, counted.length < newest.length ? judge(newest) : readiness);
  const notSent = notSentOf(unmet, measure, newest);
  return { sender, measure, today, readiness, states, counted, notSent, sentBack, facts };
}

/** What is counted: without what is wanted only if asked for. */
export const countedOf = ({ requirements }: Readiness) => requirements.filter(isWanted);

function notSentOf(unmet: readonly RequirementReadiness[], measure: Measure, newest: readonly SentCopy[]) {
  const sent = countsAs(newest.map(asHeld));
  const empty = measure.requirements.filter(({ rule }) => !typesNamed(rule).some((type) => sent.has(type)));
  const ids = new Set(empty.map(({ id }) => id));
  return idsOf(unmet.filter(({ id }) => ids.has(id)));
}

/** What would be met, or missed for another reason, if what was sent back counted. */
function changedBy(unmet: readonly RequirementReadiness[], counting: Readiness): ReadonlySet<string> {
  const then = new Map(counting.requirements.map((one) => [one.id, JSON.stringify(one)]));
  return idsOf(unmet.filter((one) => then.get(one.id) !== JSON.stringify(one)));
}

const idsOf = (some: readonly RequirementReadiness[]): ReadonlySet<string> => new Set(some.map(({ id }) => id));

/**
 * The profession is what a transfer carries, and a CV's details may say whether it has gaps. Every other question stays
 * open: what is not known is not guessed.
 */
const factsFrom = ({ profession }: Sender): FactAnswers => ({ role: knownRole(profession) });

/** A profession that profiles know of; a transfer may carry anything. */
export const knownRole = (profession: string | null): Profession | undefined =>
  professions.find((known) => known === profession);

/** Copies come newest first. A paper that was sent twice is one paper. */
function newestOfEach(copies: readonly SentCopy[]): readonly SentCopy[] {
  const newest = new Map<string, SentCopy>();
  for (const copy of copies) if (!newest.has(copy.paper)) newest.set(copy.paper, copy);
  return [...newest.values()];
}

const asHeld = ({ id, type, details, originalSeen }: SentCopy): HeldDocument => ({
  id,
  type,
  details,
  originalSeen: originalSeen !== null,
});

/** Until when each requirement that is met stays so by waiting alone. */
export const metUntil = ({ counted, measure, today, facts }: Judged): ReadonlyMap<string, string | null> =>
  heldUntil(measure.requirements, counted.map(asHeld), { from: today, facts });

/** A copy that stops counting: by its own date, or earlier where the agency asks for a newer one. */
export interface Ending {
  title: string;
  type: string;
  /** The last good day. */
  on: string;
  /** Titles of what the agency asks for that is met no more from the day after. */
  breaks: string[];
}

/** What ends from today until a day, the earliest first. */
export function endingsUntil({ counted, measure, today, facts }: Judged, until: string): Ending[] {
  const titles = new Map(measure.requirements.map(({ id, title }) => [id, title]));
  const found = lapses([{ key: "agency", requirements: measure.requirements }], counted.map(asHeld), {
    on: today,
    facts,
  });
  return found.flatMap(({ documentId, type, endsOn, wantedBy }): Ending[] => {
    const copy = counted.find(({ id }) => id === documentId);
    if (!copy || endsOn < today || endsOn > until) return [];
    const broken = wantedBy.flatMap(({ requirements }) => requirements);
    return [{ title: copy.title, type, on: endsOn, breaks: broken.flatMap((id) => titles.get(id) ?? []) }];
  });
}

const dayMs = 86_400_000;
/** Civil days: no clock change moves them. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
