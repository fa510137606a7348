import type { Profile } from "@locum-passport/contract";

export const emptyProfile: Profile = {
  legalName: null,
  formerNames: [],
  birthDate: null,
  profession: null,
  registrationNumber: null,
  addresses: [],
};

const words: Readonly<Record<keyof Profile, string>> = {
  legalName: "legal name",
  formerNames: "former names",
  birthDate: "birth date",
  profession: "profession",
  registrationNumber: "registration number",
  addresses: "addresses",
};

/** Which parts differ, in words and never with what they hold; undefined when none does. */
export function changedWords(before: Profile, after: Profile): string | undefined {
  const fields: (keyof Profile)[] = [
    "legalName",
    "formerNames",
    "birthDate",
    "profession",
    "registrationNumber",
    "addresses",
  ];
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return changed.length === 0 ? undefined : changed.map((field) => words[field]).join(", ");
}
