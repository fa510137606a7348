import { dayOf } from "../dates/civil-day.ts";
import type { FactAnswers } from "../profiles/profile.ts";
import { type HeldDocument, paperOf } from "../validity/paper.ts";
import { judge } from "./judge.ts";
import type { Verdict } from "./missing.ts";
import type { Rule } from "./rule.ts";
import { situationOf } from "./situation.ts";

export interface Asked {
  /** The day asked about, `YYYY-MM-DD`, a civil date in Europe/London. For a placement: its last day. */
  readonly on: string;
  /** The day the papers are shown; equals `on` when absent. Recency limits are tested on it. */
  readonly shownOn?: string | undefined;
  readonly facts?: FactAnswers | undefined;
}

/**
 * Judges held documents against one rule, with what is missing when they do not satisfy it. Throws a RangeError for a day
 * that does not exist.
 */
export function judgeRule(rule: Rule, held: readonly HeldDocument[], asked: Asked): Verdict {
  const on = dayOf(asked.on);
  const shownOn = asked.shownOn === undefined ? on : dayOf(asked.shownOn);
  return judge(rule, situationOf(held.map(paperOf), asked.facts ?? {}, on, shownOn));
}
