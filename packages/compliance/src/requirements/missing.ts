/** Why one held document does not do, in the order of the tests: the later, the closer it came. */
export const failures = [
  "wrong-level",
  "wrong-workforce",
  "value-not-met",
  "not-identity-verified-sample",
  "awaiting-date",
  "not-yet-valid",
  "too-old",
  "expired",
] as const;
export type Failure = (typeof failures)[number];

/** A piece that is missing, so that every "no" can be explained. Days are `YYYY-MM-DD`. */
export type Missing =
  | {
      readonly type: string | readonly string[];
      readonly reason: "missing" | Failure | `same-${string}`;
      /** How many are wanted and how many there are, where more than one could be asked for. */
      readonly need?: number;
      readonly have?: number;
    }
  | { readonly type: string | readonly string[]; readonly reason: "gap"; readonly from: string; readonly to: string }
  | { readonly fact: string; readonly reason: "fact-unknown" }
  | { readonly reason: "document-used-twice"; readonly documents: readonly string[] }
  | { readonly reason: `different-${string}`; readonly documents: readonly string[] };

export type Verdict = Satisfied | NotSatisfied;

export interface Satisfied {
  readonly satisfied: true;
  /** False when nothing is wanted, because a condition does not apply. */
  readonly asks: boolean;
  /** Ids of documents that together satisfy it. */
  readonly documents: readonly string[];
  /** Until the day before this one it stays satisfied by waiting alone; look again on this day. Infinity for ever. */
  readonly steadyUntil: number;
}

export interface NotSatisfied {
  readonly satisfied: false;
  readonly missing: readonly Missing[];
  /** How many more documents it would take. */
  readonly shortfall: number;
}

export function furthest(reasons: readonly Failure[]): Failure | undefined {
  return reasons.reduce<Failure | undefined>(
    (best, reason) => (best === undefined || failures.indexOf(reason) > failures.indexOf(best) ? reason : best),
    undefined,
  );
}
