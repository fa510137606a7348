import { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
import type { Entry } from "./entry.ts";
import { AuditLogError, attempt } from "./errors.ts";
import { entriesInWords, type Finding, type Findings, LIMIT, type Verdict } from "./findings.ts";
import type { VerifierKey } from "./vkey.ts";

/** The answer of every check of a whole record. */
export interface RecordCheck {
  readonly verdict: Verdict;
  /** One or two sentences for the person: what was checked and how it came out. */
  readonly headline: string;
  readonly findings: readonly Finding[];
  /** What this check cannot show, a sentence each. */
  readonly limits: readonly string[];
  readonly entries: readonly Entry[];
  readonly checkpoint?: Checkpoint;
  /** The text to keep for next time, when the check came out well: a summary, or a bare checkpoint where there is none. */
  readonly save?: string;
}

export interface Outcome {
  readonly findings: Findings;
  readonly entries: readonly Entry[];
  readonly checkpoint?: Checkpoint;
  readonly summary?: Checkpoint;
  readonly compared: boolean;
}

export function recordCheck(outcome: Outcome): RecordCheck {
  const { findings, entries, checkpoint, summary } = outcome;
  const { verdict } = findings;
  const save = summary?.text ?? checkpoint?.text;
  return {
    verdict,
    headline: headline(outcome, verdict),
    findings: findings.list,
    limits: limitsOf(outcome),
    entries,
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(verdict === "valid" && save !== undefined ? { save } : {}),
  };
}

function headline(outcome: Outcome, verdict: Verdict): string {
  const checked = `We checked ${entriesInWords(outcome.entries.length)}.`;
  if (verdict === "valid") {
    if (!outcome.compared) {
      return `${checked} These entries agree with each other. Save this summary, so that later changes show.`;
    }
    return `${checked} ${outcome.entries.length === 1 ? "It has not" : "None has"} been changed or taken out.`;
  }
  const { list } = outcome.findings;
  const worst = list.find((finding) => finding.weight === verdict) ?? list[0];
  return `${worst?.sentence ?? ""} Download the report and tell us.`;
}

function limitsOf({ summary, compared }: Outcome): string[] {
  const limits = [LIMIT];
  if (summary === undefined) {
    limits.push(
      "There is no signed count of the entries here, so one cut from the end shows only against a summary that has one.",
    );
  }
  if (!compared) {
    limits.push(
      "Nothing from outside was compared: whoever holds the log's key could have made all of it anew. A summary saved earlier would show that.",
    );
  }
  return limits;
}

/** What `parse` yields, or nothing and a finding in its place. */
export function parseNamed<T>(parse: () => T, what: string, findings: Findings, seq?: number): T | undefined {
  const parsed = attempt(parse);
  if (!(parsed instanceof AuditLogError)) return parsed;
  findings.refused(parsed, what, seq);
  return undefined;
}

/** Opens a summary saved earlier: one that another key signed says nothing about this log, and that is a finding. */
export function openSaved(text: string, key: VerifierKey, findings: Findings): Checkpoint | undefined {
  return parseNamed(() => openCheckpoint(text, key), "The summary you saved", findings);
}
