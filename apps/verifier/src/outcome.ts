import type { Finding, Verdict } from "@locum-passport/audit-log";

/** 0 valid, 1 invalid, 3 something is missing; 2 is for a file or a call that cannot be read at all. */
export const EXIT_CODES = { valid: 0, invalid: 1, gap: 3, unreadable: 2 } as const;

/** What a check of any kind of file has to say. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly headline: string;
  readonly findings: readonly Finding[];
  readonly limits: readonly string[];
  /** Facts a person may want to compare: which log, how long, whose key. */
  readonly facts: readonly string[];
  /** The summary to keep for next time. */
  readonly save?: string;
}

/** The file or the call cannot be read: nothing was checked. */
export class Unreadable extends Error {}

/** One contradiction outweighs any number of gaps. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((finding) => finding.weight === "invalid")) return "invalid";
  return findings.length > 0 ? "gap" : "valid";
}

const SHOWN_FINDINGS = 50;

export function outcomeInWords(outcome: Outcome): string {
  const { findings } = outcome;
  const lines = [outcome.headline];
  if (findings.length > 0) {
    lines.push("", "What was found:");
    lines.push(...findings.slice(0, SHOWN_FINDINGS).map((finding) => `- ${finding.sentence}`));
    if (findings.length > SHOWN_FINDINGS) lines.push(`- and ${findings.length - SHOWN_FINDINGS} more.`);
  }
  if (outcome.facts.length > 0) lines.push("", "What was checked:", ...outcome.facts.map((fact) => `- ${fact}`));
  lines.push("", "What this cannot show:", ...outcome.limits.map((limit) => `- ${limit}`));
  if (outcome.save !== undefined) {
    lines.push("", "Save this summary in a file, and give it with --since next time:", "", outcome.save.trimEnd());
  }
  return `${lines.map(printable).join("\n")}\n`;
}

/** The attack: control codes in a file's name or a title that rewrite what the terminal shows. */
function printable(text: string): string {
  return text.replace(/[^\n\P{C}]/gu, "\uFFFD");
}
