import { toBase64 } from "./base64.ts";
import type { Entry } from "./entry.ts";
import type { Findings } from "./findings.ts";
import { labelHash } from "./label.ts";

export interface WalkedEntry {
  readonly entry: Entry;
  readonly commitment: Uint8Array;
  /** "as-committed" when the entry was rebuilt from the label, so that they cannot differ. */
  readonly label: Uint8Array | "as-committed" | undefined;
  /** Place in the log. */
  readonly index: number;
}

/**
 * Walks one chain from its first entry and finds what does not follow: a missing number, a link that does not fit, another
 * person's entry, a place or a time that runs backwards, words that are not those committed to.
 */
export class ChainWalk {
  private readonly findings: Findings;
  private before: WalkedEntry | undefined;
  private count = 0;

  constructor(findings: Findings) {
    this.findings = findings;
  }

  get last(): WalkedEntry | undefined {
    return this.before;
  }

  get entries(): number {
    return this.count;
  }

  next(walked: WalkedEntry): void {
    const { entry } = walked;
    this.checkPlace(walked);
    this.checkLabel(walked);
    if (this.before === undefined) {
      if (entry.seq !== 1) this.missing(1, entry.seq - 1);
    } else {
      this.checkAgainst(this.before, walked);
    }
    this.before = walked;
    this.count += 1;
  }

  private checkAgainst(before: WalkedEntry, { entry }: WalkedEntry): void {
    const { seq } = entry;
    if (entry.uid !== before.entry.uid) {
      this.findings.invalid("other-record", `Entry ${seq} belongs to another record.`, seq);
      return;
    }
    if (seq <= before.entry.seq) {
      this.findings.invalid("order", `Entry ${seq} stands after entry ${before.entry.seq}.`, seq);
    } else if (seq > before.entry.seq + 1) {
      this.missing(before.entry.seq + 1, seq - 1);
    } else if (entry.prev !== toBase64(before.commitment)) {
      this.findings.invalid("previous-differs", `Entry ${seq} does not match the one before it.`, seq);
    }
  }

  /** "`at` never decreases along the log": a backdated entry has a place after entries that are younger than it. */
  private checkPlace({ entry, index }: WalkedEntry): void {
    const { before } = this;
    if (before === undefined) return;
    if (index === before.index) {
      const sentence = `Entry ${entry.seq} claims the same place in the log as entry ${before.entry.seq}.`;
      this.findings.invalid("proof-reused", sentence, entry.seq);
    } else if (index < before.index) {
      this.findings.invalid("order", `Entry ${entry.seq} stands in the log before the one it follows.`, entry.seq);
    }
    // One shape and one zone: as text they compare as the instants do.
    if (entry.at < before.entry.at) {
      this.findings.invalid("time-decreases", `Entry ${entry.seq} is dated before the one it follows.`, entry.seq);
    }
  }

  private checkLabel({ entry, label }: WalkedEntry): void {
    const { seq } = entry;
    if (label === "as-committed" || (entry.label === undefined && label === undefined)) return;
    if (label === undefined) {
      this.findings.gap("label-missing", `The words that belong to entry ${seq} are not here.`, seq);
    } else if (entry.label !== labelHash(label)) {
      const sentence = `The names or titles shown with entry ${seq} are not those written then.`;
      this.findings.invalid("label-differs", sentence, seq);
    }
  }

  private missing(from: number, to: number): void {
    const sentence = from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`;
    this.findings.gap("entries-missing", sentence, from);
  }
}
