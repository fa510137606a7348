import { numberFormat } from "./check-number.ts";

export interface Person {
  readonly surname: string;
  readonly forenames: string;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
}
export type DriverNumberPart = "surname" | "dateOfBirth" | "initials";

export interface DriverNumberAgreement {
  readonly agrees: boolean;
  readonly differs: readonly DriverNumberPart[];
}

/**
 * Compares a well-formed Great Britain driver number with a name and birth date. Its last two characters follow an
 * unpublished rule, so this is the only check there is. Throws a RangeError when the number has not 16 characters.
 */
export function driverNumberAgrees(driverNumber: string, person: Person): DriverNumberAgreement {
  const layout = numberFormat("gb-driver-number")?.crossCheck;
  if (!layout || driverNumber.length !== 16) throw new RangeError("A driver number has 16 characters");
  const at = (place: number) => driverNumber.charAt(place - 1);
  const range = (places: readonly number[]) => driverNumber.slice((places[0] ?? 1) - 1, places.at(-1));
  const [year = "", month = "", day = ""] = person.dateOfBirth.split("-");
  const months = [month, String(Number(month) + layout.addForFemale)];
  const born =
    at(layout.yearTens) === year.charAt(2) &&
    at(layout.yearUnits) === year.charAt(3) &&
    months.includes(range(layout.month)) &&
    range(layout.day) === day;
  const differs: DriverNumberPart[] = [];
  if (!surnameForms(person.surname).includes(range(layout.surname))) differs.push("surname");
  if (!born) differs.push("dateOfBirth");
  if (initials(person.forenames) !== range(layout.initials)) differs.push("initials");
  return { agrees: differs.length === 0, differs };
}

/** Five letters, padded with 9. Names that begin with Mac may be printed as Mc. */
function surnameForms(surname: string): readonly string[] {
  const letters = lettersOf(surname);
  const forms = [letters, letters.replace(/^MAC/, "MC")];
  return forms.map((form) => form.slice(0, 5).padEnd(5, "9"));
}

function initials(forenames: string): string {
  const names = forenames.trim().split(/\s+/).map(lettersOf);
  return names
    .map((name) => name.charAt(0))
    .join("")
    .slice(0, 2)
    .padEnd(2, "9");
}

function lettersOf(name: string): string {
  return name
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z]/g, "");
}
