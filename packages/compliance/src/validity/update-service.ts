import { documentTypes } from "../catalogue/document-types.ts";
import type { CivilDay } from "../dates/civil-day.ts";
import { type Paper, sameValue, tidyValue } from "./paper.ts";
import type { ValidityRule } from "./rule.ts";

/** What the DBS Update Service says about a certificate on a day (README, Validity; DBS Update Service employer guide). */
export type Subscription =
  | { readonly state: "none" }
  /** New information was found: no longer good from the day of that check. */
  | { readonly state: "new-information"; readonly lastGoodDay: CivilDay }
  /** Kept live: good until the subscription ends, or the certificate's own period if that is later. */
  | { readonly state: "live"; readonly endsOn: CivilDay };

/** Looks through the subscriptions held; one with new information outweighs a live one. */
export function subscriptionFor(
  rule: ValidityRule,
  certificate: Paper,
  subscriptions: readonly Paper[],
  on: CivilDay,
): Subscription {
  if (!rule.unless) return { state: "none" };
  const number = certificate.value(rule.unless.matching);
  let best: Subscription = { state: "none" };
  for (const subscription of subscriptions) {
    if (number === undefined || !sameValue(subscription.value(rule.unless.matching), number)) continue;
    const found = stateOn(subscription, on);
    if (found.state === "new-information") return found;
    if (found.state === "live" && (best.state !== "live" || found.endsOn > best.endsOn)) best = found;
  }
  return best;
}

function stateOn(subscription: Paper, on: CivilDay): Subscription {
  const result = subscription.value("lastResult");
  const checked = subscription.day("lastCheckedOn");
  if (result === "NEW_INFO") {
    // Without its date nobody can say from when: it keeps nothing live.
    if (checked === null) return { state: "none" };
    if (checked <= on) return { state: "new-information", lastGoodDay: checked - 1 };
  }
  const starts = subscription.day("subscriptionStartsOn");
  const ends = subscription.day("subscriptionEndsOn");
  if (result === "NO_MATCH_FOUND" || ends === null || ends < on || (starts !== null && starts > on))
    return { state: "none" };
  return { state: "live", endsOn: ends };
}

/** From some day on, or always, a paper counts as nothing, whatever its dates: a status check found otherwise. */
export interface Overturned {
  readonly from: number;
  readonly as: "certificate" | "subscription";
}

/**
 * Papers that a status check of the Update Service has overturned. A subscription that found new information, or no
 * certificate of its number, keeps nothing live; a certificate is no longer good from the day on which new information was found.
 */
export function overturnedBy(papers: readonly Paper[]): ReadonlyMap<Paper, Overturned> {
  const found = new Map<Paper, Overturned>();
  const subscriptionsFor = subscriptionsOf(papers);
  for (const paper of papers) {
    const rule = paper.type?.validity;
    const subscriptions = rule ? subscriptionsFor(rule, paper) : [];
    const days = subscriptions.flatMap((one) =>
      one.value("lastResult") === "NEW_INFO" ? (one.day("lastCheckedOn") ?? []) : [],
    );
    if (days.length > 0) found.set(paper, { from: Math.min(...days), as: "certificate" });
    if (!subscriptionTypes.includes(paper.typeId)) continue;
    const result = paper.value("lastResult");
    if (result === "NO_MATCH_FOUND") found.set(paper, { from: Number.NEGATIVE_INFINITY, as: "subscription" });
    if (result === "NEW_INFO")
      found.set(paper, { from: paper.day("lastCheckedOn") ?? Number.NEGATIVE_INFINITY, as: "subscription" });
  }
  return found;
}

/** Kinds of paper that keep a certificate live. */
export const subscriptionTypes: readonly string[] = [
  ...new Set(documentTypes.flatMap(({ validity }) => validity.unless?.type ?? [])),
];

/** The subscriptions held for each certificate: each subscription is looked at once, however many certificates there are. */
export function subscriptionsOf(
  papers: readonly Paper[],
): (rule: ValidityRule, certificate: Paper) => readonly Paper[] {
  const indexes = new Map<string, ReadonlyMap<string, readonly Paper[]>>();
  return ({ unless }, certificate) => {
    if (!unless) return [];
    const key = `${unless.type}\n${unless.matching}`;
    const index = indexes.get(key) ?? byNumber(papers, unless.type, unless.matching);
    indexes.set(key, index);
    const number = numberIn(certificate, unless.matching);
    return (number === null ? undefined : index.get(number)) ?? [];
  };
}

function byNumber(papers: readonly Paper[], type: string, field: string): ReadonlyMap<string, readonly Paper[]> {
  const index = new Map<string, Paper[]>();
  for (const paper of papers) {
    const number = paper.typeId === type ? numberIn(paper, field) : null;
    if (number === null) continue;
    const known = index.get(number);
    if (known) known.push(paper);
    else index.set(number, [paper]);
  }
  return index;
}

function numberIn(paper: Paper, field: string): string | null {
  const value = paper.value(field);
  return typeof value === "string" ? tidyValue(value) : null;
}
