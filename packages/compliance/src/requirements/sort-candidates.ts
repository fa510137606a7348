import { testDocument } from "./document-tests.ts";
import type { Failure } from "./missing.ts";
import type { DocumentTests } from "./rule.ts";
import { type Candidate, candidatesFor, type Situation } from "./situation.ts";

export interface Passing {
  readonly candidate: Candidate;
  /** The first day on which it will no longer pass by waiting alone. */
  readonly until: number;
}
export interface Sorted {
  /** Those that pass for longest come first; of equals, in the order in which they are held. */
  readonly passing: readonly Passing[];
  readonly failures: readonly Failure[];
}

/** Parts the held papers of some types into those that pass and the reasons why others do not. */
export function sortCandidates(types: string | readonly string[], tests: DocumentTests, situation: Situation): Sorted {
  const passing: Passing[] = [];
  const failures: Failure[] = [];
  for (const candidate of candidatesFor(situation, types)) {
    const tested = testDocument(candidate, tests, situation);
    if (tested.passes) passing.push({ candidate, until: tested.passesUntil });
    else failures.push(tested.failure);
  }
  if (passing.length > 1) passing.sort(byEnd);
  return { passing, failures };
}

/** Not by subtraction: two that never end would differ by no number. */
function byEnd(one: Passing, two: Passing): number {
  return one.until === two.until ? 0 : one.until > two.until ? -1 : 1;
}
