import type { FactAnswers } from "../profiles/profile.ts";
import { sameValue } from "../validity/paper.ts";
import type { FactCondition } from "./rule.ts";

/** The answer to a fact, or undefined while the question is open. */
export function answerTo(facts: FactAnswers, fact: string): string | number | boolean | undefined {
  const answer = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return answer === null || answer === "" ? undefined : answer;
}

/** Whether the condition holds; "unknown" when the question is open, except where being answered is the test. */
export function conditionHolds(condition: FactCondition, facts: FactAnswers): boolean | "unknown" {
  const answer = answerTo(facts, condition.fact);
  if ("present" in condition) return (answer !== undefined) === condition.present;
  if (answer === undefined) return "unknown";
  if ("equals" in condition) return sameValue(answer, condition.equals);
  if ("oneOf" in condition) return condition.oneOf.some((option) => sameValue(option, answer));
  return typeof answer === "number" && answer >= condition.atLeast;
}
