import { documentType } from "../catalogue/document-types.ts";
import type { Asking } from "../expiries/lapses.ts";
import { leadDays, leadTimeOf } from "../expiries/lead-times.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { starterFact } from "../profiles/starters.ts";
import { type RenewalPlan, renewalsForAll } from "../renewals/renewals.ts";
import { isWanted } from "../requirements/rule.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { type Readiness, readinessOf } from "./readiness.ts";

export interface NextStep {
  readonly kind: "add" | "renew" | "answer" | "fill-in" | "explain-name" | "show-original";
  readonly title: string;
  readonly why: string;
  readonly type: string | null;
  readonly documentId: string | null;
  readonly fact: string | null;
  /** How many requirements, over all hirers, it satisfies or settles. */
  readonly unlocks: number;
  /** Days that getting it usually takes. */
  readonly leadDays: number;
}

interface Wanting {
  readonly askings: readonly Asking[];
  readonly held: readonly HeldDocument[];
  readonly on: string;
  readonly facts?: FactAnswers | undefined;
  /** Papers whose name differs from the profile and is not explained yet. */
  readonly unexplainedNames?: readonly string[];
  /** `renewalsForAll` of the same, where it is known already. */
  readonly plan?: RenewalPlan;
}

const most = 3;

/** What to do next, three at most: what satisfies most comes first, and of equals what takes longest to get. */
export function doNext({ askings, held, on, facts, unexplainedNames = [], plan }: Wanting): readonly NextStep[] {
  const judged = askings.map(({ requirements }) => readinessOf(requirements, held, { on, facts }));
  const steps = [
    ...fillIns(judged, held),
    ...renewals(plan ?? renewalsForAll(askings, held, { on, facts }), held, on, awaiting(judged, held)),
    ...answers(judged),
    ...nameSteps(unexplainedNames),
  ];
  const ranked = steps.sort((one, two) => two.unlocks - one.unlocks || two.leadDays - one.leadDays);
  return (ranked.length > 0 ? ranked : originals(judged, held)).slice(0, most);
}

/** Papers that would do if a date were filled in: nothing new is needed, so they are not asked for again. */
function awaiting(judged: readonly Readiness[], held: readonly HeldDocument[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { requirements } of judged)
    for (const { missing } of requirements.filter(isWanted))
      for (const piece of missing) {
        if (piece.reason !== "awaiting-date" || !("type" in piece)) continue;
        const paper = held.find(({ type }) => [piece.type].flat().includes(type));
        if (paper) counts.set(paper.id, (counts.get(paper.id) ?? 0) + 1);
      }
  return counts;
}

function fillIns(judged: readonly Readiness[], held: readonly HeldDocument[]): NextStep[] {
  return [...awaiting(judged, held)].flatMap(([id, unlocks]) => {
    const paper = held.find((one) => one.id === id);
    if (!paper) return [];
    return [
      {
        ...nothing,
        kind: "fill-in" as const,
        title: nameOf(paper.type),
        why: "Add the date, so that it can count",
        type: paper.type,
        documentId: id,
        unlocks,
      },
    ];
  });
}

function renewals(
  { documents }: RenewalPlan,
  held: readonly HeldDocument[],
  on: string,
  waiting: ReadonlyMap<string, number>,
): NextStep[] {
  const waitingTypes = new Set(held.filter(({ id }) => waiting.has(id)).map(({ type }) => type));
  const byType = new Map<string, NextStep>();
  for (const { type, requirements, inPlaceOf } of documents) {
    if (waitingTypes.has(type)) continue;
    const [old] = inPlaceOf;
    const known = byType.get(type);
    const words = leadTimeOf(type)?.words;
    const unlocks = (known?.unlocks ?? 0) + Math.max(requirements.length, 1);
    byType.set(type, {
      ...nothing,
      kind: old === undefined ? "add" : "renew",
      title: nameOf(type),
      why: `${whoWants(unlocks)}${words === undefined ? "" : `. Getting one takes ${words}`}`,
      type,
      documentId: old ?? null,
      unlocks,
      leadDays: leadDays(type, on),
    });
  }
  return [...byType.values()];
}

function answers(judged: readonly Readiness[]): NextStep[] {
  const counts = new Map<string, number>();
  for (const { requirements } of judged)
    for (const { state, missing } of requirements.filter(isWanted)) {
      if (state !== "cannot-tell") continue;
      for (const piece of missing) if ("fact" in piece) counts.set(piece.fact, (counts.get(piece.fact) ?? 0) + 1);
    }
  return [...counts].map(([fact, unlocks]) => ({
    ...nothing,
    kind: "answer" as const,
    title: starterFact(fact)?.ask ?? "A question is open",
    why: `We cannot tell ${unlocks === 1 ? "one requirement" : `${unlocks} requirements`} before you answer`,
    fact,
    unlocks,
  }));
}

function nameSteps(unexplained: readonly string[]): NextStep[] {
  const [first] = unexplained;
  if (first === undefined) return [];
  return [
    {
      ...nothing,
      kind: "explain-name",
      title: "Add proof of name change",
      why: "The name on one of your papers is not the one on your profile",
      type: "name-change",
      documentId: first,
      unlocks: 1,
    },
  ];
}

function originals(judged: readonly Readiness[], held: readonly HeldDocument[]): NextStep[] {
  const counts = new Map<string, number>();
  for (const { originalsToShow } of judged) for (const id of originalsToShow) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, unlocks]) => {
    const type = held.find((one) => one.id === id)?.type ?? "";
    const agencies = unlocks === 1 ? "One agency wants" : `${unlocks} agencies want`;
    return {
      ...nothing,
      kind: "show-original" as const,
      title: `Show the original: ${nameOf(type)}`,
      why: `${agencies} to see it themselves. A copy does not count as that`,
      type,
      documentId: id,
      unlocks,
    };
  });
}

const nothing = { type: null, documentId: null, fact: null, unlocks: 0, leadDays: 0 };
const nameOf = (type: string) => documentType(type)?.name ?? "A paper";
const whoWants = (unlocks: number) => (unlocks === 1 ? "One requirement wants it" : `${unlocks} requirements want it`);
