import type { Disagreement } from "../people/agreement.ts";
import { answerTo } from "../requirements/conditions.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { paperOf } from "../validity/paper.ts";
import type { FactAnswers } from "./profile.ts";

/** An answer that follows from what is kept here, so that nobody has to be asked. */
export interface DerivedFact {
  readonly fact: string;
  readonly value: boolean;
  /** Why, in words for the person it is about. */
  readonly because: string;
}

/**
 * Facts that the papers answer: whether names differ, and whether the CV leaves gaps. An answer that was given by hand
 * stands; the caller shows both where they do not agree.
 */
export function derivedFacts(
  held: readonly HeldDocument[],
  differences: readonly Disagreement[],
): readonly DerivedFact[] {
  const names = differences.filter(({ about }) => about === "name");
  const cvs = held.filter(({ type }) => type === "cv").map(paperOf);
  const gaps = cvs.flatMap((cv): boolean[] => {
    const explained = cv.value("gapsExplained");
    return typeof explained === "boolean" ? [!explained] : [];
  });
  return [
    ...(names.length > 0
      ? [
          {
            fact: "namesDiffer",
            value: true,
            because: `A paper shows "${names[0]?.printed}", and your profile "${names[0]?.kept}"`,
          },
        ]
      : []),
    ...(gaps.length > 0
      ? [
          gaps.every(Boolean)
            ? { fact: "cvHasGaps", value: true, because: "Your CV is marked as having gaps that it does not explain" }
            : { fact: "cvHasGaps", value: false, because: "Your CV is marked as having no unexplained gaps" },
        ]
      : []),
  ];
}

/** Given answers, with the derived ones where nothing was answered. */
export function withDerived(answers: FactAnswers, derived: readonly DerivedFact[]): FactAnswers {
  const open = derived.filter(({ fact }) => answerTo(answers, fact) === undefined);
  return { ...answers, ...Object.fromEntries(open.map(({ fact, value }) => [fact, value])) };
}
