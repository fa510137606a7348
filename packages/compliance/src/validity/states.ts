import { dayOf, formatDay } from "../dates/civil-day.ts";
import { type HeldDocument, paperOf } from "./paper.ts";
import { subscriptionsOf } from "./update-service.ts";
import { type Validity, validityOn } from "./validity.ts";

/**
 * The state of each held document on a day by its type's own rule, by document id; DBS certificates with the Update
 * Service records that are held. Types that are not known have no end.
 */
export function documentStates(held: readonly HeldDocument[], on: string): ReadonlyMap<string, Validity> {
  const day = dayOf(on);
  const papers = held.map(paperOf);
  const subscriptionsFor = subscriptionsOf(papers);
  return new Map(
    papers.map((paper) => {
      const rule = paper.type?.validity ?? { mode: "never" as const };
      const { status, end } = validityOn(rule, paper, day, subscriptionsFor(rule, paper));
      return [
        paper.id,
        { status, expiresOn: end === null ? null : formatDay(end), daysLeft: end === null ? null : end - day },
      ];
    }),
  );
}
