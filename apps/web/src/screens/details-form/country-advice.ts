import type { Advice } from "./advice.ts";

/** What people write for the two countries that matter to the right to work, as passports print them. */
const meant: Record<string, string> = {
  uk: "GBR",
  gb: "GBR",
  "united kingdom": "GBR",
  "great britain": "GBR",
  britain: "GBR",
  british: "GBR",
  ie: "IRL",
  ireland: "IRL",
  irish: "IRL",
};

/** Passports print countries as three letters, and what follows from one hangs on them. Germany alone prints D. */
export function countryAdvice(typed: string): Advice | undefined {
  if (/^([A-Z]{3}|D)$/.test(typed)) return undefined;
  const letters = meant[typed.toLowerCase()] ?? (/^[a-z]{3}$/i.test(typed) ? typed.toUpperCase() : undefined);
  return {
    kind: "look",
    words: "Enter the three letters that the passport prints, for example GBR",
    ...(letters ? { offer: { press: `Use ${letters}`, fill: { issuingCountry: letters } } } : {}),
  };
}
