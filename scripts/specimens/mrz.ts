import type { SpecimenPerson } from "./person.ts";

/** The two lines at the foot of a passport page (ICAO Doc 9303 part 4), 44 characters each. */
export function machineReadableLines(person: SpecimenPerson, expiryDate: string): [string, string] {
  const names = `${letters(person.surname)}<<${letters(person.givenNames)}`;
  const line1 = `P<UTO${names}`.padEnd(44, "<").slice(0, 44);
  const number = withCheck(person.passportNumber.padEnd(9, "<"));
  const birth = withCheck(shortDate(person.dateOfBirth));
  const expiry = withCheck(shortDate(expiryDate));
  const optional = withCheck("<".repeat(14), "<");
  const overall = checkDigit(number + birth + expiry + optional);
  return [line1, `${number}UTO${birth}${person.sex === "X" ? "<" : person.sex}${expiry}${optional}${overall}`];
}

/** Weights 7, 3, 1 over digits, letters as 10 to 35, filler as 0 (Doc 9303 part 3, section 4.9). */
export function checkDigit(text: string): string {
  const sum = [...text].reduce((total, character, index) => {
    const value = character === "<" ? 0 : Number.parseInt(character, 36);
    return total + value * ([7, 3, 1][index % 3] ?? 0);
  }, 0);
  return String(sum % 10);
}

function withCheck(text: string, printed = checkDigit(text)): string {
  return text + printed;
}

function shortDate(date: string): string {
  return date.slice(2).replaceAll("-", "");
}

function letters(name: string): string {
  return name
    .toUpperCase()
    .replaceAll("'", "")
    .replaceAll(/[^A-Z]/g, "<");
}
