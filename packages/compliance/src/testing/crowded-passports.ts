import { dayOf, formatDay } from "../dates/civil-day.ts";
import type { HeldDocument } from "../validity/paper.ts";

const today = dayOf("2026-11-23");
const ago = (days: number) => formatDay(today - days);
const ahead = (days: number) => formatDay(today + days);
const certificate = (number: number, days: number) => ({
  type: "dbs-certificate",
  details: {
    ...{ certificateNumber: `SPECIMEN-${number}`, issueDate: ago(days) },
    ...{ level: "enhanced-barred-lists", workforce: "both" },
  },
});
const subscription = (number: number, days: number) => ({
  type: "dbs-update-service",
  details: {
    ...{ certificateNumber: `SPECIMEN-${number}`, subscriptionStartsOn: ago(400) },
    subscriptionEndsOn: ahead(days),
  },
});

/**
 * Thousands of papers of one person, of the kinds that take a judge longest: many of one kind, each with a sender, a stretch
 * of time, a number or an end of its own.
 */
const kinds: Readonly<Record<string, (n: number) => Omit<HeldDocument, "id">>> = {
  "photo ID and addresses from a sender each": (n) =>
    n % 3 === 0
      ? { type: "driving-licence", details: { issuer: `SPECIMEN ${n}`, expiryDate: ahead(n), address: "SPECIMEN" } }
      : { type: "proof-of-address", details: { issuer: `SPECIMEN ${n}`, issueDate: ago(n % 90) } },
  "passports, half of them ended or of another country": (n) => ({
    type: "passport",
    details: { expiryDate: ahead(n - 1000), issuingCountry: n % 2 === 0 ? "GBR" : "FRA" },
  }),
  "references for a few days each": (n) => ({
    type: "reference",
    details: {
      ...{ periodFrom: ago(1200 - (n % 1100)), periodTo: ago(1197 - (n % 1100)) },
      ...{ referee: `SPECIMEN ${n}`, receivedOn: ago(n % 900) },
    },
  }),
  "DBS certificates with a subscription each": (n) => (n % 2 === 0 ? certificate(n, n) : subscription(n - 1, n % 300)),
  "old DBS certificates and subscriptions to others": (n) =>
    n % 2 === 0 ? certificate(n, 500 + n) : subscription(n, n % 300),
  "life support certificates": (n) => ({ type: "bls", details: { completedOn: ago(n % 700) } }),
};

export const crowds: readonly string[] = Object.keys(kinds);

export function crowdedPapers(crowd: string, count: number): readonly HeldDocument[] {
  const kind = kinds[crowd];
  if (!kind) throw new Error(`There is no crowd "${crowd}"`);
  return Array.from({ length: count }, (_, n) => ({ id: `paper-${n + 1}`, ...kind(n) }));
}
