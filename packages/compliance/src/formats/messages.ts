import type { Correction } from "./corrections.ts";
import type { NumberFormat } from "./number-format.ts";

const howToWrite: Readonly<Record<string, string>> = {
  "gmc-reference": "Enter your GMC number as 7 digits, for example 7000001",
  "nmc-pin": "Enter your Pin as 2 digits, a letter, 4 digits and a letter, for example 01A2345N",
  "gphc-number": "Enter your GPhC number as 7 digits, for example 2012345",
  "hcpc-number": "Enter the letters and the number, for example PH123456",
  "dbs-certificate-number": "Enter all 12 digits, with any zeros at the start",
  "share-code": "Enter your share code as 9 letters and numbers, starting with W, for example W12 345 678",
  "ni-number": "Enter your National Insurance number, for example AB 12 34 56 C",
  "gb-driver-number": "Enter the 16 letters and numbers at 5 on the licence, for example MORGA753116SM9IJ",
  "ni-driver-number": "Enter the 8 digits at 5 on the licence, for example 12345678",
  "passport-mrz-line-1": "Enter all 44 characters of the first code line, starting with P",
  "passport-mrz-line-2": "Enter all 44 characters of the second code line, starting with the passport number",
  "uk-passport-number": "Enter your passport number as 9 digits, for example 123456789",
  "sort-code": "Enter the sort code as 6 digits, for example 12-34-56",
  "bank-account-number": "Enter the account number as 8 digits, with any zeros at the start",
  "pvg-number": "Enter your PVG number as 16 digits, for example 1234 5678 9012 3456",
  "smartcard-uuid": "Enter the 12 digits under the photo, for example 1234 5678 9012",
  "companies-house-number": "Enter the company number as 8 characters, for example 01234567 or SC123456",
};
const driverNumber = "Enter the driver number at 5 on the licence, for example MORGA753116SM9IJ or 12345678";

const names: Readonly<Record<string, string>> = { "0": "zero", "1": "one", "5": "five" };

/** What to do about a number that is not well formed, in one line. */
export function messageFor(format: NumberFormat, value: string, correction: Correction | null): string {
  if (correction) return didYouMean(correction);
  return otherShareCode(format, value)?.message ?? howToWrite[format.id] ?? `Enter the ${format.label} as printed`;
}

/** The same where any of several formats would do. */
export function messageForAny(formats: readonly NumberFormat[]): string {
  if (formats.some((format) => format.id === "gb-driver-number")) return driverNumber;
  return formats.map((format) => howToWrite[format.id] ?? `Enter the ${format.label} as printed`).join(", or ");
}

function didYouMean({ value, slips }: Correction): string {
  const [slip] = slips;
  if (!slip) return `Did you mean ${value}?`;
  const letter = /[A-Z]/.test(slip.typed);
  const typed = letter ? `the letter ${slip.typed}` : `the number ${names[slip.typed] ?? slip.typed}`;
  const meant = letter ? `a ${names[slip.meant] ?? slip.meant}` : `the letter ${slip.meant}`;
  return `Did you mean ${value}? You typed ${typed} where ${meant} goes`;
}

/** Share codes for renting (R) and for immigration status (S) have the same shape and do not serve: say which was typed. */
export function otherShareCode(format: NumberFormat, value: string): { advice: string; message: string } | null {
  if (format.id !== "share-code" || !/^[RS][A-Z0-9]{8}$/.test(value)) return null;
  const purpose = value.startsWith("R") ? "renting" : "immigration status";
  return {
    advice: `This code is for ${purpose}. Make one for right to work.`,
    message: `This code is for ${purpose}. Make one for right to work; it starts with W`,
  };
}
