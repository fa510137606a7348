import type { Copy } from "@locum-passport/contract";
import type { Details, Sensitivity } from "./transfers.model.ts";

/** A copy as the agency may judge it: what was sent, and what the agency itself said about it. Nothing of the original. */
export interface SentCopy {
  id: string;
  transferId: string;
  /** The same for every copy of one paper, to count it once. */
  paper: string;
  type: string;
  title: string;
  sensitivity: Sensitivity;
  details: Details;
  sentBack: boolean;
  originalSeen: Copy["originalSeen"];
}

/** Somebody with live access given to this agency, by what they sent to it and nothing else. */
export interface Sender {
  /** Whose log is told when somebody looks. It never goes out: the agency knows them by `ref`. */
  accountId: string;
  /** Opaque: the same for one sender within one agency, another one for every other agency. */
  ref: string;
  name: string;
  profession: string | null;
  registrationNumber: string | null;
  /** Newest first. */
  transferIds: string[];
  /** Those the agency can open now, newest first. */
  copies: SentCopy[];
}

interface ReadCopyFacts {
  document_id: string;
  version: number;
}

const sameVersion = ({ document_id, version }: ReadCopyFacts): string => `${document_id}/${version}`;

/**
 * What was recorded of an original holds for every copy of the same version: one that was sent again in place of another
 * is the same piece of paper.
 */
export function seenOriginals<T extends { facts: ReadCopyFacts; originalSeen: Copy["originalSeen"] }>(
  copies: readonly T[],
): (copy: T) => Copy["originalSeen"] {
  const seen = new Map<string, NonNullable<Copy["originalSeen"]>>();
  for (const { facts, originalSeen } of copies) {
    const known = seen.get(sameVersion(facts));
    if (originalSeen && (known === undefined || known.on < originalSeen.on)) seen.set(sameVersion(facts), originalSeen);
  }
  return ({ facts }) => seen.get(sameVersion(facts)) ?? null;
}
