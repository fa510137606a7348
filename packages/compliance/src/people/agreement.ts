import type { HeldDocument } from "../validity/paper.ts";
import { paperOf } from "../validity/paper.ts";
import { sameAddress, sameName } from "./same.ts";

/** Who the account's profile says this is. Everything is optional: what is not known is not compared. */
export interface PersonKept {
  readonly legalName?: string | undefined;
  readonly formerNames?: readonly string[] | undefined;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string | undefined;
  readonly address?: string | undefined;
}

export interface Disagreement {
  readonly documentId: string;
  readonly about: "name" | "birth-date" | "address";
  readonly printed: string;
  readonly kept: string;
  /** For names: whether a name-change paper that is held leads from the one to the other. */
  readonly explained: boolean;
}

/**
 * Where the name, birth date or address printed on papers differs from the profile. A different name that no name-change
 * paper explains is the answer to the fact `namesDiffer`. Titles, initials, middle names left out, accents and case
 * do not make a difference.
 * @param printedNames names as printed, by document id, for types without name fields of their own.
 */
export function disagreements(
  person: PersonKept,
  held: readonly HeldDocument[],
  printedNames: Readonly<Record<string, string | undefined>> = {},
): readonly Disagreement[] {
  return held.flatMap((document) => [
    ...nameOf(person, document, held, printedNames[document.id]),
    ...birthDateOf(person, document),
    ...addressOf(person, document),
  ]);
}

function nameOf(
  person: PersonKept,
  document: HeldDocument,
  held: readonly HeldDocument[],
  given: string | undefined,
): Disagreement[] {
  const printed = given?.trim() || printedName(document);
  const kept = person.legalName?.trim();
  if (!printed || !kept || sameName(printed, kept)) return [];
  const explained = held.some((other) => other.type === "name-change" && leads(other, printed, kept));
  return [{ documentId: document.id, about: "name", printed, kept, explained }];
}

function printedName(document: HeldDocument): string | null {
  const paper = paperOf(document);
  const [given, surname] = [paper.value("givenNames"), paper.value("surname")];
  return typeof surname === "string" ? `${typeof given === "string" ? given : ""} ${surname}`.trim() : null;
}

function leads(change: HeldDocument, from: string, to: string): boolean {
  const paper = paperOf(change);
  const [old, now] = [paper.value("oldName"), paper.value("newName")];
  return typeof old === "string" && typeof now === "string" && sameName(old, from) && sameName(now, to);
}

function birthDateOf(person: PersonKept, document: HeldDocument): Disagreement[] {
  const printed = paperOf(document).value("dateOfBirth");
  if (typeof printed !== "string" || !person.birthDate || printed === person.birthDate) return [];
  return [{ documentId: document.id, about: "birth-date", printed, kept: person.birthDate, explained: false }];
}

/** Proofs of address must show the address of the profile. */
function addressOf(person: PersonKept, document: HeldDocument): Disagreement[] {
  const printed = paperOf(document).value("address");
  if (typeof printed !== "string" || !person.address || sameAddress(printed, person.address)) return [];
  return [{ documentId: document.id, about: "address", printed, kept: person.address, explained: false }];
}
