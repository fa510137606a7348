/** An invented person. Nothing about them is true of anyone: names, numbers and addresses are made up. */
export interface SpecimenPerson {
  givenNames: string;
  surname: string;
  /** Civil date, YYYY-MM-DD. */
  dateOfBirth: string;
  sex: "F" | "M" | "X";
  placeOfBirth: string;
  /** One line each, postcode last. */
  address: readonly string[];
  /** Nine digits. */
  passportNumber: string;
  /** Twelve digits. */
  dbsNumber: string;
  /** Seven digits. */
  gmcNumber: string;
}

export const AMARA: SpecimenPerson = {
  givenNames: "Amara Josephine",
  surname: "Okonkwo-Hale",
  dateOfBirth: "1988-03-14",
  sex: "F",
  placeOfBirth: "Specimen Bridge",
  address: ["14 Specimen Terrace", "Mockford", "Exampleshire", "ZZ9 9ZZ"],
  passportNumber: "900000017",
  dbsNumber: "001900000017",
  gmcNumber: "7000017",
};

export const RHYS: SpecimenPerson = {
  givenNames: "Rhys Emrys",
  surname: "Pennant-Vale",
  dateOfBirth: "1979-11-02",
  sex: "M",
  placeOfBirth: "Llansampl",
  address: ["3 Specimen Mews", "Llansampl", "Powys Fictional", "ZZ99 3VZ"],
  passportNumber: "900000025",
  dbsNumber: "001900000025",
  gmcNumber: "7000025",
};

export function fullName({ givenNames, surname }: SpecimenPerson): string {
  return `${givenNames} ${surname}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "14 March 2027", from YYYY-MM-DD. */
export function longDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** YYYY-MM-DD so many years, months and days from a day. */
export function shiftDate(date: string, years: number, months = 0, days = 0): string {
  const [year = 2000, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1 + months, day + days)).toISOString().slice(0, 10);
}
