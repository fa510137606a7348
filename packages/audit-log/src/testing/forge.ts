import { fromUtf8, utf8 } from "../bytes.ts";
import { entryFileName } from "../check-export.ts";
import { type Entry, entryBytes, parseEntry } from "../entry.ts";
import { formatProof, openingBytes, parseProof } from "../tlog-proof.ts";
import type { MadeEntry } from "./made-log.ts";

export type Files = Map<string, Uint8Array>;

/** The entry at `seq`, written again with other fields, as a forger who can edit rows would. */
export function rewrite(made: readonly MadeEntry[], seq: number, change: Partial<Entry>): MadeEntry[] {
  return made.map((each, at) =>
    at === seq - 1 ? { ...each, entry: entryBytes({ ...parseEntry(each.entry), ...change }) } : each,
  );
}

/** Puts the opening of `made` into the proof file at `seq`, leaving its path through the tree as it was. */
export function replaceOpening(files: Files, seq: number, made: MadeEntry): void {
  const proof = parseProof(text(files, entryFileName(seq)));
  files.set(entryFileName(seq), utf8(formatProof({ ...proof, extra: openingBytes(made) })));
}

export function text(files: Files, name: string): string {
  return fromUtf8(files.get(name) ?? new Uint8Array(), "proof-malformed");
}

export function at<T>(list: readonly T[], seq: number): T {
  const found = list[seq - 1];
  if (found === undefined) throw new Error(`nothing at ${seq}`);
  return found;
}
