import { testDocument } from "./document-tests.ts";
import type { Failure } from "./missing.ts";
import type { DocumentTests } from "./rule.ts";
import { type Candidate, candidatesFor, type Situation } from "./situation.ts";

export interface Sorted {
  readonly passing: readonly Candidate[];
  readonly failures: readonly Failure[];
  readonly steadyUntil: number;
}

/** Parts the held papers of some types into those that pass and the reasons why others do not. */
export function sortCandidates(types: string | readonly string[], tests: DocumentTests, situation: Situation): Sorted {
  const passing: Candidate[] = [];
  const reasons: Failure[] = [];
  let steadyUntil = Number.POSITIVE_INFINITY;
  for (const candidate of candidatesFor(situation, types)) {
    const tested = testDocument(candidate, tests, situation);
    if (tested.passes) {
      passing.push(candidate);
      steadyUntil = Math.min(steadyUntil, tested.passesUntil);
    } else reasons.push(tested.failure);
  }
  return { passing, failures: reasons, steadyUntil };
}
