import { describe, expect, test } from "vitest";
import { documentTypes } from "../catalogue/document-types.ts";
import { dayOf, formatDay } from "../dates/civil-day.ts";
import { lapses } from "../expiries/lapses.ts";
import { starterProfile } from "../profiles/starters.ts";
import { smallestRenewals } from "../renewals/renewals.ts";
import { requirementTypes } from "../requirements/leaves.ts";
import type { Requirement, Rule } from "../requirements/rule.ts";
import { crowdedPapers } from "../testing/crowded-passports.ts";
import { inventedPassport } from "../testing/invented-passports.ts";
import { today } from "../testing/people.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { heldUntil } from "./held-until.ts";
import { nextBreak } from "./next-break.ts";
import { readinessOf } from "./readiness.ts";

const size = { papers: 60, requirements: 45 };
const many = 2_000;
const inDays = (days: number) => formatDay(dayOf(today) + days);

function requirementOf(id: string): Requirement {
  const found = starterProfile("nhs-hospital-doctor-agency")?.requirements.find((one) => one.id === id);
  if (!found) throw new Error(`There is no requirement "${id}"`);
  return found;
}

describe("invented passports", () => {
  test("use every form of the language and meet every state, and one seed is always the same person", () => {
    const people = Array.from({ length: 24 }, (_, seed) => inventedPassport(seed, size));
    const forms = new Set(people.flatMap(({ requirements }) => requirements.flatMap(({ rule }) => formsIn(rule))));
    expect([...forms].sort()).toEqual(
      ["allOf", "anyOf", "covers", "distinctBy", "document", "eachDocumentOnce", "nOf", "onlyIf", "sameField"].sort(),
    );
    const states = people.flatMap(({ requirements, held, facts }) =>
      readinessOf(requirements, held, { on: today, facts }).requirements.map(({ state }) => state),
    );
    expect(new Set(states)).toEqual(new Set(["held", "not-held", "cannot-tell", "not-asked"]));
    for (const { requirements, held } of people) expect([requirements.length, held.length]).toEqual([45, 60]);
    expect(inventedPassport(7, size)).toEqual(inventedPassport(7, size));
    expect(inventedPassport(8, size)).not.toEqual(inventedPassport(7, size));
  });
});

describe("of two thousand papers", () => {
  test("those that nobody asks for change nothing about the sixty that count", () => {
    for (const seed of [3, 8, 21]) {
      const { requirements, held, facts } = inventedPassport(seed, size);
      const asked = new Set(requirements.flatMap(({ rule }) => requirementTypes(rule)));
      const others = documentTypes.filter(({ id }) => !asked.has(id));
      const padding = Array.from({ length: many - held.length }, (_, n): HeldDocument => {
        const type = others[n % others.length]?.id ?? "other";
        return { id: `other-${n}`, type, details: { issuer: `SPECIMEN ${n}` } };
      });
      const all = [...padding.slice(0, 900), ...held, ...padding.slice(900)];
      const asking = { on: today, facts };
      expect(readinessOf(requirements, all, asking)).toEqual(readinessOf(requirements, held, asking));
      const from = { from: today, facts };
      expect(nextBreak(requirements, all, from)).toEqual(nextBreak(requirements, held, from));
      expect(heldUntil(requirements, all, from)).toEqual(heldUntil(requirements, held, from));
    }
  });

  test("the certificate or subscription that lasts longest says until when a criminal record check is held", () => {
    const check = [requirementOf("criminal-record-check")];
    const until = (crowd: string) =>
      heldUntil(check, crowdedPapers(crowd, many), { from: today, facts: { worksWith: "both" } });
    // The newest certificate was issued today and counts for a year; the longest subscription has 299 days left.
    expect([...until("DBS certificates with a subscription each").values()]).toEqual(["2027-11-23"]);
    const subscribed = crowdedPapers("DBS certificates with a subscription each", many).filter(
      ({ type, details }) => type === "dbs-update-service" || String(details.issueDate) < "2025-11-23",
    );
    expect([...heldUntil(check, subscribed, { from: today }).values()]).toEqual([inDays(299)]);
    // Subscriptions to other certificates keep nothing live.
    expect(until("old DBS certificates and subscriptions to others").size).toBe(0);
  });

  test("one photo ID and two addresses of different senders are found, each paper used once, and hold till they end", () => {
    const wanted = [requirementOf("photo-id-and-address")];
    const held = crowdedPapers("photo ID and addresses from a sender each", many);
    const [{ state, documents } = { state: "", documents: [] }] = readinessOf(wanted, held, { on: today }).requirements;
    expect(state).toBe("held");
    expect(new Set(documents).size).toBe(3);
    // The three licences that end last do both jobs when all bills are too old: they end in 1998, 1995 and 1992 days.
    expect(heldUntil(wanted, held, { from: today }).get("photo-id-and-address")).toBe(inDays(1992));
    expect(nextBreak(wanted, held, { from: today })?.on).toBe(inDays(1993));
  });

  test("what lapses and what to get is the same for many papers as for the few of them that matter", () => {
    const check = [requirementOf("criminal-record-check")];
    const crowd = crowdedPapers("old DBS certificates and subscriptions to others", many);
    const { documents } = smallestRenewals(check, crowd, { on: today });
    expect(documents).toHaveLength(1);
    const lapsed = lapses([{ key: "agency", requirements: check }], crowd, { on: today });
    const wanted = lapsed.filter(({ wantedBy }) => wantedBy.length > 0);
    const newest = crowd.find(({ type }) => type === "dbs-certificate");
    // Only the newest of the certificates that have ended is missed, and no subscription is.
    expect(wanted.map(({ documentId }) => documentId)).toEqual([newest?.id]);
  });
});

function formsIn(rule: Rule): string[] {
  if ("allOf" in rule) return [...Object.keys(rule), ...rule.allOf.flatMap(formsIn)];
  if ("anyOf" in rule) return ["anyOf", ...rule.anyOf.flatMap(formsIn)];
  if ("onlyIf" in rule) return ["onlyIf", ...formsIn(rule.onlyIf.then)];
  if ("nOf" in rule) return ["nOf", ...(rule.nOf.distinctBy === undefined ? [] : ["distinctBy"])];
  return Object.keys(rule);
}
