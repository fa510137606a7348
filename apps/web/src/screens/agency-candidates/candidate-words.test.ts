import { describe, expect, test } from "vitest";
import type { Candidate, CandidateExpiry } from "../../api/candidate-queries.ts";
import type { JudgedRequirement } from "../../api/types.ts";
import { who } from "../agency-inbox/received-words.ts";
import { byCandidate, countsFor, inDays, isShown, measuredBy, toldOf } from "./candidate-words.ts";

const today = "2026-11-26";
const candidate = (change: Partial<Candidate> = {}): Candidate => ({
  id: "a",
  name: "Ada Specimen",
  profession: "doctor",
  registrationNumber: "7000001",
  transferIds: ["t"],
  profile: { id: "p", name: "Acme", version: "3", starter: false },
  asked: 3,
  held: 3,
  summary: "3 of 3",
  notSent: [],
  ends: [],
  originalsToSee: 0,
  ...change,
});

describe("which candidates are shown", () => {
  test.each([
    ["all met", candidate(), ["all", "met"]],
    ["one missing", candidate({ held: 2 }), ["all", "missing"]],
    ["ends on the 90th day", candidate({ ends: [{ title: "BLS", on: "2027-02-24" }] }), ["all", "ending", "met"]],
    ["ends on the 91st day", candidate({ ends: [{ title: "BLS", on: "2027-02-25" }] }), ["all", "met"]],
    ["nothing is asked", candidate({ asked: 0, held: 0 }), ["all", "missing"]],
  ] as const)("%s", (_name, one, shown) => {
    const all = ["all", "missing", "ending", "met"] as const;
    expect(all.filter((show) => isShown(one, show, today))).toEqual(shown);
  });
});

test("a number is said to be typed by the sender, and a starter list is named as one", () => {
  expect(who(candidate())).toBe("Doctor, 7000001 (typed by the sender)");
  expect(who(candidate({ profession: null, registrationNumber: null }))).toBe("Profession not stated");
  expect(measuredBy(candidate())).toBe("Measured by version 3 of what you ask for");
  const starter = { id: "x", name: "NHS nurse", version: "2026-11", starter: true };
  expect(measuredBy(candidate({ profile: starter }))).toContain("starter list “NHS nurse”");
});

test("what ends stands under whose it is, however the pages were cut", () => {
  const ending = (candidateId: string, title: string): CandidateExpiry => ({
    candidateId,
    name: candidateId,
    registrationNumber: null,
    title,
    type: "bls",
    endsOn: today,
    daysLeft: 0,
    breaks: [],
  });
  const grouped = byCandidate([ending("a", "1"), ending("b", "2"), ending("a", "3")]);
  expect(grouped.map(({ id, items }) => [id, items.map(({ title }) => title)])).toEqual([
    ["a", ["1", "3"]],
    ["b", ["2"]],
  ]);
  expect([today, "2026-11-27", "2026-12-08"].map((on) => inDays(on, today))).toEqual([
    "today",
    "tomorrow",
    "in 12 days",
  ]);
});

const requirement = (change: Partial<JudgedRequirement>): JudgedRequirement => ({
  id: "bls",
  title: "Life support",
  why: "Wards ask",
  need: "before-first-shift",
  group: "training",
  types: ["bls"],
  state: "held",
  documents: ["copy"],
  heldUntil: null,
  missing: [],
  ...change,
});
const piece = (reason: string, words: string, name: string | null) => ({ reason, words, name, types: [], fact: null });

test("a copy is said to meet what it meets, until the day the agency takes it, and nothing else", () => {
  const requirements = [
    requirement({ heldUntil: "2026-11-30" }),
    requirement({ id: "any", title: "Anything" }),
    requirement({ id: "left", title: "Left", state: "not-held" }),
  ];
  expect(countsFor("copy", { requirements })).toBe(
    "Meets what you ask for: Life support, until 30 November 2026; Anything",
  );
  expect(countsFor("other", { requirements })).toBe("Meets nothing you ask for");
});

test("what is not met says that nothing was sent, or names each piece", () => {
  const told = (missing: JudgedRequirement["missing"], notSent: string[] = []) =>
    toldOf(requirement({ title: "Papers", missing }), notSent);
  const reference = [piece("missing", "0 of 2 sent", "Reference")];
  expect(told(reference, ["Papers"])).toEqual({ word: "0 of 2 sent", lines: [] });
  const both = [piece("missing", "Not sent", "Photo ID"), piece("missing", "Not sent", "Bill")];
  const lines = ["Photo ID: Not sent", "Bill: Not sent"];
  expect(told(both, ["Papers"])).toEqual({ word: "Not sent", lines });
  expect(told(both)).toEqual({ word: "Not met", lines });
  const update = [piece("missing", "Not sent", "Update Service")];
  expect(told(update)).toEqual({ word: "Not met", lines: ["Update Service: Not sent"] });
  expect(told([piece("missing", "You sent it back", "BLS")])).toEqual({ word: "You sent it back", lines: [] });
  expect(told([piece("too-old", "It is older than you ask for", "BLS")])).toEqual({
    word: "Not met",
    lines: ["BLS: It is older than you ask for"],
  });
});
