import type { FieldProblem } from "../../api/problem.ts";
import type { Address, Profile } from "../../api/types.ts";
import { dayFrom } from "../../design/day.ts";
import type { Values } from "../../design/useSubmit.ts";
import { professionNames } from "./professions.ts";

/** An address being edited. The key names its fields, and stays when others are removed. */
export interface AddressRow {
  key: string;
  address: Address;
}

let made = 0;
export const newAddress = (address: Address = { lines: "" }): AddressRow => ({ key: `address-${++made}`, address });
export const addressRows = (addresses: Address[]): AddressRow[] => addresses.map((address) => newAddress(address));

export function readProfile(values: Values, rows: AddressRow[]): { change: Profile; errors: FieldProblem[] } {
  const errors: FieldProblem[] = [];
  const day = (name: string): string | null => {
    const read = dayFrom(...values.day(name));
    if (read === undefined) errors.push({ field: name, message: "Enter a date that exists, for example 27 3 2027" });
    return read ?? null;
  };
  const profession = values.text("profession");
  const change: Profile = {
    legalName: values.text("legalName") || null,
    formerNames: values
      .text("formerNames")
      .split("\n")
      .map((name) => name.trim())
      .filter(Boolean),
    birthDate: day("birthDate"),
    profession: isProfession(profession) ? profession : null,
    registrationNumber: values.text("registrationNumber") || null,
    addresses: rows.flatMap(({ key }) => {
      const address = readAddress(key, values, day);
      const { from, until } = address;
      if (from && until && until < from)
        errors.push({ field: `${key}.until`, message: "Enter an end date that is after the start date" });
      if (address.lines) return [address];
      const anything = address.postcode || address.country || from || until;
      if (anything) errors.push({ field: `${key}.lines`, message: "Enter the address, or remove it" });
      return [];
    }),
  };
  return { change, errors };
}

function readAddress(key: string, values: Values, day: (name: string) => string | null): Address {
  const postcode = values.text(`${key}.postcode`);
  const country = values.text(`${key}.country`);
  return {
    lines: values.text(`${key}.lines`),
    ...(postcode ? { postcode } : {}),
    ...(country ? { country } : {}),
    from: day(`${key}.from`),
    until: day(`${key}.until`),
  };
}

const isProfession = (text: string): text is keyof typeof professionNames => Object.hasOwn(professionNames, text);
