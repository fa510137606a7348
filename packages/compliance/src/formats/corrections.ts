import type { NumberFormat } from "./number-format.ts";

/** A slip of the keyboard and what goes there instead. */
export interface Slip {
  readonly typed: string;
  readonly meant: string;
}
export interface Correction {
  readonly value: string;
  readonly slips: readonly Slip[];
}

/** Letters and digits that look alike, for formats whose data names no slips of its own. */
const alike = [
  { where: "digit", from: "O", to: "0" },
  { where: "digit", from: "I", to: "1" },
  { where: "digit", from: "L", to: "1" },
  { where: "digit", from: "S", to: "5" },
  { where: "letter", from: "0", to: "O" },
  { where: "letter", from: "1", to: "I" },
  { where: "letter", from: "5", to: "S" },
] as const;

/** Where each format wants a digit (9), a letter (A), or a letter with 9 for none (N); other formats get no such help. */
const shapes: Readonly<Record<string, string>> = {
  "gmc-reference": "9999999",
  "gphc-number": "9999999",
  "dbs-certificate-number": "999999999999",
  "ni-number": "AA999999A",
  "ni-driver-number": "99999999",
  "gb-driver-number": "NNNNN999999NN???",
  "uk-passport-number": "999999999",
  "sort-code": "999999",
  "bank-account-number": "99999999",
  "pvg-number": "9999999999999999",
  "smartcard-uuid": "999999999999",
};

/** The number that was probably meant, when swapping look-alikes or a known habit of paper makes it well formed; else null. */
export function correct(format: NumberFormat, value: string): Correction | null {
  return swapLookAlikes(format, value) ?? padLeft(format, value) ?? dropIssueNumber(format, value);
}

function swapLookAlikes(format: NumberFormat, value: string): Correction | null {
  for (const shape of shapesOf(format, value.length)) {
    const swapped = swapInto(shape, format, value);
    if (swapped) return swapped;
  }
  return null;
}

/** One shape, or one for each of the letters that a number can begin with. */
function shapesOf(format: NumberFormat, length: number): readonly string[] {
  const shape = format.pattern ?? shapes[format.id];
  if (shape !== undefined) return shape.length === length ? [shape] : [];
  const beginnings = Object.keys(format.prefixes ?? {}).map((prefix) => prefix.length);
  return [...new Set(beginnings)].map((letters) => "A".repeat(letters).padEnd(length, "9"));
}

function swapInto(shape: string, format: NumberFormat, value: string): Correction | null {
  const slips: Slip[] = [];
  const characters = [...value].map((typed, place) => {
    const wanted = shape[place];
    if (wanted === "?" || (wanted === "N" && typed === "9")) return typed;
    const where = wanted === "9" ? "digit" : "letter";
    if (fits(typed, where)) return typed;
    const meant = (format.confusions ?? alike).find((one) => one.where === where && one.from === typed)?.to;
    if (meant === undefined) return typed;
    slips.push({ typed, meant });
    return meant;
  });
  return wellFormed(format, characters.join("")) ? { value: characters.join(""), slips } : null;
}

function padLeft(format: NumberFormat, value: string): Correction | null {
  const rule = format.padLeft;
  if (!rule || !new RegExp(rule.onlyWhen, "u").test(value)) return null;
  const padded = value.padStart(rule.length, rule.with);
  return wellFormed(format, padded) ? { value: padded, slips: [] } : null;
}

/** Great Britain licences print a two-digit issue number after the driver number. */
function dropIssueNumber(format: NumberFormat, value: string): Correction | null {
  if (format.id !== "gb-driver-number" || !/[0-9]{2}$/.test(value)) return null;
  const dropped = value.slice(0, -2);
  return wellFormed(format, dropped) ? { value: dropped, slips: [] } : null;
}

function fits(character: string, where: "digit" | "letter"): boolean {
  return where === "digit" ? /^[0-9]$/.test(character) : /^[A-Z]$/.test(character);
}

function wellFormed(format: NumberFormat, value: string): boolean {
  return new RegExp(format.regex, "u").test(value);
}
