// biome-ignore-all lint/suspicious/noThenProperty: `then` is a word of the requirement language.
import { describe, expect, test } from "vitest";
import { derivedFacts, withDerived } from "../profiles/derived-facts.ts";
import { requirementsFor, starterFor } from "../profiles/for-person.ts";
import { starterProfile, starterProfiles } from "../profiles/starters.ts";
import { requirementGroup, requirementTypes } from "../requirements/leaves.ts";
import type { Requirement } from "../requirements/rule.ts";
import { today } from "../testing/people.ts";
import type { HeldDocument } from "../validity/paper.ts";
import { type ReadinessTold, readinessSentences } from "../words/readiness-words.ts";
import { doNext } from "./do-next.ts";

const wants = (type: string, id = type): Requirement => ({ id, title: id, why: "", rule: { document: { type } } });
const paper = (id: string, type: string, details: HeldDocument["details"] = {}): HeldDocument => ({
  id,
  type,
  details,
});
const next = (askings: Record<string, Requirement[]>, held: HeldDocument[], facts = {}) =>
  doNext({
    askings: Object.entries(askings).map(([key, requirements]) => ({ key, requirements })),
    held,
    on: today,
    facts,
  }).map(({ kind, type, fact, documentId, unlocks }) => ({ kind, of: type ?? fact, documentId, unlocks }));

describe("what to do next", () => {
  test("what satisfies most comes first, of equals what takes longest, three at most", () => {
    const one = [wants("fire-safety"), wants("bls"), wants("dbs-certificate"), wants("prevent")];
    expect(next({ acme: one, harbour: [wants("fire-safety")] }, [])).toEqual([
      { kind: "add", of: "fire-safety", documentId: null, unlocks: 2 },
      { kind: "add", of: "dbs-certificate", documentId: null, unlocks: 1 },
      { kind: "add", of: "bls", documentId: null, unlocks: 1 },
    ]);
  });
  test("a paper that ran out is renewed, and one without its date is filled in rather than asked for again", () => {
    const held = [paper("old", "bls", { completedOn: "2025-01-01" }), paper("bare", "fire-safety")];
    expect(next({ acme: [wants("bls"), wants("fire-safety")] }, held)).toEqual([
      { kind: "renew", of: "bls", documentId: "old", unlocks: 1 },
      { kind: "fill-in", of: "fire-safety", documentId: "bare", unlocks: 1 },
    ]);
  });
  test("an open question is asked, and originals come last", () => {
    const asksFact: Requirement = {
      ...wants("epp-hbsag"),
      rule: { onlyIf: { condition: { fact: "eppRole", equals: true }, then: { document: { type: "epp-hbsag" } } } },
    };
    expect(next({ acme: [asksFact] }, [])).toEqual([{ kind: "answer", of: "eppRole", documentId: null, unlocks: 1 }]);
    const passport = paper("p", "passport", { expiryDate: "2030-01-01" });
    expect(next({ acme: [wants("passport")], harbour: [wants("passport")] }, [passport])).toEqual([
      { kind: "show-original", of: "passport", documentId: "p", unlocks: 2 },
    ]);
    expect(next({ acme: [wants("passport")] }, [{ ...passport, originalSeen: true }])).toEqual([]);
  });
});

describe("the readiness sentences", () => {
  const told = (more: Partial<ReadinessTold> = {}): ReadinessTold => ({
    ...{ name: "Acme", isAgency: true, ready: true, asked: 31, held: 31, openQuestions: 0, breaksOn: null },
    ...more,
  });
  const say = (profiles: ReadinessTold[], more = {}) =>
    readinessSentences({ profiles, papers: 4, originalsToShow: 0, toGet: [], readyWithThem: 0, ...more }).join(" ");

  test("in the tone of the product, with both figures", () => {
    const short = told({ ready: false, held: 30 });
    expect(
      say([told({ breaksOn: "2027-03-03" }), told(), short, short], {
        originalsToShow: 2,
        toGet: ["Basic life support"],
        readyWithThem: 4,
      }),
    ).toBe(
      "You have everything 2 of your 4 agencies ask for. Add basic life support and it is 4. On 3 March 2027 Acme's list breaks. Two originals are still to be shown.",
    );
  });
  test("one agency, none, all, an open question, an empty passport", () => {
    expect(say([told({ ready: false, held: 28 })])).toBe("You have 28 of the 31 things Acme asks for.");
    expect(say([told({ name: "NHS hospital doctors", isAgency: false })])).toBe(
      "You have everything the list for NHS hospital doctors asks for.",
    );
    expect(say([told(), told()])).toBe("You have everything both of your agencies ask for.");
    expect(say([told({ ready: false, openQuestions: 1 }), told({ ready: false })])).toBe(
      "None of your 2 agencies has everything it asks for yet. We cannot tell everything yet: one question is open.",
    );
    expect(say([told()], { papers: 0 })).toContain("Your passport is empty");
    expect(say([told()], { originalsToShow: 1 })).toContain("One original is still to be shown.");
  });
  test("never say that somebody may work", () => {
    expect(say([told(), told({ ready: false })], { originalsToShow: 2 })).not.toMatch(/\b(may|can|cleared to) work/i);
  });
});

describe("which list and which group", () => {
  test("each role has its own starter list, and a role without one gets the short list for anybody", () => {
    expect(starterFor({ role: "gp" }).id).toBe("gp-practice-locum");
    expect(starterFor({ role: "nurse" }).id).toBe("nhs-nurse-agency");
    expect(starterFor({ role: "support-worker" }).id).toBe("quick-start-five");
    expect(starterFor({}).id).toBe("quick-start-five");
  });
  test("a list is carried to the nation: PVG in Scotland, AccessNI in Northern Ireland, what Wales adds for nurses", () => {
    const doctor = starterProfile("nhs-hospital-doctor-agency");
    const nurse = starterProfile("nhs-nurse-agency");
    if (!doctor || !nurse) throw new Error("no starter data");
    const check = (nation: string) =>
      requirementsFor(doctor, { role: "doctor", nation }).find(({ id }) => id === "criminal-record-check")?.title;
    expect(check("england")).toBe("DBS check");
    expect(check("scotland")).toBe("PVG membership");
    expect(check("northern-ireland")).toBe("AccessNI certificate");
    const ids = (facts: object) => requirementsFor(nurse, { role: "nurse", ...facts }).map(({ id }) => id);
    expect(ids({ nation: "wales" })).toContain("next-of-kin");
    expect(ids({ nation: "england" })).not.toContain("next-of-kin");
  });
  test("every requirement of every starter list stands in a group of the catalogue", () => {
    for (const { requirements } of starterProfiles)
      for (const requirement of requirements) {
        expect(requirementGroup(requirement)).not.toBe("unsorted");
        expect(requirementTypes(requirement.rule).length).toBeGreaterThan(0);
      }
  });
});

test("what the papers answer is not asked, and an answer by hand stands", () => {
  const cv = paper("cv", "cv", { gapsExplained: false });
  const difference = {
    documentId: "x",
    about: "name",
    printed: "A Hale",
    kept: "A Okonkwo",
    explained: false,
  } as const;
  const derived = derivedFacts([cv], [difference]);
  expect(derived.map(({ fact, value }) => [fact, value])).toEqual([
    ["namesDiffer", true],
    ["cvHasGaps", true],
  ]);
  expect(withDerived({ namesDiffer: false }, derived)).toEqual({ namesDiffer: false, cvHasGaps: true });
  expect(derivedFacts([paper("cv", "cv")], [])).toEqual([]);
});
