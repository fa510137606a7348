import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withOverlays } from "../profiles/overlays.ts";
import { starterOverlays, starterProfile, starterProfiles } from "../profiles/starters.ts";
import { readinessOf } from "../readiness/readiness.ts";
import type { Requirement } from "../requirements/rule.ts";
import { anyFacts, passport, today } from "../testing/people.ts";
import { smallestRenewals } from "./renewals.ts";

function requirementsOf(id: string): readonly Requirement[] {
  const profile = starterProfile(id);
  if (!profile) throw new Error(`no profile ${id}`);
  return profile.requirements;
}
const answered = {
  namesDiffer: false,
  cvHasGaps: false,
  leftCareRole: false,
  longestStayAbroadMonths: 0,
  eppRole: true,
  worksMainlyWithChildren: true,
  grade: "consultant",
  nation: "england",
  role: "doctor",
  worksWith: "both",
};

describe("the smallest set of renewals", () => {
  test.each(starterProfiles.map((profile) => [profile.id, profile] as const))(
    "from nothing makes anyone ready for %s",
    (_id, profile) => {
      const plan = smallestRenewals(profile.requirements, [], { on: today, facts: answered });
      const held = plan.documents.map((one) => one.specimen);
      expect(plan.outOfReach).toEqual([]);
      expect(plan.smallest).toBe(true);
      expect(readinessOf(profile.requirements, held, { on: today, facts: answered }).ready).toBe(true);
    },
  );

  test("reaches what it says, and nothing in it is to spare", () => {
    const some = fc
      .tuple(fc.constantFrom(...starterProfiles), fc.subarray([...starterOverlays]), anyFacts)
      .map(([profile, overlays, facts]) => ({ requirements: withOverlays(profile, overlays, facts), facts }));
    fc.assert(
      fc.property(some, passport(), ({ requirements, facts }, held) => {
        const plan = smallestRenewals(requirements, held, { on: today, facts });
        const stateWith = (documents: typeof plan.documents) =>
          readinessOf(requirements, [...held, ...documents.map((one) => one.specimen)], { on: today, facts });
        const all = stateWith(plan.documents);
        const open = all.requirements.filter((one) => one.missing.length > 0).map((one) => one.id);
        for (const id of open) expect(plan.outOfReach).toContain(id);
        for (const dropped of plan.documents) {
          const fewer = stateWith(plan.documents.filter((one) => one !== dropped));
          expect(fewer.held + notAsked(fewer)).toBeLessThan(all.held + notAsked(all));
          expect(dropped.requirements.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("one paper that does two jobs counts once: a British passport is photo ID and right to work", () => {
    const wanted = requirementsOf("nhs-hospital-doctor-agency").filter((one) =>
      ["photo-id-and-address", "right-to-work"].includes(one.id),
    );
    const plan = smallestRenewals(wanted, [], { on: today });
    expect(plan.documents.map((one) => one.type).sort()).toEqual(["passport", "proof-of-address", "proof-of-address"]);
  });

  test("several agencies together want one paper for all, at the highest level", () => {
    const level = (id: string, level: number): Requirement => ({
      id,
      title: "Safeguarding",
      rule: { document: { type: "safeguarding-children", level, maxAgeMonths: 36 } },
      why: "",
    });
    const plan = smallestRenewals([level("one", 2), level("two", 3), level("three", 2)], [], { on: today });
    expect(plan.documents).toHaveLength(1);
    expect(plan.documents[0]).toMatchObject({
      requirements: ["one", "two", "three"],
      specimen: { details: { level: 3 } },
    });
  });

  test("exact levels that differ need a paper each", () => {
    const exact = (id: string, level: number): Requirement => ({
      id,
      title: "Safeguarding",
      rule: { document: { type: "safeguarding-children", level, levelExact: true } },
      why: "",
    });
    expect(smallestRenewals([exact("one", 2), exact("two", 3)], [], { on: today }).documents).toHaveLength(2);
  });

  test("names what it renews, and leaves alone what is good", () => {
    const bls = requirementsOf("nhs-hospital-doctor-agency").filter((one) => one.id === "bls");
    const old = { id: "d1", type: "bls", details: { completedOn: "2024-03-12" } };
    expect(smallestRenewals(bls, [old], { on: today }).documents).toMatchObject([{ type: "bls", inPlaceOf: ["d1"] }]);
    const good = { id: "d1", type: "bls", details: { completedOn: "2026-03-12" } };
    expect(smallestRenewals(bls, [good], { on: today }).documents).toEqual([]);
  });

  test("an Update Service subscription is enough for a certificate that is too old", () => {
    const dbs = requirementsOf("pharmacy-technician").filter((one) => one.id === "criminal-record-check");
    const certificate = {
      id: "d1",
      type: "dbs-certificate",
      details: { certificateNumber: "001234567890", issueDate: "2020-01-01", level: "enhanced" },
    };
    const plan = smallestRenewals(dbs, [certificate], { on: today });
    expect(plan.documents).toMatchObject([
      { type: "dbs-update-service", specimen: { details: { certificateNumber: "001234567890" } } },
    ]);
  });

  test("a number about which new information was found is not asked for again", () => {
    const dbs = requirementsOf("pharmacy-technician").filter((one) => one.id === "criminal-record-check");
    const told = {
      id: "d1",
      type: "dbs-update-service",
      details: { certificateNumber: "001234567890", lastCheckedOn: "2026-01-01", lastResult: "NEW_INFO" },
    };
    const plan = smallestRenewals(dbs, [told], { on: today });
    const held = [told, ...plan.documents.map((one) => one.specimen)];
    expect(readinessOf(dbs, held, { on: today }).ready).toBe(true);
  });

  test("an open question is no paper to get", () => {
    const epp = requirementsOf("nhs-hospital-doctor-agency").filter((one) => one.id === "epp-clearance");
    expect(smallestRenewals(epp, [], { on: today })).toMatchObject({ documents: [], outOfReach: ["epp-clearance"] });
  });
});

function notAsked(readiness: ReturnType<typeof readinessOf>): number {
  return readiness.requirements.filter((one) => one.state === "not-asked").length;
}
