import { expect, test } from "vitest";
import type { JudgedRequirement } from "../../api/types.ts";
import { byGroup } from "./by-group.ts";
import { requirementState } from "./requirement-state.ts";

const today = "2026-11-26";
const requirement = (over: Partial<JudgedRequirement> = {}): JudgedRequirement => ({
  ...{ id: "bls", title: "Basic life support", why: "", need: "before-first-shift", group: "training", types: ["bls"] },
  ...{ state: "held", documents: [], heldUntil: null, missing: [] },
  ...over,
});
const piece = (reason: string, words: string, name: string | null = "Basic life support") => ({
  ...{ reason, words, name, types: ["bls"], fact: null },
});

test("what is held says until when, and is plain text while nothing needs doing", () => {
  expect(requirementState(requirement(), today)).toEqual({ word: "You have it", second: "Does not run out" });
  expect(requirementState(requirement({ heldUntil: "2027-03-14" }), today)).toEqual({
    word: "You have it",
    second: "Until 14 March 2027",
  });
  expect(requirementState(requirement({ heldUntil: "2026-12-26" }), today)).toMatchObject({
    ...{ word: "Ends soon", second: "Ends 26 December 2026 (30 days)", look: "soon" },
  });
  expect(requirementState(requirement({ heldUntil: today }), today).second).toBe("Ends today");
});

test("what is not held says why: never added, run out, not enough, or an open question", () => {
  const not = (...missing: JudgedRequirement["missing"]) =>
    requirementState(requirement({ state: "not-held", missing }), today);
  expect(not(piece("missing", "You have not added this"))).toEqual({
    ...{ word: "Needed", second: "You have not added this", look: "plain" },
  });
  expect(not(piece("missing", "You have 0 of 2", "Proof of address")).second).toBe("Proof of address: you have 0 of 2");
  expect(not(piece("expired", "It ran out")).word).toBe("Out of date");
  expect(not(piece("wrong-level", "Another level is wanted")).word).toBe("Not enough yet");
  expect(requirementState(requirement({ state: "not-held", need: "if-asked" }), today).word).toBe("Only if asked");
  expect(requirementState(requirement({ state: "cannot-tell" }), today).word).toBe("We cannot tell yet");
});

test("groups count what is held of what applies, in the order of the catalogue", () => {
  const groups = byGroup([
    requirement({ group: "training" }),
    requirement({ group: "training", state: "not-held" }),
    requirement({ group: "training", state: "not-asked" }),
    requirement({ group: "training", need: "if-asked" }),
    requirement({ group: "identity", state: "cannot-tell" }),
  ]);
  expect(groups.map(({ group, held, asked, items }) => [group, held, asked, items.length])).toEqual([
    ["identity", 0, 1, 1],
    ["training", 1, 2, 3],
  ]);
});
