import { driverNumberAgrees } from "@locum-passport/compliance";
import type { Profile } from "../../api/types.ts";
import { list } from "../../design/words.ts";
import type { Advice } from "./advice.ts";

export type PersonKept = Pick<Profile, "legalName" | "formerNames" | "birthDate" | "profession">;

const parts = { surname: "surname", dateOfBirth: "birth date", initials: "initials" } as const;

/** A Great Britain driver number codes surname, birth date and initials: compared with the profile, former names too. */
export function driverAdvice(driverNumber: string, person: PersonKept): Advice | undefined {
  const { birthDate } = person;
  const names = [person.legalName ?? "", ...person.formerNames].map((name) => name.trim()).filter(Boolean);
  if (!birthDate || names.length === 0) return undefined;
  const found = names.map((name) =>
    driverNumberAgrees(driverNumber, { ...surnameAndForenames(name), dateOfBirth: birthDate }),
  );
  const closest = found.toSorted((one, two) => one.differs.length - two.differs.length)[0];
  if (!closest || closest.agrees) return undefined;
  return {
    kind: "look",
    words: `It does not fit the ${list(closest.differs.map((part) => parts[part]))} in your details. Check the number, then your details`,
  };
}

/** The surname is what follows the last space: as good as can be told from one line. */
function surnameAndForenames(name: string): { surname: string; forenames: string } {
  const at = name.lastIndexOf(" ");
  return { surname: name.slice(at + 1), forenames: at === -1 ? "" : name.slice(0, at) };
}
