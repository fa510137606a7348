import { expect, test } from "vitest";
import type { JudgedRequirement, ProfileReadiness } from "../../api/types.ts";
import { askersInWords, mergeLists } from "./merge-lists.ts";

const requirement = (over: Partial<JudgedRequirement> = {}): JudgedRequirement => ({
  ...{ id: "bls", title: "Basic life support", why: "", need: "before-first-shift", group: "training", types: ["bls"] },
  ...{ state: "held", documents: [], heldUntil: null, missing: [] },
  ...over,
});
const list = (name: string, requirements: JudgedRequirement[], mine = true): ProfileReadiness => ({
  ...{ myAgencyId: mine ? name : null, name, asked: 1, held: 1, ready: true, originalsToShow: [], openQuestions: [] },
  ...{ profile: { id: `list ${name}`, name, version: "1", starter: !mine }, breaks: null, requirements },
});

test("a requirement of several lists stands once, as it stands worst, with everybody who asks", () => {
  const [one, ...more] = mergeLists([
    list("Acme", [requirement({ heldUntil: "2027-03-01" })]),
    list("Harbour", [requirement({ state: "not-held" })]),
    list("Quay", [requirement({ state: "not-asked" })]),
  ]);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ state: "not-held", profileId: "list Harbour", askers: ["Acme", "Harbour"] });
});

test("of two that hold, the one that ends first counts", () => {
  const merged = mergeLists([
    list("Acme", [requirement()]),
    list("Harbour", [requirement({ heldUntil: "2027-03-01" })]),
    list("Quay", [requirement({ heldUntil: "2027-09-01" })]),
  ]);
  expect(merged[0]).toMatchObject({ heldUntil: "2027-03-01", profileId: "list Harbour" });
});

test("who asks is said by name, and a starter list is nobody", () => {
  expect(mergeLists([list("Quick start", [requirement()], false)])[0]?.askers).toEqual([]);
  expect(askersInWords([])).toBeUndefined();
  expect(askersInWords(["Acme"])).toBe("Acme asks for it");
  expect(askersInWords(["Acme", "Quay"])).toBe("Acme and Quay ask for it");
  expect(askersInWords(["Acme", "Quay", "Harbour"])).toBe("Acme and 2 others ask for it");
});
